/* What typed words mean: right spellings, endings, words that mean the same, words of danger. */
(function () {
  "use strict";

  var data = window.rippleSearch.words; // from search-words.js
  var SHORTEST = 6; // a shorter word is too close to too many others
  var slips = new Set(data.slips);
  var right = new Map(); // a wrong spelling: the right one
  Object.keys(data.spellings).forEach(function (word) {
    data.spellings[word].forEach(function (spelling) { right.set(spelling, word); });
  });
  var wrong = new RegExp("\\b(?:" + Array.from(right.keys()).sort(longest).join("|") + ")\\b", "g");
  var dangers = data.danger.map(function (rule) {
    return { id: rule.id, pattern: joined(rule.patterns), unless: rule.unless.length ? joined(rule.unless) : null };
  });
  var stems = new Map(); // a word: its stem
  var skip = new Set(data.skip.map(stem));
  var phrases = new Map(); // a stem: the phrases that begin with it
  Object.keys(data.same).forEach(function (group) {
    [group].concat(data.same[group]).forEach(function (phrase) {
      var parts = phrase.split(" ").map(stem);
      if (!phrases.has(parts[0])) phrases.set(parts[0], []);
      phrases.get(parts[0]).push({ parts: parts, group: groupOf(group) });
    });
  });

  function groupOf(name) { return "~" + name.replace(/ /g, "-"); } // no word begins so

  function isGroup(term) { return term[0] === "~"; }

  function longest(one, other) { return other.length - one.length; }

  function joined(patterns) { // {name} stands for a list
    return new RegExp(patterns.join("|").replace(/\{([a-z][a-z-]*)\}/g, function (_, name) {
      return "(?:" + data.names[name].join("|") + ")";
    }), "g");
  }

  /* Small letters, no accents, no apostrophes, one space between words; "sooo" is "so". */

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'`\u2018\u2019\u02bc\u00b4]/g, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ").replace(/(\p{L})\1{2,}/gu, "$1").trim();
  }

  function spelled(text) {
    return plain(text).replace(wrong, function (found) { return right.get(found); })
      .split(" ").map(function (word) { return nearest(word, slips, SHORTEST); }).join(" ");
  }

  /* The word of a list that is one slip of the finger away, or the word itself. */

  function nearest(word, list, shortest) {
    if (word.length < shortest || list.has(word)) return word;
    for (var other of list) if (slip(word, other)) return other;
    return word;
  }

  /* Whether one letter of a word is wrong, missing, too many, or swapped with the next. */

  function slip(word, other) {
    if (word[0] !== other[0] || Math.abs(word.length - other.length) > 1) return false;
    var from = 0, end = 0;
    while (from < word.length && word[from] === other[from]) from++;
    while (end < Math.min(word.length, other.length) - from && word[word.length - 1 - end] === other[other.length - 1 - end]) end++;
    var one = word.slice(from, word.length - end), two = other.slice(from, other.length - end);
    return (one.length < 2 && two.length < 2) || (one.length === 2 && one === two[1] + two[0]);
  }

  /* A word without its common endings. */

  function stem(word) {
    var found = stems.get(word);
    if (found === undefined) stems.set(word, found = word.length < 4 ? word : cut(word));
    return found;
  }

  function cut(word) {
    return word.replace(/ie[sd]$/, "y").replace(/(ness|ing|ed|es|ly|s|e)$/, "").replace(/([bdgmnprt])\1$/, "$1") || word;
  }

  /* The words of a text, each with its stem, the groups it belongs to, and whether it says something.
     Where none does, all of them do. */

  function meanings(text) {
    var words = spelled(text).split(" ").filter(Boolean);
    var all = words.map(function (word) { return { word: word, stem: stem(word), groups: [], said: !skip.has(stem(word)) }; });
    groupsIn(all).forEach(function (found) {
      var covered = all.slice(found.from, found.to);
      var telling = covered.filter(function (meaning) { return !skip.has(meaning.stem); });
      (telling.length ? telling : covered.slice(0, 1)).forEach(function (meaning) {
        meaning.groups.push(found.group);
        meaning.said = true;
      });
    });
    if (!all.some(function (meaning) { return meaning.said; })) all.forEach(function (meaning) { meaning.said = true; });
    return all;
  }

  /* Where groups are named. A phrase hides what is named within it: "make up my mind" is no making up. */

  function groupsIn(all) {
    var found = all.flatMap(function (meaning, at) {
      return (phrases.get(meaning.stem) || []).filter(function (phrase) {
        return phrase.parts.every(function (part, n) { return all[at + n] && all[at + n].stem === part; });
      }).map(function (phrase) { return { from: at, to: at + phrase.parts.length, group: phrase.group }; });
    });
    return found.filter(function (one) {
      return !found.some(function (other) {
        return other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
      });
    });
  }

  /* The rules on danger that find something in a text. */

  function danger(text) {
    var read = spelled(text);
    return dangers.filter(function (rule) {
      var excused = rule.unless ? spans(read, rule.unless) : [];
      return spans(read, rule.pattern).some(function (span) {
        return !excused.some(function (other) { return other[0] < span[1] && span[0] < other[1]; });
      });
    }).map(function (rule) { return rule.id; });
  }

  function spans(text, pattern) {
    return Array.from(text.matchAll(pattern), function (match) { return [match.index, match.index + match[0].length]; });
  }

  window.rippleSearch.language = {
    plain: plain, spelled: spelled, stem: stem, nearest: nearest, meanings: meanings,
    group: groupOf, isGroup: isGroup, danger: danger
  };
})();

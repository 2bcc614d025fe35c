/* The pages of the site as search knows them, and which of them answer a question. */
(function () {
  "use strict";

  var data = window.rippleSearch.words; // from search-words.js
  var language = window.rippleSearch.language; // from search-language.js
  var SAID = /<p>People also say: (.*?)\.<\/p>/;
  var PRACTICE = /\bTakes (\d+ minutes?) Energy (\w+)/;
  var ARTICLE = /\babout (\d+ minutes?)\./;
  var BOOSTS = { title: 6, tags: 3, headings: 3, text: 1 };
  // Beside one whole saying of people, which counts 1:
  var TEXT = 0.3; // titles, needs and texts
  var SECOND = 0.2; // the next best saying
  var NEED = 0.2; // a need of the page, the more the less alike the best saying is
  var NUDGE = 0.05; // how far the boost of a folder raises a saying
  // Beside the word itself:
  var ALIKE = 0.75; // a word that means the same, in a saying
  var GROUP = 0.3; // a word that means the same, in a text
  var BEGUN = 0.6; // a word that is not typed to its end
  var LIGHT = 0.4; // a word that says little
  var FUZZY = 0.25; // the share of letters that may differ in a word that no page has
  var AT_ONCE = 10; // pages
  var SHORTEST = 4; // letters of a word that may be read as another

  /* Promises what answers questions. A few pages are taken in at a time, so that a reader may type
     meanwhile. */
  window.rippleSearch.read = async function (index, base) {
    var pages = new Map(); // address: a page
    (index.docs || index.items).forEach(function (doc) { // each is a part of a page
      var address = doc.location.split("#")[0];
      if (!pages.has(address)) pages.set(address, pageOf(address, doc));
      add(pages.get(address), doc, base);
    });
    var known = new Set(); // every stem on the pages
    var site = { pages: pages, known: known, engine: await engineOf(pages, known) };
    site.sayings = Array.from(pages.values()).flatMap(sayingsOf);
    site.counts = counts(site.sayings);
    site.sayings.forEach(function (saying) { weigh(saying, site); });
    site.everyday = everyday(site.sayings);
    return { pages: pages, needs: needs(pages), find: function (query) { return find(query, site); } };
  };

  /* Reading */

  function pageOf(address, doc) {
    var path = address.split(/[/.]/);
    var folder = path[0];
    return {
      address: address, folder: folder, kind: data.kinds[folder] || "", boost: data.boosts[folder] || 1,
      title: title(doc), tags: doc.tags || [], need: folder === "needs" ? path[1].replace(/-/g, " ") : "",
      facts: "", said: [], parts: []
    };
  }

  function add(page, doc, base) {
    var plain = text(doc.text);
    var said = doc.text.match(SAID);
    if (said) page.said = text(said[1]).split("; ");
    if (!page.parts.length) page.facts = facts(page.folder, plain);
    page.parts.push({ href: new URL(doc.location, base).href, title: title(doc), text: plain });
  }

  function title(doc) { return text(doc.title).replace(/ ?[#¶]$/, ""); }

  function text(html) { // as both builders write it: plain elements, three entities
    return html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
      .replace(/\s+/g, " ").trim();
  }

  function facts(folder, plain) {
    var found = plain.match(folder === "practices" ? PRACTICE : ARTICLE);
    if (folder === "practices" && found) return found[1] + ", " + found[2] + " energy";
    return folder === "articles" && found ? "about " + found[1] : "";
  }

  /* What people say who look for a page, its title, and its need. */

  function sayingsOf(page) {
    return page.said.concat(page.title, page.need || []).map(function (words) {
      return Object.assign(saying(words), { page: page, text: words });
    });
  }

  function saying(words) {
    var meanings = language.meanings(words);
    return {
      meanings: meanings,
      stems: new Set(meanings.map(function (meaning) { return meaning.stem; })),
      groups: new Set(meanings.flatMap(function (meaning) { return meaning.groups; }))
    };
  }

  async function engineOf(pages, known) {
    function field(page, name) {
      if (name === "title") return terms(page.title);
      if (name === "tags") return terms(page.tags.join(" "));
      if (name === "text") return page.parts.map(function (part) { return stems(part.text, known); }).join(" ");
      return page.parts.slice(1).map(function (part) { return terms(part.title); }).join(" ");
    }
    var engine = new MiniSearch({
      idField: "address",
      fields: Object.keys(BOOSTS),
      extractField: function (page, name) { return name === "address" ? page.address : field(page, name); },
      tokenize: function (text) { return text.split(" "); },
      processTerm: function (term) { return term; }
    });
    await engine.addAllAsync(Array.from(pages.values()), { chunkSize: AT_ONCE });
    return engine;
  }

  function terms(text) {
    return language.meanings(text).filter(telling).flatMap(function (meaning) {
      return [meaning.stem].concat(meaning.groups);
    }).join(" ");
  }

  function telling(meaning) { return meaning.said; }

  function stems(text, known) {
    var all = language.plain(text).split(" ").map(language.stem);
    all.forEach(known.add, known);
    return all.join(" ");
  }

  /* A word that few people say tells more than one that many say. */

  function counts(sayings) {
    var found = new Map(); // a stem: in how many sayings it is
    sayings.forEach(function (saying) {
      saying.stems.forEach(function (stem) { found.set(stem, (found.get(stem) || 0) + 1); });
    });
    return found;
  }

  function weigh(saying, site) {
    saying.meanings.forEach(function (meaning) {
      var weight = Math.log(1 + site.sayings.length / ((site.counts.get(meaning.stem) || 0) + 1));
      meaning.weight = meaning.said ? weight : LIGHT * weight;
    });
  }

  function everyday(sayings) {
    var texts = sayings.map(function (saying) { return saying.text; });
    return new Set(texts.concat(Object.keys(data.same), Object.values(data.same).flat())
      .flatMap(function (words) { return language.plain(words).split(" "); }));
  }

  /* The page of each need, for questions that no page answers. */

  function needs(pages) {
    var all = Array.from(pages.values());
    return Object.keys(data.needs).map(function (need) {
      return { page: all.find(function (page) { return page.need === need; }), meaning: data.needs[need] };
    }).filter(function (need) { return need.page; });
  }

  /* Finding: what people say counts most, then titles, needs and texts. */

  function find(query, site) {
    var asked = saying(meant(query, site));
    var told = asked.meanings.filter(telling);
    var stems = told.map(function (meaning) { return meaning.stem; });
    var results = new Map(); // address: a result
    weigh(asked, site);
    if (!told.length) return [];
    byText(told, site).forEach(function (result) {
      results.set(result.page.address, result);
    });
    site.sayings.forEach(function (saying) {
      var like = likeness(asked, saying) * Math.pow(saying.page.boost, NUDGE);
      var address = saying.page.address;
      if (like && !results.has(address)) results.set(address, resultOf(saying.page, 0, stems));
      if (like) heed(results.get(address), like, saying.text);
    });
    return ranked(Array.from(results.values()), asked.groups);
  }

  function resultOf(page, score, terms) {
    return { page: page, score: score, terms: terms, like: 0, second: 0, said: "" };
  }

  function heed(result, like, said) {
    result.second = Math.max(result.second, Math.min(result.like, like));
    if (like > result.like) {
      result.like = like;
      result.said = said;
    }
  }

  function ranked(results, groups) {
    var unlike = 1 - Math.min(1, most(results, "like"));
    results.forEach(function (result) {
      var needed = result.page.tags.some(function (tag) { return groups.has(language.group(tag)); });
      result.rank = result.score + result.like + SECOND * result.second + (needed ? NEED * unlike : 0);
    });
    return results.sort(function (one, other) { return other.rank - one.rank; });
  }

  function most(results, key) {
    return Math.max.apply(null, results.map(function (result) { return result[key]; }));
  }

  /* The question, with words that no page has read as the everyday words nearest to them. */

  function meant(query, site) {
    var words = language.spelled(query).split(" ");
    return words.map(function (word, at) {
      var open = at === words.length - 1 && begins(word, site.known);
      if (open || site.known.has(language.stem(word))) return word;
      return language.nearest(word, site.everyday, SHORTEST);
    }).join(" ");
  }

  function byText(meanings, site) {
    var last = meanings[meanings.length - 1];
    var stems = meanings.map(function (meaning) { return meaning.stem; });
    var groups = Array.from(new Set(meanings.flatMap(function (meaning) { return meaning.groups; })));
    var found = site.engine.search(stems.concat(groups).join(" "), {
      boost: BOOSTS,
      boostDocument: function (address) { return site.pages.get(address).boost; },
      boostTerm: function (term) { return language.isGroup(term) ? GROUP : 1; },
      prefix: function (term) { return term === last.stem && term.length > 1; },
      fuzzy: function (term) { return !language.isGroup(term) && !site.known.has(term) && FUZZY; },
      weights: { prefix: 0.3, fuzzy: 0.2 }
    }).map(function (result) {
      var score = result.score * covered(meanings, new Set(result.queryTerms));
      return resultOf(site.pages.get(result.id), score, result.terms);
    });
    var best = most(found, "score");
    found.forEach(function (result) { result.score *= TEXT / best; });
    return found;
  }

  /* The part of a question that was found on a page. */

  function covered(meanings, found) {
    var part = 0, all = 0;
    meanings.forEach(function (meaning) {
      all += meaning.weight;
      if (found.has(meaning.stem)) part += meaning.weight;
      else if (meaning.groups.some(function (group) { return found.has(group); })) part += ALIKE * meaning.weight;
    });
    return part / all;
  }

  /* How much a question is like something people say: 1 is the same words. */

  function likeness(asked, said) {
    return Math.sqrt(shared(asked, said, true) * shared(said, asked, false));
  }

  /* The part of what one says that the other says too. The last word asked may not be typed to its end. */

  function shared(one, other, open) {
    var last = one.meanings[one.meanings.length - 1];
    var both = 0, all = 0;
    one.meanings.forEach(function (meaning) {
      var counts = meaning.weight * meaning.weight;
      all += counts;
      if (other.stems.has(meaning.stem)) both += counts;
      else if (meaning.groups.some(function (group) { return other.groups.has(group); })) both += ALIKE * counts;
      else if (open && meaning === last && begins(meaning.word, other.stems)) both += BEGUN * counts;
    });
    return both / all;
  }

  function begins(word, stems) {
    if (word.length < 2) return false;
    for (var stem of stems) if (stem.startsWith(word)) return true;
    return false;
  }
})();

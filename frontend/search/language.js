/* What typed words mean: right spellings, endings, words that mean the same. What pages say is read in the
   same way when the site is built, by macros/editions/search/language.py. */

/**
 * @typedef {object} Words those of data/search.yml
 * @property {string[]} skip words that say little
 * @property {Record<string, string[]>} spellings right words and how they are misspelled
 * @property {Record<string, string[]>} same words and what means the same; needs by their ids
 * @property {Record<string, string>} labels what readers see of needs that their ids do not say
 * @property {string[]} slips words that are read also with one slip of the finger
 */

/**
 * @typedef {object} Meaning a word of a text
 * @property {string} word
 * @property {string} stem
 * @property {string[]} groups the groups of words that mean the same which it belongs to
 * @property {boolean} said whether it says something
 */

/** @typedef {ReturnType<typeof makeLanguage>} Language */

const APOSTROPHES = /['`\u2018\u2019\u02bc\u00b4\u2032\uff07]/g;
// What is not seen by itself: marks on letters, and signs of no width. Each is one that stands alone.
// eslint-disable-next-line no-misleading-character-class
const UNSEEN = /[\u0300-\u036f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;
const SHORTEST = 6; // a shorter word is too close to too many others
const STEMMED = 4; // letters of the shortest word that is cut

/**
 * What readers see of a group of words.
 * @param {Words} words
 * @param {string} name
 */
export function labelOf(words, name) {
  return words.labels[name] || name;
}

/**
 * The language of search, from its words.
 * @param {Words} data
 */
export function makeLanguage(data) {
  const slips = new Set(data.slips);
  /** @type {Map<string, string>} a wrong spelling: the right one */
  const right = new Map();
  Object.entries(data.spellings).forEach(([word, all]) => all.forEach((wrong) => right.set(wrong, word)));
  const longestFirst = [...right.keys()].sort((one, other) => other.length - one.length);
  const wrong = new RegExp(`\\b(?:${longestFirst.join("|")})\\b`, "g");
  /** @type {Map<string, string>} a word: its stem */
  const stems = new Map();
  const skip = new Set(data.skip.map(stem));
  const groups = Object.keys(data.same).sort().map(groupOf);
  /** @type {Map<string, { parts: string[], group: string }[]>} a stem: the phrases that begin with it */
  const phrases = new Map();
  Object.entries(data.same).forEach(([group, same]) => [labelOf(data, group), ...same].forEach((phrase) => {
    const parts = phrase.split(" ").map(stem);
    const others = phrases.get(parts[0]) || [];
    phrases.set(parts[0], [...others, { parts, group: groupOf(group) }]);
  }));

  /**
   * The plain text with right spellings.
   * @param {string} text
   */
  function spelled(text) {
    return plain(text).replace(wrong, (found) => right.get(found) || found)
      .split(" ").map((word) => nearest(word, slips, SHORTEST)).join(" ");
  }

  /**
   * A word without its common endings.
   * @param {string} word
   */
  function stem(word) {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const found = word.length < STEMMED ? word : withoutEnding(word);
    stems.set(word, found);
    return found;
  }

  /**
   * The words of a text. Where none says something, all of them do.
   * @param {string} text
   * @returns {Meaning[]}
   */
  function meanings(text) {
    const words = spelled(text).split(" ").filter(Boolean);
    /** @type {Meaning[]} */
    const all = words.map((word) => meaning(word, []));
    groupsIn(all).forEach(({ from, to, group }) => {
      const covered = all.slice(from, to);
      const telling = covered.filter((one) => !skip.has(one.stem));
      (telling.length ? telling : covered.slice(0, 1)).forEach((one) => {
        one.groups.push(group);
        one.said = true;
      });
    });
    return all.some(({ said }) => said) ? all : all.map((one) => ({ ...one, said: true }));
  }

  /**
   * A word that means this; one that means the same as others says something.
   * @param {string} word
   * @param {string[]} same its groups
   * @returns {Meaning}
   */
  function meaning(word, same) {
    return { word, stem: stem(word), groups: same, said: same.length > 0 || !skip.has(stem(word)) };
  }

  /**
   * Where groups are named. A phrase hides what is named within it: "make up my mind" is no making up.
   * @param {Meaning[]} all
   */
  function groupsIn(all) {
    const found = all.flatMap((one, from) => (phrases.get(one.stem) || [])
      .filter(({ parts }) => parts.every((part, n) => all[from + n] && all[from + n].stem === part))
      .map(({ parts, group }) => ({ from, to: from + parts.length, group })));
    return found.filter((one) => !found.some((other) =>
      other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from));
  }

  return { plain, spelled, stem, nearest, meaning, meanings, group: groupOf, groups };
}

/**
 * Small letters as they look: no accents, ligatures, wide or unseen signs, and no apostrophes.
 * @param {string} text
 */
export function fold(text) {
  return text.replace(APOSTROPHES, "").normalize("NFKD").replace(APOSTROPHES, "").toLowerCase().replace(UNSEEN, "");
}

/**
 * A folded text with one space between words; "sooo" is "so".
 * @param {string} text
 */
export function plain(text) {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").replace(/(\p{L})\1{2,}/gu, "$1").trim();
}

/**
 * The word of a list that is one slip of the finger away, or the word itself.
 * @param {string} word
 * @param {Set<string>} list
 * @param {number} shortest characters of a word that may be read as another
 */
export function nearest(word, list, shortest) {
  if (word.length < shortest || list.has(word)) return word;
  for (const other of list) if (isSlip(word, other)) return other;
  return word;
}

/**
 * Whether one letter of a word is wrong, missing, too many, or swapped with the next.
 * @param {string} word
 * @param {string} other
 */
export function isSlip(word, other) {
  if (word[0] !== other[0] || Math.abs(word.length - other.length) > 1) return false;
  const shorter = Math.min(word.length, other.length);
  let from = 0;
  let end = 0;
  while (from < word.length && word[from] === other[from]) from += 1;
  while (end < shorter - from && word[word.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const one = word.slice(from, word.length - end);
  const two = other.slice(from, other.length - end);
  return (one.length < 2 && two.length < 2) || (one.length === 2 && one === two[1] + two[0]);
}

/** @param {string} word */
function withoutEnding(word) {
  return word.replace(/ie[sd]$/, "y").replace(/(ness|ing|ed|es|ly|s|e)$/, "").replace(/([bdgmnprt])\1$/, "$1") || word;
}

/** @param {string} name */
function groupOf(name) {
  return `~${name.replace(/ /g, "-")}`; // no word begins so
}

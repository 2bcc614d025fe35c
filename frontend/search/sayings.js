/* What people say who look for a page, and how like it a question is. */

/** @typedef {import("./language.js").Meaning & { weight: number }} Weighed */

/**
 * @typedef {object} Saying
 * @property {Weighed[]} meanings
 * @property {Set<string>} stems
 * @property {Set<string>} groups
 */

// Beside the word itself:
const ALIKE = 0.75; // a word that means the same
const BEGUN = 0.6; // a word that is not typed to its end
const LIGHT = 0.4; // a word that says little

/**
 * A text as something people say; its words weigh nothing yet.
 * @param {import("./language.js").Language} language
 * @param {string} text
 * @returns {Saying}
 */
export function sayingOf(language, text) {
  const meanings = language.meanings(text).map((meaning) => ({ ...meaning, weight: 0 }));
  return {
    meanings,
    stems: new Set(meanings.map(({ stem }) => stem)),
    groups: new Set(meanings.flatMap(({ groups }) => groups))
  };
}

/**
 * In how many sayings each stem is.
 * @param {Saying[]} sayings
 * @returns {Map<string, number>}
 */
export function countStems(sayings) {
  const counts = new Map();
  sayings.forEach(({ stems }) => stems.forEach((stem) => counts.set(stem, (counts.get(stem) || 0) + 1)));
  return counts;
}

/**
 * Weigh the words of a saying: a word that few people say tells more than one that many say.
 * @param {Saying} saying
 * @param {Map<string, number>} counts
 * @param {number} total how many sayings there are
 */
export function weigh(saying, counts, total) {
  saying.meanings.forEach((meaning) => {
    const weight = Math.log(1 + total / ((counts.get(meaning.stem) || 0) + 1));
    meaning.weight = meaning.said ? weight : LIGHT * weight;
  });
}

/**
 * How much a question is like something people say: 1 is the same words.
 * @param {Saying} asked
 * @param {Saying} said
 */
export function likeness(asked, said) {
  return Math.sqrt(shared(asked, said, true) * shared(said, asked, false));
}

/**
 * The part of what one says that the other says too.
 * @param {Saying} one
 * @param {Saying} other
 * @param {boolean} isOpen whether the last word may not be typed to its end
 */
function shared(one, other, isOpen) {
  const last = one.meanings[one.meanings.length - 1];
  let both = 0;
  let all = 0;
  one.meanings.forEach((meaning) => {
    const counts = meaning.weight * meaning.weight;
    all += counts;
    if (other.stems.has(meaning.stem)) both += counts;
    else if (meaning.groups.some((group) => other.groups.has(group))) both += ALIKE * counts;
    else if (isOpen && meaning === last && begins(meaning.word, other.stems)) both += BEGUN * counts;
  });
  return both / all;
}

/**
 * The part of a question that was found on a page.
 * @param {Weighed[]} meanings
 * @param {Set<string>} found terms: stems and groups
 */
export function coverage(meanings, found) {
  let part = 0;
  let all = 0;
  meanings.forEach(({ stem, groups, weight }) => {
    all += weight;
    if (found.has(stem)) part += weight;
    else if (groups.some((group) => found.has(group))) part += ALIKE * weight;
  });
  return part / all;
}

/**
 * Whether a word begins one of these stems.
 * @param {string} word
 * @param {Set<string>} stems
 */
export function begins(word, stems) {
  if (word.length < 2) return false;
  for (const stem of stems) if (stem.startsWith(word)) return true;
  return false;
}

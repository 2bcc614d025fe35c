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
export const BEGUN = 0.6; // a word that is not typed to its end
const LIGHT = 0.4; // a word that says little

/**
 * A text as something people say; its words weigh nothing yet.
 * @param {import("./language.js").Language} language
 * @param {string} text
 * @returns {Saying}
 */
export function sayingOf(language, text) {
  return sayingWith(language.meanings(text).map((meaning) => ({ ...meaning, weight: 0 })));
}

/**
 * @param {Weighed[]} meanings
 * @returns {Saying}
 */
function sayingWith(meanings) {
  return {
    meanings,
    stems: new Set(meanings.map(({ stem }) => stem)),
    groups: new Set(meanings.flatMap(({ groups }) => groups))
  };
}

/**
 * What people say, as the index holds it: for each page the numbers of words, "3 a1,7" being two sayings.
 * @template Page
 * @param {import("./language.js").Language} language
 * @param {string[]} words each with the numbers of the groups it means: "cry 2 1f"
 * @param {string[]} sayings of each page
 * @param {Page[]} pages
 * @returns {(Saying & { page: Page, place: number })[]} each with its place among those of its page
 */
export function readSayings(language, words, sayings, pages) {
  const meanings = words.map((text) => {
    const [word, ...groups] = text.split(" ");
    return { ...language.meaning(word, groups.map((number) => language.groups[parseInt(number, 36)])), weight: 0 };
  });
  return sayings.flatMap((all, page) => all.split(",").map((saying, place) => {
    const found = saying.split(" ").map((number) => meanings[parseInt(number, 36)]);
    const told = found.some(({ said }) => said) ? found : found.map((meaning) => ({ ...meaning, said: true }));
    return { ...sayingWith(told), page: pages[page], place };
  }));
}

/**
 * What everybody says who looks for something, and how much each word tells: one that few people say
 * tells more than one that many say.
 * @template {Saying} Said
 */
export class Sayings {
  /** @param {Said[]} all */
  constructor(all) {
    this.all = all;
    /** @type {Map<string, Said[]>} by stems and groups */
    this.holding = new Map();
    all.forEach((saying) => [saying.stems, saying.groups].forEach((terms) => terms.forEach((term) => {
      const known = this.holding.get(term);
      if (known) known.push(saying);
      else this.holding.set(term, [saying]);
    })));
    all.forEach((saying) => this.weigh(saying));
  }

  /** @param {Saying} saying */
  weigh(saying) {
    saying.meanings.forEach((meaning) => {
      const weight = Math.log(1 + this.all.length / ((this.holding.get(meaning.stem) || []).length + 1));
      meaning.weight = meaning.said ? weight : LIGHT * weight;
    });
  }

  /**
   * The sayings that share a word with a question, or what one means; a word that says little is not enough.
   * Where nobody says its last word, that is taken for one that is not typed to its end.
   * @param {Saying} asked
   */
  near({ meanings }) {
    const last = meanings[meanings.length - 1];
    const terms = meanings.filter(({ said }) => said).flatMap(({ stem, groups }) => [stem, ...groups]);
    if (last && last.said && !this.holding.has(last.stem)) terms.push(...begun(last.word, this.holding.keys()));
    return new Set(terms.flatMap((term) => this.holding.get(term) || []));
  }
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
 * The stems that a word begins.
 * @param {string} word
 * @param {Iterable<string>} stems
 */
export function begun(word, stems) {
  return word.length < 2 ? [] : Array.from(stems).filter((stem) => stem.startsWith(word));
}

/**
 * Whether a word begins one of these stems.
 * @param {string} word
 * @param {Iterable<string>} stems
 */
export function begins(word, stems) {
  if (word.length < 2) return false;
  for (const stem of stems) if (stem.startsWith(word)) return true;
  return false;
}

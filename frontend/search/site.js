/* Which pages of the site answer a question: what people say counts most, then titles, needs and texts.
   The index was made when the site was built; its parts are read once they are needed. */

import MiniSearch from "minisearch";

import { bestPart, passageOf, piecesOf } from "./passages.js";
import { begins, coverage, likeness, Sayings, sayingOf, sayingWith } from "./sayings.js";
import { makeLanguage, nearest, plain } from "./language.js";
import { makePlaces } from "./places.js";
import { pageOf, readPassages } from "./pages.js";

/** @typedef {import("./pages.js").Page} Page */
/** @typedef {import("./sayings.js").Saying} Saying */
/** @typedef {import("./sayings.js").Weighed} Weighed */
/** @typedef {Saying & { page: Page, text: string }} PageSaying */

/**
 * @typedef {object} Index what search reads first
 * @property {import("./language.js").Words} words
 * @property {[page: number, meaning: string][]} needs
 * @property {import("./pages.js").Row[]} pages
 * @property {[stem: string, groups: string, said: number][]} meanings
 * @property {[page: number, text: string, meanings: number[]][]} sayings
 * @property {import("minisearch").AsPlainObject} heads
 * @property {number[]} lengths of the texts of pages
 * @property {Record<string, string>} parts where words are, by the letters that they begin with
 */

/**
 * @typedef {object} Result
 * @property {Page} page
 * @property {number} score of the page's texts
 * @property {string[]} terms the stems found
 * @property {number} like how like the question the best saying is
 * @property {number} second how like the next best is
 * @property {string} said the best saying
 */

/** @typedef {ReturnType<typeof readSite>} Site */

const BOOSTS = { title: 6, tags: 3, headings: 3 };
const FIELDS = ["address", ...Object.keys(BOOSTS)];
// Beside one whole saying of people, which counts 1:
const TEXT = 0.3; // titles, needs and texts
const SECOND = 0.2; // the next best saying
const NEED = 0.2; // a need of the page, the more the less alike the best saying is
const NUDGE = 0.05; // how far the boost of a folder raises a saying
// Beside the word itself:
const GROUP = 0.3; // a word that means the same, in a text
const FUZZY = 0.25; // the share of letters that may differ in a word that no page has
const SHORTEST = 4; // letters of a word that may be read as another

/**
 * What answers questions.
 * @param {Index} index
 * @param {URL} base the root of the site
 */
export function readSite(index, base) {
  const language = makeLanguage(index.words);
  const pages = index.pages.map((row) => pageOf(row, base));
  const heads = MiniSearch.loadJS(index.heads, {
    fields: FIELDS,
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term
  });
  const places = makePlaces(index.parts, index.lengths);
  const sayings = new Sayings(sayingsOf(index, pages));
  /** @type {Set<string> | null} */
  let everyday = null;

  /**
   * The question, with words that no page has read as the everyday words nearest to them.
   * @param {string} query
   */
  function meant(query) {
    const words = language.spelled(query).split(" ");
    return words.map((word, at) => {
      const isOpen = at === words.length - 1 && isBegun(word);
      if (isOpen || isKnown(language.stem(word))) return word;
      everyday = everyday || everydayWords(index);
      return nearest(word, everyday, SHORTEST);
    }).join(" ");
  }

  /**
   * Whether a text has a word; one that cannot be told yet is no mistake.
   * @param {string} stem
   */
  function isKnown(stem) {
    const around = sayings.holding.has(stem) ? null : places.around(stem);
    return !around || around.has(stem);
  }

  /** @param {string} word */
  function isBegun(word) {
    const around = places.around(word);
    return !around || begins(word, around);
  }

  /**
   * @param {Weighed[]} meanings
   * @returns {Result[]}
   */
  function findByText(meanings) {
    const last = meanings[meanings.length - 1];
    const stems = meanings.map(({ stem }) => stem);
    const groups = [...new Set(meanings.flatMap((meaning) => meaning.groups))];
    /** @type {import("minisearch").SearchOptions} */
    const options = {
      boost: BOOSTS,
      boostDocument: (page) => pages[page].boost,
      boostTerm: (term) => (language.isGroup(term) ? GROUP : 1),
      prefix: (term) => term === last.stem && term.length > 1,
      fuzzy: (term) => !language.isGroup(term) && !isKnown(term) && FUZZY,
      weights: { prefix: 0.3, fuzzy: 0.2 }
    };
    const found = together([heads.search([...stems, ...groups].join(" "), options), ...places.search(stems, options)])
      .map(({ id, score, terms, asked }) => newResult(pages[id], score * coverage(meanings, asked), [...terms]));
    const best = most(found, "score");
    return found.map((result) => ({ ...result, score: result.score * (TEXT / best) }));
  }

  /**
   * The pages that answer a question, the best first.
   * @param {string} query
   * @returns {Result[]}
   */
  function find(query) {
    const asked = sayingOf(language, meant(query));
    const told = asked.meanings.filter(({ said }) => said);
    if (!told.length) return [];
    const stems = told.map(({ stem }) => stem);
    sayings.weigh(asked);
    const results = new Map(findByText(told).map((result) => [result.page, result]));
    sayings.near(asked).forEach((saying) => {
      const like = likeness(asked, saying) * Math.pow(saying.page.boost, NUDGE);
      const result = results.get(saying.page) || newResult(saying.page, 0, stems);
      results.set(saying.page, result);
      heed(result, like, saying.text);
    });
    return ranked([...results.values()], asked.groups);
  }

  /**
   * The parts of the index that are to be read before a question is answered with all there is.
   * @param {string} query
   */
  function lacking(query) {
    const told = language.meanings(meant(query)).filter(({ said }) => said);
    return places.lacking([...told.map(({ stem }) => stem), ...told.map(({ word }) => word)]);
  }

  /**
   * @param {Result[]} results
   * @param {Set<string>} groups of the question
   */
  function ranked(results, groups) {
    const unlike = 1 - Math.min(1, most(results, "like"));
    return results.map((result) => {
      const isNeeded = result.page.tags.some((tag) => groups.has(language.group(tag)));
      const rank = result.score + result.like + SECOND * result.second + (isNeeded ? NEED * unlike : 0);
      return { result, rank };
    }).sort((one, other) => other.rank - one.rank).map(({ result }) => result);
  }

  /** @param {Result} result */
  function partOf({ page, terms }) {
    return bestPart(page, new Set(terms), language);
  }

  return {
    pages,
    language,
    /** for questions that no page answers */
    needs: index.needs.map(([page, meaning]) => ({ page: pages[page], meaning })),
    find,
    lacking,
    takeWords: places.take,
    /** @type {(page: Page, passages: import("./pages.js").Passage[]) => void} */
    takePassages: (page, passages) => readPassages(page, passages, base),
    /** the part of the page to open */
    part: partOf,
    /**
     * The words around what was found.
     * @param {Result} result
     */
    passage: (result) => {
      const found = new Set(result.terms);
      return piecesOf(passageOf(result.page, partOf(result), found, language), found, language);
    },
    /**
     * The best saying.
     * @param {Result} result
     */
    saying: ({ said, terms }) => piecesOf(said, new Set(terms), language)
  };
}

/**
 * What people say who look for the pages, with titles and needs.
 * @param {Index} index
 * @param {Page[]} pages
 * @returns {PageSaying[]}
 */
function sayingsOf(index, pages) {
  const meanings = index.meanings.map(([stem, groups, said]) =>
    ({ word: stem, stem, groups: groups ? groups.split(" ") : [], said: Boolean(said), weight: 0 }));
  return index.sayings.map(([page, text, numbers]) =>
    ({ ...sayingWith(numbers.map((number) => meanings[number])), page: pages[page], text }));
}

/**
 * The words that people use who look for something.
 * @param {Index} index
 */
function everydayWords({ sayings, words }) {
  const texts = [...sayings.map(([, text]) => text), ...Object.keys(words.same), ...Object.values(words.same).flat()];
  return new Set(texts.flatMap((text) => plain(text).split(" ")));
}

/**
 * What several engines found of the same pages, as one would have found it: a page counts the more, the
 * more words of the question it has.
 * @param {import("minisearch").SearchResult[][]} lists
 */
function together(lists) {
  /** @type {Map<number, { id: number, score: number, terms: Set<string>, asked: Set<string> }>} */
  const found = new Map();
  lists.flat().forEach(({ id, score, terms, queryTerms }) => {
    const page = found.get(id) || { id, score: 0, terms: new Set(), asked: new Set() };
    found.set(id, page);
    page.score += score / queryTerms.length;
    terms.forEach((term) => page.terms.add(term));
    queryTerms.forEach((term) => page.asked.add(term));
  });
  return [...found.values()].map((page) => ({ ...page, score: page.score * page.asked.size }));
}

/**
 * @param {Page} page
 * @param {number} score
 * @param {string[]} terms
 * @returns {Result}
 */
function newResult(page, score, terms) {
  return { page, score, terms, like: 0, second: 0, said: "" };
}

/**
 * Take into a result how like the question a saying of its page is.
 * @param {Result} result
 * @param {number} like
 * @param {string} said
 */
function heed(result, like, said) {
  result.second = Math.max(result.second, Math.min(result.like, like));
  if (like > result.like) {
    result.like = like;
    result.said = said;
  }
}

/**
 * @param {Result[]} results
 * @param {"score" | "like"} key
 */
function most(results, key) {
  return Math.max(...results.map((result) => result[key]));
}

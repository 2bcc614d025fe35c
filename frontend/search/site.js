/* Which pages of the site answer a question: what people say counts most, then needs and texts.
   The index was made when the site was built; its parts are read once they are needed. */

import { bestPart, passageOf, piecesOf } from "./passages.js";
import { begins, coverage, likeness, readSayings, Sayings, sayingOf } from "./sayings.js";
import { labelOf, makeLanguage, nearest } from "./language.js";
import { makeGists } from "./gist.js";
import { makePlaces } from "./places.js";
import { pageOf, readPassages } from "./pages.js";

/** @typedef {import("./pages.js").Page} Page */
/** @typedef {import("./sayings.js").Saying} Saying */
/** @typedef {import("./sayings.js").Weighed} Weighed */

/**
 * @typedef {object} Index what search reads first
 * @property {import("./language.js").Words} words
 * @property {[page: number, meaning: string][]} needs
 * @property {import("./pages.js").Row[]} pages
 * @property {string[]} meanings words of sayings, each with the numbers of its groups
 * @property {string[]} sayings of each page, as numbers of those words
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
 * @property {number} said the place of the best saying among those of the page; -1 for none
 * @property {number} gist how much of the question its sayings speak of together
 */

/** @typedef {ReturnType<typeof readSite>} Site */

// Beside one whole saying of people, which counts 1:
const TEXT = 0.3; // texts, in which titles and headings count more
const SECOND = 0.2; // the next best saying
const NEED = 0.2; // a need of the page, the more the less alike the best saying is
const TOGETHER = 1.2; // all sayings of the page
const NUDGE = 0.05; // how far the boost of a folder raises a saying
// Beside the word itself:
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
  const places = makePlaces(index.parts, index.lengths);
  const sayings = new Sayings(readSayings(language, index.meanings, index.sayings, pages));
  const speaking = makeGists(sayings.all);
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
    /** @type {import("minisearch").SearchOptions} */
    const options = {
      boostDocument: (page) => pages[page].boost,
      prefix: (term) => term === last.stem && term.length > 1,
      fuzzy: (term) => !isKnown(term) && FUZZY,
      weights: { prefix: 0.3, fuzzy: 0.2 }
    };
    const found = together(places.search(stems, options))
      .map(({ id, score, terms, asked }) => {
        const part = coverage(meanings, asked);
        return { result: newResult(pages[id], score * part, [...terms]), part };
      });
    const best = most(found.map(({ result }) => result), "score");
    return found.map(({ result, part }) => ({ ...result, score: result.score * part * (TEXT / best) }));
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
      noteSaying(result, like, saying.place);
    });
    const gists = speaking(asked);
    return ranked([...results.values()].map((result) => ({ ...result, gist: gists.get(result.page) || 0 })), asked.groups);
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
      const said = result.like + SECOND * result.second + TOGETHER * result.gist;
      const rank = result.score + said + (isNeeded ? NEED * unlike : 0);
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
    /** @type {(page: Page, passages: import("./pages.js").Passages) => void} */
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
    saying: ({ page, said, terms }) => piecesOf(page.said[said] || "", new Set(terms), language)
  };
}

/**
 * The words that people use who look for something.
 * @param {Index} index
 */
function everydayWords({ meanings, words }) {
  const names = Object.keys(words.same).map((name) => labelOf(words, name));
  const phrases = [...names, ...Object.values(words.same).flat()];
  return new Set([...meanings.map((text) => text.split(" ")[0]), ...phrases.flatMap((text) => text.split(" "))]);
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
  return { page, score, terms, like: 0, second: 0, said: -1, gist: 0 };
}

/**
 * Take into a result how like the question a saying of its page is.
 * @param {Result} result
 * @param {number} like
 * @param {number} said its place among those of the page
 */
function noteSaying(result, like, said) {
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

/* Which pages of the site answer a question: what people say counts most, then titles, needs and texts. */

import MiniSearch from "minisearch";

import { bestPart, passageOf, piecesOf } from "./passages.js";
import { begins, countStems, coverage, likeness, sayingOf, weigh } from "./sayings.js";
import { nearest, plain } from "./language.js";
import { readPages } from "./pages.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./language.js").Meaning} Meaning */
/** @typedef {import("./pages.js").Doc} Doc */
/** @typedef {import("./pages.js").Page} Page */
/** @typedef {import("./sayings.js").Saying} Saying */
/** @typedef {import("./sayings.js").Weighed} Weighed */
/** @typedef {Saying & { page: Page, text: string }} PageSaying */
/** @typedef {{ docs: Doc[] } | { docs?: undefined, items: Doc[] }} Index as MkDocs or Zensical writes it */

/**
 * @typedef {object} Result
 * @property {Page} page
 * @property {number} score of the page's texts
 * @property {string[]} terms the stems found
 * @property {number} like how like the question the best saying is
 * @property {number} second how like the next best is
 * @property {string} said the best saying
 */

/**
 * @typedef {object} Site
 * @property {Map<string, Page>} pages
 * @property {{ page: Page, meaning: string }[]} needs for questions that no page answers
 * @property {(query: string) => Result[]} find
 * @property {(result: Result) => import("./pages.js").Part} part the part of the page to open
 * @property {(result: Result) => import("./passages.js").Piece[]} passage the words around what was found
 * @property {(result: Result) => import("./passages.js").Piece[]} saying the best saying
 */

/** @typedef {(index: Index, base: URL) => Promise<Site>} Read */

const BOOSTS = { title: 6, tags: 3, headings: 3, text: 1 };
// Beside one whole saying of people, which counts 1:
const TEXT = 0.3; // titles, needs and texts
const SECOND = 0.2; // the next best saying
const NEED = 0.2; // a need of the page, the more the less alike the best saying is
const NUDGE = 0.05; // how far the boost of a folder raises a saying
// Beside the word itself:
const GROUP = 0.3; // a word that means the same, in a text
const FUZZY = 0.25; // the share of letters that may differ in a word that no page has
const AT_ONCE = 10; // pages
const SHORTEST = 4; // letters of a word that may be read as another

/**
 * A promise of what answers questions. A few pages are taken in at a time, so that a reader may type
 * meanwhile.
 * @param {Index} index
 * @param {URL} base the root of the site
 * @param {import("./language.js").Words} data
 * @param {Language} language
 * @returns {Promise<Site>}
 */
export async function readSite(index, base, data, language) {
  const pages = readPages(index.docs || index.items, base, data);
  /** @type {Set<string>} every stem on the pages */
  const known = new Set();
  const engine = await engineOf(pages, known, language);
  const sayings = Array.from(pages.values()).flatMap((page) => sayingsOf(page, language));
  const counts = countStems(sayings);
  /** @param {Saying} saying */
  const weighed = (saying) => weigh(saying, counts, sayings.length);
  sayings.forEach(weighed);
  const everyday = everydayWords(sayings, data);

  /**
   * The question, with words that no page has read as the everyday words nearest to them.
   * @param {string} query
   */
  function meant(query) {
    const words = language.spelled(query).split(" ");
    return words.map((word, at) => {
      const isOpen = at === words.length - 1 && begins(word, known);
      return isOpen || known.has(language.stem(word)) ? word : nearest(word, everyday, SHORTEST);
    }).join(" ");
  }

  /**
   * @param {Weighed[]} meanings
   * @returns {Result[]}
   */
  function findByText(meanings) {
    const last = meanings[meanings.length - 1];
    const stems = meanings.map(({ stem }) => stem);
    const groups = [...new Set(meanings.flatMap((meaning) => meaning.groups))];
    const found = engine.search([...stems, ...groups].join(" "), {
      boost: BOOSTS,
      boostDocument: (address) => pageAt(address).boost,
      boostTerm: (term) => (language.isGroup(term) ? GROUP : 1),
      prefix: (term) => term === last.stem && term.length > 1,
      fuzzy: (term) => !language.isGroup(term) && !known.has(term) && FUZZY,
      weights: { prefix: 0.3, fuzzy: 0.2 }
    }).map((result) => newResult(
      pageAt(result.id),
      result.score * coverage(meanings, new Set(result.queryTerms)),
      result.terms
    ));
    const best = most(found, "score");
    return found.map((result) => ({ ...result, score: result.score * (TEXT / best) }));
  }

  /** @param {string} address */
  function pageAt(address) {
    return /** @type {Page} */ (pages.get(address));
  }

  /**
   * @param {string} query
   * @returns {Result[]}
   */
  function find(query) {
    const asked = sayingOf(language, meant(query));
    const told = asked.meanings.filter(({ said }) => said);
    const stems = told.map(({ stem }) => stem);
    weighed(asked);
    if (!told.length) return [];
    /** @type {Map<string, Result>} */
    const results = new Map(findByText(told).map((result) => [result.page.address, result]));
    sayings.forEach((saying) => {
      const like = likeness(asked, saying) * Math.pow(saying.page.boost, NUDGE);
      if (!like) return;
      const { address } = saying.page;
      const result = results.get(address) || newResult(saying.page, 0, stems);
      results.set(address, result);
      heed(result, like, saying.text);
    });
    return ranked(Array.from(results.values()), asked.groups, language);
  }

  /** @param {Result} result */
  function partOf({ page, terms }) {
    return bestPart(page, new Set(terms), language);
  }

  return {
    pages,
    needs: needsOf(pages, data),
    find,
    part: partOf,
    passage: (result) => {
      const found = new Set(result.terms);
      return piecesOf(passageOf(result.page, partOf(result), found, language), found, language);
    },
    saying: ({ said, terms }) => piecesOf(said, new Set(terms), language)
  };
}

/**
 * Full text search over the pages.
 * @param {Map<string, Page>} pages
 * @param {Set<string>} known takes in every stem of the texts
 * @param {Language} language
 */
async function engineOf(pages, known, language) {
  /** @param {string} text */
  const terms = (text) => language.meanings(text).filter(({ said }) => said)
    .flatMap(({ stem, groups }) => [stem, ...groups]).join(" ");
  /** @param {string} text */
  const stems = (text) => {
    const all = plain(text).split(" ").map(language.stem);
    all.forEach((stem) => known.add(stem));
    return all.join(" ");
  };
  /** @type {Record<string, (page: Page) => string>} */
  const fields = {
    address: (page) => page.address,
    title: (page) => terms(page.title),
    tags: (page) => terms(page.tags.join(" ")),
    headings: (page) => page.parts.slice(1).map(({ title }) => terms(title)).join(" "),
    text: (page) => [...page.parts.map(({ text }) => text), ...page.said].map(stems).join(" ")
  };
  const engine = new MiniSearch({
    idField: "address",
    fields: Object.keys(BOOSTS),
    extractField: (page, name) => fields[name](page),
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term
  });
  await engine.addAllAsync(Array.from(pages.values()), { chunkSize: AT_ONCE });
  return engine;
}

/**
 * What people say who look for a page, its title, and its need.
 * @param {Page} page
 * @param {Language} language
 * @returns {PageSaying[]}
 */
function sayingsOf(page, language) {
  const texts = [...page.said, page.title, ...(page.need ? [page.need] : [])];
  return texts.map((text) => ({ ...sayingOf(language, text), page, text }));
}

/**
 * @param {PageSaying[]} sayings
 * @param {import("./language.js").Words} data
 */
function everydayWords(sayings, data) {
  const texts = [...sayings.map(({ text }) => text), ...Object.keys(data.same), ...Object.values(data.same).flat()];
  return new Set(texts.flatMap((text) => plain(text).split(" ")));
}

/**
 * The page of each need.
 * @param {Map<string, Page>} pages
 * @param {import("./language.js").Words} data
 */
function needsOf(pages, data) {
  const all = Array.from(pages.values());
  return Object.entries(data.needs).flatMap(([need, meaning]) => {
    const page = all.find((one) => one.need === need);
    return page ? [{ page, meaning }] : [];
  });
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
 * @param {Set<string>} groups of the question
 * @param {Language} language
 */
function ranked(results, groups, language) {
  const unlike = 1 - Math.min(1, most(results, "like"));
  return results.map((result) => {
    const isNeeded = result.page.tags.some((tag) => groups.has(language.group(tag)));
    const rank = result.score + result.like + SECOND * result.second + (isNeeded ? NEED * unlike : 0);
    return { result, rank };
  }).sort((one, other) => other.rank - one.rank).map(({ result }) => result);
}

/**
 * @param {Result[]} results
 * @param {"score" | "like"} key
 */
function most(results, key) {
  return Math.max(...results.map((result) => result[key]));
}

/* Search within the file. The words of danger are read first, so that they are heard before any page is
   known; then the index. Nothing is fetched and nothing is kept. */

import { fill, find, make } from "../shared/elements.js";
import { howMany, LIMIT, marked, PAUSE } from "../shared/found.js";
import { makeDanger } from "../search/danger.js";
import { ALL, grown } from "./index.js";
import { passagesOf } from "./texts.js";
import { readSite } from "../search/site.js";
import { told } from "../shared/strings.js";
import { unpacked } from "./unpacked.js";

/** @typedef {import("../search/site.js").Result} Result */
/** @typedef {import("../search/site.js").Site} Site */

/** Make the field of search work. */
export function search() {
  const form = find(document, ".search", HTMLFormElement);
  const input = find(form, "input", HTMLInputElement);
  const care = find(form, ".rp-care", HTMLElement);
  const emergency = find(form, ".first", HTMLElement);
  const status = find(form, ".status", HTMLElement);
  const list = find(form, "ol", HTMLOListElement);
  const section = /** @type {HTMLElement} */ (form.parentElement);
  /** @type {((text: string) => { emergency: boolean }[]) | null} */
  let dangers = null;
  /** @type {Site | null} */
  let site = null;
  /** @type {Map<string, import("../search/pages.js").Passages>} */
  let texts = new Map();
  let preparing = false;
  let saying = 0;

  /* Each in a turn of its own: what is typed meanwhile shows at once, and so does the card. */
  function prepare() {
    if (preparing) return;
    preparing = true;
    setTimeout(() => {
      dangers = dangerWords();
      show();
      setTimeout(() => {
        [site, texts] = readIndex();
        show();
      });
    });
  }

  /** @param {Site["needs"][number]} need */
  function needItem({ page, meaning }) {
    return make("li", {}, make("a", { href: new URL(page.parts[0].href).hash }, page.title), make("p", {}, meaning));
  }

  /** @param {Result} result */
  function item(result) {
    const { page } = result;
    const { part, passage, takePassages } = /** @type {Site} */ (site);
    const passages = texts.get(page.unread);
    if (passages) takePassages(page, passages);
    const opened = part(result);
    const title = opened.title === page.title ? page.title : `${page.title} – ${opened.title}`;
    const entry = make("li", {}, make("a", { href: new URL(opened.href).hash }, title));
    if (page.facts) entry.append(" ", make("small", {}, page.facts));
    const words = care.hidden ? passage(result).map(marked) : []; // no odd line beside the card
    if (words.length) entry.append(make("p", {}, ...words));
    return entry;
  }

  function show() {
    const query = input.value.trim();
    section.classList.toggle("searching", query !== "");
    const found = query && dangers ? dangers(query) : [];
    emergency.hidden = !found.some((danger) => danger.emergency); // said first, within the card
    care.hidden = !found.length;
    if (!query || !site) {
      fill(list);
      say(query ? told("search.preparing") : "");
      return;
    }
    const results = site.find(query);
    const needs = results.length ? [] : site.needs;
    fill(list, ...results.slice(0, LIMIT).map(item), ...needs.map(needItem));
    say(howMany(results.length));
  }

  /** @param {string} text */
  function say(text) {
    clearTimeout(saying);
    saying = window.setTimeout(() => { status.textContent = text; }, PAUSE);
  }

  input.addEventListener("focus", prepare); // while the first letter is typed
  input.addEventListener("input", () => {
    prepare();
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    const link = list.querySelector("a");
    if (link) link.focus();
  });
  form.hidden = false;
}

/** @returns {(text: string) => { emergency: boolean }[]} */
function dangerWords() {
  const words = unpacked("rp-danger");
  return words ? makeDanger(words).dangers : () => [{ emergency: false }]; // no words to tell danger by
}

/** @returns {[Site, Map<string, import("../search/pages.js").Passages>]} with the texts of pages, by the names of these */
function readIndex() {
  const seed = /** @type {import("./index.js").Seed} */ (unpacked("rp-index"));
  const passages = seed.pages.map(([address]) => passagesOf(sectionOf({ address })));
  const { index, places } = grown(seed, passages);
  const site = readSite(index, new URL("file:///")); // only what follows the # counts
  site.takeWords(ALL, places);
  return [site, new Map(seed.pages.map((row, page) => [row[9], { parts: passages[page], said: [] }]))];
}

/** @param {{ address: string }} page */
function sectionOf({ address }) {
  return /** @type {HTMLElement} */ (document.getElementById(address.slice(1)));
}

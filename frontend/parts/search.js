/* The dialog of search. What it needs is read when somebody first reaches for it; nothing is kept.
   The words of danger come first, so that they are heard before any page is known. Titles and what people
   say come next; where the typed words are in texts, and passages of pages, come as they are needed. */

import { fill, find, make, pressed } from "../shared/elements.js";
import { howMany, LIMIT, marked, PAUSE } from "../shared/found.js";
import { makeLoader } from "../search/loading.js";
import { told } from "../shared/strings.js";

/** @typedef {import("../search/site.js").Result} Result */
/** @typedef {import("../search/site.js").Site} Site */

const REST = 150; // after the last letter; passages of what is shown are read from then on
const TOGETHER = 5; // passages that are read at a time, those of the first results first
const ALIKE = 0.3; // how like the question a saying is that is shown; 1 is the same words

/** Make the button of search work. */
export function search() {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.rp-search"));
  const opener = /** @type {HTMLElement | null} */ (document.querySelector(".rp-search-button"));
  if (!dialog || !opener || !dialog.showModal) return; // eslint-disable-line no-restricted-properties -- it asks

  const input = find(dialog, "input", HTMLInputElement);
  const urgent = find(dialog, ".rp-search__help", HTMLElement);
  const care = find(dialog, ".rp-search__care > *", HTMLElement);
  const emergency = find(care, ".rp-search__emergency", HTMLElement);
  const status = find(dialog, ".rp-search__status", HTMLElement);
  const list = find(dialog, "ol", HTMLOListElement);
  const { dataset } = dialog;
  const loader = makeLoader(dataset, new URL(dataset.base || "", location.href));
  /** @type {Site | null} */
  let site = null;
  /** @type {Promise<void> | null} */
  let loading = null;

  /* Showing */

  /** @param {Result} result */
  function item(result) {
    const { kind, facts } = result.page;
    const entry = entryOf("", "");
    if (kind) entry.append(make("p", { className: "rp-search__kind" }, facts ? `${kind}, ${facts}` : kind));
    const shown = isSaid(result) ? "rp-search__saying" : care.hidden ? "rp-search__passage" : "";
    entry.append(make("p", { className: `rp-search__words ${shown}` }));
    tell(entry, result);
    return entry;
  }

  /**
   * Let an entry say what is known of a result by now.
   * @param {HTMLElement} entry
   * @param {Result} result
   */
  function tell(entry, result) {
    const { part, passage, saying } = /** @type {Site} */ (site);
    const { page } = result;
    const opened = part(result);
    const link = find(entry, "a", HTMLAnchorElement);
    link.href = opened.href;
    fill(link, opened === page.parts[0] ? page.title : `${page.title} – ${opened.title}`);
    const words = find(entry, ".rp-search__words", HTMLElement);
    if (isSaid(result)) fill(words, ...(page.unread ? [] : [`${told("search.also")} `, ...saying(result).map(marked)]));
    else fill(words, ...(care.hidden ? passage(result).map(marked) : [])); // no odd line beside the card
  }

  /** @param {Site["needs"][number]} need */
  function needItem({ page, meaning }) {
    const entry = entryOf(page.parts[0].href, page.title);
    entry.append(make("p", {}, meaning));
    return entry;
  }

  /* Words that may mean danger: the card stands above the results, and never in place of them. */

  function warn() {
    const { dangers, all = false } = window.rippleDanger || {};
    const found = dangers ? dangers(input.value) : [];
    const isCared = found.length > 0 || (all && input.value.trim() !== ""); // no words to tell danger by
    toggle(emergency, found.some((danger) => danger.emergency)); // said first, within the card
    toggle(care, isCared);
    toggle(urgent, !isCared); // the card says the same, and more
  }

  function show() {
    const query = input.value.trim();
    warn();
    if (!query || !site) {
      fill(list);
      list.setAttribute("aria-busy", "false");
      say(site ? "" : told("search.preparing"));
      return;
    }
    const isWhole = !site.lacking(query).length;
    answer(query, isWhole);
    if (!isWhole) complete(query);
  }

  /**
   * List what is found by now.
   * @param {string} query
   * @param {boolean} isWhole whether nothing more is to be read for it
   */
  function answer(query, isWhole) {
    const { find: found, needs } = /** @type {Site} */ (site);
    const results = found(query);
    const shown = results.slice(0, LIMIT).map((result) => ({ result, entry: item(result) }));
    list.setAttribute("aria-busy", String(!isWhole));
    if (isWhole || results.length) {
      fill(list, ...(results.length ? shown.map(({ entry }) => entry) : needs.map(needItem)));
      say(howMany(results.length));
    }
    clearTimeout(resting);
    if (isWhole) resting = window.setTimeout(() => read(shown), REST);
  }

  /**
   * Read where the words of a question are, and answer it again; not under the hands of a reader who is in the list.
   * @param {string} query
   */
  async function complete(query) {
    const { lacking, takeWords } = /** @type {Site} */ (site);
    try {
      for (let missing = lacking(query); missing.length; missing = lacking(query)) {
        await Promise.all(missing.map(async (name) => takeWords(name, await loader.part(name))));
      }
    } catch {
      // What is known has to do.
    }
    if (input.value.trim() === query && !list.contains(document.activeElement)) answer(query, true);
    else list.setAttribute("aria-busy", "false");
  }

  /**
   * Read the passages of what is shown, as long as it is.
   * @param {{ result: Result, entry: HTMLElement }[]} shown
   */
  async function read(shown) {
    const { takePassages } = /** @type {Site} */ (site);
    const unread = shown.filter(({ result }) => result.page.unread);
    for (let from = 0; from < unread.length && list.contains(unread[from].entry); from += TOGETHER) {
      await Promise.all(unread.slice(from, from + TOGETHER).map(async ({ result, entry }) => {
        takePassages(result.page, await loader.part(result.page.unread));
        tell(entry, result);
      }));
    }
  }

  let resting = 0;
  let saying = 0;
  /** @param {string} text */
  function say(text) {
    clearTimeout(saying);
    saying = window.setTimeout(() => { status.textContent = text; }, PAUSE);
  }

  /* The dialog */

  const shown = dialog;
  function open() {
    if (shown.open) return;
    shown.showModal(); // eslint-disable-line no-restricted-properties -- asked for above
    input.focus();
    if (!site) show();
    prepare();
  }

  async function load() {
    await loader.danger();
    warn();
    site = await loader.site();
  }

  function prepare() {
    if (loading) return;
    loading = load().then(show, () => {
      loading = null;
      say(told("search.unread"));
    });
  }

  function close() {
    input.value = "";
    clearTimeout(saying);
    status.textContent = "";
    fill(list);
    warn();
    shown.close(); // the browser returns focus to the opener
  }

  /** @param {number} step */
  function move(step) {
    /** @type {Element[]} */
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(/** @type {Element} */ (document.activeElement)) + step];
    if (next instanceof HTMLElement) next.focus();
  }

  input.addEventListener("input", show);
  find(dialog, "form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    move(1);
  });
  find(dialog, ".rp-search__close", HTMLElement).addEventListener("click", close);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || pressed(event, "a")) close(); // the backdrop, or a link on this page
  });
  /** @type {Record<string, () => void>} */
  const keys = { Escape: close, ArrowDown: () => move(1), ArrowUp: () => move(-1) };
  dialog.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || isComposing(event)) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "k" || isComposing(event)) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("pointerdown", prepare); // a finger is slower than a network
  opener.addEventListener("click", open);
  opener.hidden = false;
}

/**
 * Whether a key belongs to a word that is put together. Older Safari has ended the word before it
 * tells of the key that did so, and marks that key with a code of its own.
 * @param {KeyboardEvent} event
 */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Show or hide an element; nothing changes, and nothing is said again, where it is so already.
 * @param {HTMLElement} element
 * @param {boolean} shown
 */
function toggle(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/**
 * Whether a result shows what people say, and not a passage.
 * @param {Result} result
 */
function isSaid({ like, said, page }) {
  return like >= ALIKE && said < page.saidOf;
}

/**
 * @param {string} href
 * @param {string} text
 */
function entryOf(href, text) {
  return make("li", {}, make("a", { href }, text));
}

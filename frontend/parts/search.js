/* The dialog of search. What it needs is read when somebody first reaches for it; nothing is kept.
   danger-words.js and search-danger.js come first, so that words of danger are heard before any page
   is known; search-words.js holds data, search-engine.js finds pages. */

import { fill, find, make, pressed } from "../shared/elements.js";
import { scriptAddresses } from "../shared/trusted.js";

/** @typedef {import("../search/site.js").Result} Result */
/** @typedef {import("../search/site.js").Site} Site */
/** @typedef {import("../search/passages.js").Piece} Piece */

const LIMIT = 20;
const PAUSE = 400; // a count after every letter would be too much to hear
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
  const base = new URL(dataset.base || "", location.href);
  /** @type {Site | null} */
  let site = null;
  /** @type {Promise<void> | null} */
  let loading = null;

  /* Loading: files may not be fetched from a disk, so there the index is a script. */

  /* The only way to a script, where browsers know trusted types: it has to be a script of this site. */
  const addressOf = scriptAddresses("ripple-search", (address) => {
    const url = new URL(address, location.href).href;
    if (!url.startsWith(new URL(".", base).href)) throw new TypeError(`not a script of this site: ${url}`);
    return url;
  });

  /** @param {string} address */
  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const src = addressOf(address);
      document.head.append(make("script", { src, onload: resolve, onerror: reject }));
    });
  }

  async function loadIndex() {
    const { index = "" } = dataset;
    if (!index.endsWith(".js")) return (await fetch(index)).json();
    await loadScript(index);
    return window.__index;
  }

  async function loadScripts() {
    for (const address of (dataset.scripts || "").split(" ")) { // one after another
      await loadScript(address);
      warn(); // as soon as words can be read
    }
  }

  async function load() {
    const [read] = await Promise.all([loadIndex(), loadScripts()]);
    site = await window.rippleSearch.read(read, base);
  }

  /* Showing */

  /** @param {Result} result */
  function item(result) {
    const { page } = result;
    const { part } = /** @type {Site} */ (site);
    const { passage, saying } = /** @type {Site} */ (site);
    const opened = part(result);
    const entry = entryOf(opened.href, opened === page.parts[0] ? page.title : `${page.title} – ${opened.title}`);
    if (page.kind) {
      const kind = page.facts ? `${page.kind}, ${page.facts}` : page.kind;
      entry.append(make("p", { className: "rp-search__kind" }, kind));
    }
    if (result.like >= ALIKE && result.said !== page.title) {
      entry.append(make("p", {}, "People also say: ", ...saying(result).map(marked)));
    } else if (care.hidden) { // no odd line beside the card
      entry.append(make("p", {}, ...passage(result).map(marked)));
    }
    return entry;
  }

  /** @param {Site["needs"][number]} need */
  function needItem({ page, meaning }) {
    const entry = entryOf(page.parts[0].href, page.title);
    entry.append(make("p", {}, meaning));
    return entry;
  }

  /* Words that may mean danger: the card stands above the results, and never in place of them. */

  function warn() {
    const { dangers } = window.rippleDanger || {};
    const found = dangers ? dangers(input.value) : [];
    toggle(emergency, found.some((danger) => danger.emergency)); // said first, within the card
    toggle(care, found.length > 0);
    toggle(urgent, found.length === 0); // the card says the same, and more
  }

  function show() {
    const query = input.value.trim();
    warn();
    if (!query || !site) {
      fill(list);
      say(site ? "" : "Search is being prepared.");
      return;
    }
    const results = site.find(query);
    fill(list, ...(results.length ? results.slice(0, LIMIT).map(item) : site.needs.map(needItem)));
    say(howMany(results.length));
  }

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

  function prepare() {
    if (loading) return;
    loading = load().then(show, () => {
      loading = null;
      say("Search cannot be read here. The menu leads to every page.");
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
    if (!act || event.isComposing) return; // while a word is put together, keys choose its signs
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "k" || event.isComposing) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("pointerdown", prepare); // a finger is slower than a network
  opener.addEventListener("click", open);
  opener.hidden = false;
}

/**
 * Show or hide an element; nothing changes, and nothing is said again, where it is so already.
 * @param {HTMLElement} element
 * @param {boolean} shown
 */
function toggle(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/** @param {Piece} piece */
function marked({ text, isFound }) {
  return isFound ? make("mark", {}, text) : text;
}

/**
 * @param {string} href
 * @param {string} text
 */
function entryOf(href, text) {
  return make("li", {}, make("a", { href }, text));
}

/** @param {number} total */
function howMany(total) {
  if (total === 0) return "No page found with these words. Perhaps one of these comes close.";
  if (total === 1) return "1 page found.";
  return total > LIMIT ? `The best ${LIMIT} of ${total} pages.` : `${total} pages found.`;
}

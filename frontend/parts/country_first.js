/* Help now: the reader's country stands at the top, and a date that has passed is said.
   It all comes from the page and from the browser's own settings; nothing is sent or kept. */

import { fill, find, findAll, make } from "../shared/elements.js";
import { guessCountry, speaks } from "../help/country.js";
import { onEachDay } from "../shared/each_day.js";
import { parts, told } from "../shared/strings.js";
import { today } from "../shared/days.js";

/** @typedef {{ code: string, name: string, zones: string[], section: HTMLElement }} Country */

// For each way to make contact, a line that offers it.
const SPEECH = "[href^='tel:']";
const TEXT = "[href^='sms:'], .rp-way--whatsapp";
const CHAT = ".rp-call[href^='https:']";

/** Show one country at the top, and say which dates have passed. */
export function countryFirst() {
  const countries = findAll(document, ".rp-country").map(countryOf);
  const here = document.querySelector(".rp-here"); // room for the country, below what to do in danger
  if (!countries.length || !here) return;
  findAll(document, "details.rp-spoken__language").forEach(openIfSpoken);

  const select = make(
    "select",
    { id: "rp-country", autocomplete: "off" }, // or a reload would keep a choice that is not shown
    new Option(told("help.choose"), ""),
    ...countries.map(({ name, code }) => new Option(name, code))
  );
  const label = make("label", { htmlFor: select.id }, told("help.country"));
  const reason = make("p", { className: "rp-here__reason" });
  reason.setAttribute("role", "status");
  const place = make("div");
  const choice = make("div", { className: "rp-here__choice" }, label, select);
  const box = make("section", { className: "rp-here__country" }, choice, reason, place);
  box.setAttribute("aria-label", told("help.yours"));

  /**
   * @param {Country | undefined} country
   * @param {string} why
   */
  function show(country, why) {
    reason.textContent = why;
    fill(place, ...(country ? viewOf(country) : [make("p", {}, ...parts("help.none", { finder: finder() }))]));
  }

  select.addEventListener("change", () => {
    const chosen = countries.find(({ code }) => code === select.value);
    show(chosen, chosen ? told("help.below", { country: chosen.name }) : told("help.please"));
  });

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  const { country, other } = guessCountry(countries, zone, navigator.languages);
  if (country) select.value = country.code;
  onEachDay(warnOfPassed); // before the country is shown, which repeats what the page says
  if (other) show(country, told("help.by_clock", { country: other.name }));
  else show(country, told(country ? "help.guess" : "help.no_guess"));
  here.append(box);
  onEachDay(() => { // a date may have passed since
    const chosen = countries.find(({ code }) => code === select.value);
    if (chosen) fill(place, ...viewOf(chosen));
  });
}

/**
 * @param {HTMLElement} section
 * @returns {Country}
 */
function countryOf(section) {
  const title = find(section, "h3", HTMLHeadingElement);
  const name = ((title.firstChild && title.firstChild.textContent) || "").trim();
  return { code: title.id, name, zones: (section.dataset.zones || "").split(" "), section };
}

function finder() {
  return find(document, ".rp-countries [href^='https://findahelpline.com']", HTMLAnchorElement).cloneNode(true);
}

/* Dates, by the reader's own clock: the page may be a copy that was made long ago. */

function warnOfPassed() {
  const day = today();
  /** @type {HTMLTimeElement[]} */
  const dates = findAll(document, ".rp-country .rp-expires");
  dates.filter((time) => time.dateTime <= day && !time.dataset.passed).forEach((time) => {
    time.dataset.passed = "said";
    warn(time);
  });
}

/** @param {HTMLTimeElement} time */
function warn(time) {
  const line = time.closest(".rp-line, .rp-spoken__line");
  if (!line) { // an emergency number is called first, and checked only where there is time
    const fresh = /** @type {Element} */ (time.closest(".rp-fresh"));
    fresh.append(` ${told("help.not_confirmed", { day: time.textContent })}`);
    return;
  }
  const isEntry = line.matches(".rp-line") && !line.querySelector(".rp-call");
  const what = isEntry ? "help.check_entry" : "help.check_number";
  const section = /** @type {Element} */ (line.closest(".rp-country"));
  const emergency = /** @type {HTMLElement} */ (find(section, ".rp-number .rp-call", HTMLElement).cloneNode(true));
  emergency.className = ""; // a link within a sentence, so that the line's own buttons stand out
  const name = line.querySelector(".rp-name");
  const warning = make(
    "p",
    { className: "rp-passed" },
    make("strong", {}, told(what)),
    " ",
    ...parts("help.passed", { day: time.textContent, emergency, finder: finder() })
  );
  if (name) name.after(warning);
  else line.prepend(warning); // before sentences in another language
}

/* One country in short: whom to call in danger, and the first line for each way to make contact. */

/**
 * @param {Country} country
 * @returns {Node[]}
 */
function viewOf({ code, name, section }) {
  const all = make("a", { href: `#${code}` }, told("help.all", { country: name }));
  // For whoever reads them, sentences in a language of the country stand before the English lines.
  const spoken = findAll(section, ".rp-spoken");
  const first = spoken.filter(isSpoken);
  return [
    short(find(section, ".rp-emergency", HTMLElement)),
    ...first.map(short),
    ...findAll(section, ".rp-unconfirmed").map(short),
    ...linesOf(section),
    ...spoken.filter((part) => !first.includes(part)).map(short),
    ...findAll(section, ".rp-caution").map(short),
    make("p", {}, all),
    make("p", { className: "rp-fresh" }, told("help.only_here"))
  ];
}

/** @param {HTMLElement} part of the page that holds sentences in one language or more */
function isSpoken(part) {
  return findAll(part, "[lang]").some(({ lang }) => speaks(navigator.languages, lang));
}

/** @param {HTMLElement} language */
function openIfSpoken(language) {
  if (isSpoken(language)) language.setAttribute("open", "");
}

/**
 * @param {HTMLElement} section
 * @returns {Node[]}
 */
function linesOf(section) {
  const all = findAll(section, ".rp-line");
  const [speech, text, chat] = [SPEECH, TEXT, CHAT].map((way) => all.find((line) => line.querySelector(way)));
  const shown = all.filter((line) => line === speech || line === text || line === chat).map(short);
  if (!shown.length) return findAll(section, ".rp-none").map(short);
  if (text || chat) return shown;
  return [...shown, make("p", {}, ...parts("help.no_text", { finder: finder() }))];
}

/** @param {HTMLElement} part */
function short(part) {
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
  findAll(copy, ".rp-detail, .rp-caution").forEach((more) => more.remove());
  return copy;
}

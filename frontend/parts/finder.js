/* The finder: each choice is a link to an address that holds all choices, so that the back button,
   bookmarks and shared addresses work, and nothing has to be stored. */

import { fill, find, findAll, make } from "../shared/elements.js";
import { fitting, hashOf, matches, nearest, pickedFirst, stateOf, toggled } from "../finder/matching.js";

/** @typedef {import("../finder/matching.js").Item & { element: HTMLElement }} Answer */
/** @typedef {import("../finder/matching.js").Choices} Choices */

// What makes a word of these lists clear away from its question.
/** @type {Record<string, string>} */
const AFTER = { efforts: " energy", costs: " cost" };

/** Make the choices narrow down the answers. */
export function finder() {
  const root = /** @type {HTMLElement | null} */ (document.querySelector(".rp-finder"));
  if (!root) return;

  findAll(root, ".rp-group").forEach((group) => { group.hidden = false; }); // some need scripts
  const kind = root.dataset.kind || "";
  const most = Number(root.dataset.most);
  const isOpen = "opened" in root.dataset; // all answers are shown from the start
  const groups = findAll(root, "[data-facet]").map((list) => ({
    facet: list.dataset.facet || "",
    choices: findAll(list, "[data-word]").map((element) => ({
      word: element.dataset.word || "",
      link: find(element, "a", HTMLAnchorElement)
    }))
  }));
  const facets = new Map(groups.map(({ facet, choices }) => [facet, choices.map(({ word }) => word)]));
  const box = find(root, ".rp-answers", HTMLElement);
  /** @type {Answer[]} */
  const items = findAll(box, "[data-item]").map((element) => ({
    element,
    id: element.dataset.item || "",
    ranks: ranksOf(element.dataset.picked || ""),
    words: Object.fromEntries(groups.map(({ facet }) => [facet, (element.dataset[facet] || "").split("|")]))
  }));

  const cards = find(box, ".rp-cards", HTMLElement);
  const title = make("h2", { className: "rp-found", id: "rp-found", tabIndex: -1 });
  const more = make("p", { className: "rp-more" });
  box.prepend(title);
  box.append(more);
  // Where everything is shown from the start, the choices stay in hand: told, not moved to.
  const jump = make("button", { type: "button", className: "rp-jump" });
  if (isOpen) {
    title.setAttribute("aria-live", "polite");
    jump.addEventListener("click", () => title.focus());
    box.before(jump);
  }
  root.classList.add("rp-finder--ready");

  /** @param {Choices} picked */
  function showChoices(picked) {
    groups.forEach(({ facet, choices }) => choices.forEach(({ word, link }) => {
      const next = toggled(picked, facet, word);
      const isPicked = picked[facet] === word;
      link.href = hashOf(next);
      if (isPicked) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      if (!isOpen) return;
      const count = link.querySelector(".rp-count") || link.appendChild(make("span", { className: "rp-count" }));
      count.textContent = ` ${fitting(items, isPicked ? picked : next).length}`;
    }));
  }

  /**
   * @param {Choices} picked
   * @param {string} one the answer that was drawn, if any
   * @param {Answer[]} found
   * @param {number} from
   */
  function showMore(picked, one, found, from) {
    fill(more);
    if (most < items.length && found.length > most && !one) {
      const next = from + most < found.length ? from + most : 0;
      more.append(linkTo(next ? "Show others" : "Back to the first ones", hashOf(picked, next ? { from: next } : {})), " ");
    }
    if (kind === "small acts") {
      more.append(linkTo(one ? "Another one" : "One for me", hashOf(picked, { one: drawn(found, one).id })), " ");
    }
    if (Object.keys(picked).length || one) more.append(linkTo("Start again", "#rp-finder"));
  }

  function show() {
    const { picked, one: wanted, from: asked } = stateOf(location.hash, facets);
    const isAny = Object.keys(picked).length > 0 || wanted !== "";
    const fits = pickedFirst(fitting(items, picked), picked.needs);
    const found = fits.length ? fits : nearest(items, picked);
    const one = items.find((item) => item.id === wanted);
    const from = asked < found.length ? asked : 0;
    const shown = one ? [one] : found.slice(from, from + most);

    cards.append(...shown.map(({ element }) => element)); // in their order
    items.forEach((item) => {
      item.element.hidden = !shown.includes(item);
      const why = item.element.querySelector(".rp-why") || item.element.appendChild(make("p", { className: "rp-why" }));
      why.textContent = reason(item, picked);
    });
    box.hidden = !isAny && !isOpen;
    if (one) title.textContent = "One for you, if you like";
    else if (!fits.length) title.textContent = "Nothing fits all of that. These come nearest";
    else if (!isAny) title.textContent = `All ${items.length} ${kind}`;
    else if (shown.length < found.length) title.textContent = `${shown.length} of ${found.length} that fit`;
    else title.textContent = found.length === 1 ? "One that fits" : `${found.length} that fit`;
    jump.textContent = `Show ${fits.length ? found.length : "the nearest"}`;
    showChoices(picked);
    showMore(picked, wanted, found, from);
    return isAny;
  }

  show();
  addEventListener("hashchange", () => {
    if (show() && !isOpen) title.focus();
  });
}

/**
 * For which needs an answer was chosen by hand, and how early it comes there.
 * @param {string} text such as "0 lonely|2 sad"
 * @returns {Record<string, number>}
 */
function ranksOf(text) {
  return Object.fromEntries(text.split("|").filter(Boolean).map((part) => {
    const [rank, ...words] = part.split(" ");
    return [words.join(" "), Number(rank)];
  }));
}

/**
 * @param {Answer} item
 * @param {Choices} picked
 */
function reason(item, picked) {
  /** @param {string[]} some */
  const spoken = (some) => some.map((facet) => picked[facet] + (AFTER[facet] || "")).join(", ");
  const fits = matches(item, picked);
  const not = Object.keys(picked).filter((facet) => !fits.includes(facet));
  return (fits.length ? `Fits: ${spoken(fits)}. ` : "") + (not.length ? `Does not fit: ${spoken(not)}.` : "");
}

/**
 * One answer by chance, and another than before where there is one.
 * @param {Answer[]} among
 * @param {string} before
 */
function drawn(among, before) {
  const others = among.filter((item) => item.id !== before);
  const all = others.length ? others : among;
  return all[Math.floor(Math.random() * all.length)];
}

/**
 * @param {string} text
 * @param {string} href
 */
function linkTo(text, href) {
  return make("a", { textContent: text, href });
}

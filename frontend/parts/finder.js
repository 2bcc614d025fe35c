/* The finder: each choice is a link to an address that holds all choices, so that the back button,
   bookmarks and shared addresses work, and nothing has to be stored. */

import { fill, find, findAll, make } from "../shared/elements.js";
import { fitting, hashOf, matches, nearest, pickedFirst, stateOf, toggled } from "../finder/matching.js";
import { told } from "../shared/strings.js";

/** @typedef {import("../finder/matching.js").Item & { element: HTMLElement }} Answer */
/** @typedef {import("../finder/matching.js").Choices} Choices */

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
      said: element.dataset.said || "",
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

  /**
   * @param {string} facet
   * @param {string} word
   */
  function spoken(facet, word) {
    const { choices = [] } = groups.find((group) => group.facet === facet) || {};
    return (choices.find((choice) => choice.word === word) || { said: word }).said;
  }

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
      more.append(linkTo(told(next ? "finder.others" : "finder.first"), hashOf(picked, next ? { from: next } : {})), " ");
    }
    if (kind === "acts") {
      more.append(linkTo(told(one ? "finder.another" : "finder.one"), hashOf(picked, { one: drawn(found, one).id })), " ");
    }
    if (Object.keys(picked).length || one) more.append(linkTo(told("finder.again"), "#rp-finder"));
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
      why.textContent = reason(item, picked, spoken);
    });
    box.hidden = !isAny && !isOpen;
    if (one) title.textContent = told("finder.drawn");
    else if (!fits.length) title.textContent = told("finder.nearest");
    else if (!isAny) title.textContent = told(`finder.all.${kind}`, { count: items.length });
    else if (shown.length < found.length) title.textContent = told("finder.some", { shown: shown.length, count: found.length });
    else title.textContent = told("finder.fit", { count: found.length });
    jump.textContent = fits.length ? told("finder.show", { count: found.length }) : told("finder.show_nearest");
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
 * @param {(facet: string, word: string) => string} spoken what readers see of a word
 */
function reason(item, picked, spoken) {
  /** @param {string[]} some */
  const all = (some) => some.map((facet) => spoken(facet, picked[facet])).join(", ");
  const fits = matches(item, picked);
  const not = Object.keys(picked).filter((facet) => !fits.includes(facet));
  return [fits.length ? told("finder.fits", { words: all(fits) }) : "", not.length ? told("finder.misfits", { words: all(not) }) : ""].join(" ").trim();
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

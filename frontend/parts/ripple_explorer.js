/* Ripples to look at: one chooses a cause, and its effects appear ring by ring as a slider moves from
   "at once" to "over years". The first cause is read from the picture and the table of the page; another
   one fills both anew. */

import { fill, find, findAll, make } from "../shared/elements.js";
import { spread, tally } from "../ripples/spread.js";

/** @typedef {{ cells: [string, string, string, string], basis: string[][], at: [number, number] }} Packed */
/** @typedef {{ title: string, summary: string, effects: Packed[] }} Cause as the page hands it over */
/** @typedef {{ row: Element, mark: Element, item: Element, whom: string, when: number, harmful: boolean }} Seen */
/** @typedef {{ title: string, summary: string, effects: Seen[] }} Shown */

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = { helpful: "circle", harmful: "path" };
const EDGES = { helpful: "rp-explorer__helpful", harmful: "rp-explorer__harmful" };

/** Put the explorer above the table of the page. */
export function rippleExplorer() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".rp-explorer"));
  if (!box) return;
  const caption = find(document, ".rp-explorer ~ .rp-caption", HTMLElement);
  const picture = find(document, ".rp-explorer ~ .rp-picture", HTMLElement);
  const body = find(document, ".rp-explorer ~ .rp-ripple tbody", HTMLElement);
  const drawing = find(picture, "svg", SVGElement);
  const choice = find(box, "select", HTMLSelectElement);
  const slider = find(box, "input", HTMLInputElement);
  const moment = find(box, "b", HTMLElement);
  const list = find(box, "ol", HTMLElement);
  const said = find(box, ".rp-explorer__shown", HTMLElement);
  const title = find(caption, "strong", HTMLElement);
  const summary = find(caption, ".rp-caption__words", HTMLElement);
  const own = caption.querySelector(".rp-change"); // leads to the file of the first cause
  const label = drawing.getAttribute("aria-label") || "";
  /** @type {string[]} */
  const whens = JSON.parse(box.dataset.whens || "[]");
  const harm = box.dataset.harmful; // as the table says it
  /** @type {Cause[]} */
  const others = JSON.parse(box.dataset.causes || "[]");
  const model = /** @type {Element} */ (body.children[0]);
  const claims = (find(body, "tr", HTMLElement).parentElement || body).querySelector("td a");
  const address = claims ? (claims.getAttribute("href") || "").split("#")[0] : "";

  /**
   * An effect of the table, with its mark in the picture.
   * @param {Element} row
   * @param {Element} mark
   * @returns {Seen}
   */
  function seen(row, mark) {
    const [effect, whom, when, way, basis] = Array.from(row.children);
    const [soon, people] = [when.textContent || "", whom.textContent || ""];
    const isHarmful = way.textContent === harm;
    const words = make("p", { className: "rp-explorer__effect" }, ...copies(effect));
    const known = make("p", { className: "rp-meta" }, `${soon} · ${people} · ${way.textContent} · `, ...copies(basis));
    const item = make("li", { className: isHarmful ? EDGES.harmful : EDGES.helpful }, words, known);
    return { row, mark, item, whom: people, when: whens.indexOf(soon), harmful: isHarmful };
  }

  /**
   * A row as the page has them, and its mark.
   * @param {Packed} effect
   * @param {number} index
   */
  function unpack({ cells, basis, at }, index) {
    const way = /** @type {"helpful" | "harmful"} */ (cells[3]);
    const row = /** @type {Element} */ (model.cloneNode(true));
    row.className = `rp-${way}`;
    cells.forEach((words, cell) => { row.children[cell].textContent = words; });
    fill(row.children[0], make("span", { className: "rp-row", textContent: String(index + 1) }), ` ${cells[0]}`);
    fill(row.children[4], ...basis.flatMap((claim, place) => [place ? "; " : "", how(claim)]));
    const graded = basis.some((claim) => claim.length > 0);
    const shape = draw(SHAPES[way], way === "harmful" ? { d: "M0 -16 16 0 0 16 -16 0z" } : { r: "13" });
    const number = draw("text", { y: "5" });
    number.textContent = String(index + 1);
    const kind = `rp-mark rp-mark--${way}${graded ? "" : " rp-mark--open"}`;
    const mark = draw("g", { class: kind, transform: `translate(${at.join(" ")})` });
    mark.append(shape, number);
    return seen(row, mark);
  }

  /** @param {string[]} claim its id, grade and statement; nothing where it is experience */
  function how([id, grade, statement]) {
    if (!id) return "experience";
    const words = `${grade} evidence`;
    return address ? make("a", { href: `${address}#${id}`, title: statement, textContent: words }) : words;
  }

  /** @returns {Shown} */
  function first() {
    const marks = findAll(drawing, "g.rp-mark");
    const effects = Array.from(body.children, (row, index) =>
      seen(row, /** @type {Element} */ (marks.find((mark) => mark.textContent.trim() === String(index + 1)))));
    return { title: title.textContent || "", summary: summary.textContent || "", effects };
  }

  const causes = [first(), ...others.map((cause) => ({ ...cause, effects: cause.effects.map(unpack) }))];
  const rings = findAll(drawing, ".rp-ring-name").map((name) => ({
    whom: (name.textContent || "").trim(),
    ring: /** @type {Element} */ (name.previousElementSibling)
  }));

  /** Show the cause up to the time chosen. What is new goes to the end of the list. */
  function show() {
    const { effects } = causes[choice.selectedIndex];
    const when = whens[Number(slider.value)];
    const now = spread(effects, Number(slider.value));
    const [helpful, harmful] = tally(now);
    effects.forEach((effect) => effect.mark.classList[now.includes(effect) ? "remove" : "add"]("rp-mark--later"));
    rings.forEach(({ ring, whom }) =>
      ring.classList[now.some((effect) => effect.whom === whom) ? "add" : "remove"]("rp-ring--reached"));
    Array.from(list.children).filter((item) => !now.some((effect) => effect.item === item)).forEach((item) => item.remove());
    now.filter((effect) => effect.item.parentNode !== list).forEach((effect) => list.append(effect.item));
    moment.textContent = when;
    slider.setAttribute("aria-valuetext", when);
    const counts = [helpful, harmful];
    drawing.setAttribute("aria-label", label.replace(/\d+/g, () => String(counts.shift())));
    said.textContent = (/** @type {string} */ (/** @type {HTMLElement} */ (box).dataset.shown))
      .replace("{helpful}", String(helpful)).replace("{harmful}", String(harmful));
  }

  function choose() {
    const cause = causes[choice.selectedIndex];
    title.textContent = cause.title;
    summary.textContent = cause.summary;
    if (own instanceof HTMLElement) own.hidden = choice.selectedIndex > 0;
    const legend = drawing.lastElementChild;
    findAll(drawing, "g.rp-mark").forEach((mark) => mark.remove());
    cause.effects.forEach(({ mark }) => drawing.insertBefore(mark, legend));
    fill(body, ...cause.effects.map(({ row }) => row));
    slider.value = "0";
    show();
  }

  choice.append(...others.map((cause) => make("option", { textContent: cause.title })));
  choice.addEventListener("change", choose);
  slider.addEventListener("input", show);
  find(box, ".rp-explorer__picture", HTMLElement).append(picture);
  box.hidden = false;
  show();
}

/**
 * An element of a picture.
 * @param {string} name
 * @param {Record<string, string>} properties
 */
function draw(name, properties) {
  const made = document.createElementNS(SVG, name);
  Object.keys(properties).forEach((property) => made.setAttribute(property, properties[property]));
  return made;
}

/** @param {Element} element */
function copies(element) {
  return Array.from(/** @type {Element} */ (element.cloneNode(true)).childNodes);
}

/* The log as a picture, with the same figures in a table. */

import { WEEKS, countChanges, countWeeks } from "./counts.js";
import { fill, make } from "../shared/elements.js";
import { spoken } from "../shared/days.js";
import { told } from "../shared/strings.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {{ name: string, left: number, right: number }} Bar */

const ROWS = 12;
const WIDTH = 360;
const MIDDLE = WIDTH / 2;
const LONGEST_BAR = 140;
const ROW = 46;
const HEAD = 30;
const LONGEST_NAME = 44; // characters above its bars
const MARKUP = "http://www.w3.org/2000/svg";

/**
 * Draw what lifts and what drains into an element of the page.
 * @param {Element} box
 * @param {Entry[]} entries
 * @param {string[]} feelings
 */
export function drawChanges(box, entries, feelings) {
  const found = countChanges(entries, feelings);
  const rows = found.slice(0, ROWS);
  if (!rows.length) {
    fill(box, make("p", {}, told("log_entries.changes.none")));
    return;
  }
  fill(
    box,
    barsOf(
      told("log_entries.changes.picture"),
      told("log_entries.changes.left"),
      told("log_entries.changes.right"),
      rows.map(({ name, worse, better }) => ({ name, left: worse, right: better }))
    ),
    tableOf(
      told(found.length > ROWS ? "log_entries.changes.caption_most" : "log_entries.changes.caption", { most: ROWS }),
      ["what", "better", "same", "worse"].map((head) => told(`log_entries.changes.${head}`)),
      rows.map(({ name, better, same, worse }) => [name, better, same, worse])
    )
  );
}

/**
 * Draw giving and receiving, week by week, into an element of the page.
 * @param {Element} box
 * @param {Entry[]} entries
 * @param {string} day the last day of the newest week
 * @param {string} oneself
 */
export function drawWeeks(box, entries, day, oneself) {
  const rows = countWeeks(entries, day, oneself);
  if (rows.every(({ self, others }) => self + others === 0)) {
    fill(box, make("p", {}, told("log.weeks.none", { weeks: WEEKS })));
    return;
  }
  fill(
    box,
    barsOf(
      told("log.weeks.picture"),
      told("log.weeks.left"),
      told("log.weeks.right"),
      rows.map((week) => ({ name: nameOf(week), left: week.self, right: week.others }))
    ),
    tableOf(
      told("log.weeks.caption", { weeks: WEEKS }),
      ["name", "left", "right"].map((head) => told(`log.weeks.${head}`)),
      rows.map((week) => [nameOf(week), week.self, week.others])
    )
  );
}

/** @param {import("./counts.js").Week} week */
function nameOf({ first, last }) {
  /** @type {Intl.DateTimeFormatOptions} */
  const style = { month: "short", day: "numeric" };
  return told("log.weeks.week", { first: spoken(first, style), last: spoken(last, style) });
}

/**
 * Bars to the left, which are outlines, and bars to the right, which are filled.
 * @param {string} title
 * @param {string} left
 * @param {string} right
 * @param {Bar[]} rows
 */
function barsOf(title, left, right, rows) {
  const most = Math.max(1, ...rows.map((row) => Math.max(row.left, row.right)));
  const picture = shape("svg", { viewBox: `0 0 ${WIDTH} ${rows.length * ROW + HEAD}`, role: "img" });
  picture.setAttribute("aria-label", title);
  picture.append(
    shape("text", { x: MIDDLE - 8, y: 16, class: "rp-bars__left" }, `◂ ${left}`),
    shape("text", { x: MIDDLE + 8, y: 16, class: "rp-bars__right" }, `${right} ▸`),
    ...rows.flatMap((row, index) => barOf(row, index * ROW + HEAD, most))
  );
  return make("div", { className: "rp-bars" }, picture);
}

/**
 * @param {Bar} row
 * @param {number} top
 * @param {number} most what the longest bar stands for
 */
function barOf(row, top, most) {
  const left = row.left / most * LONGEST_BAR;
  const right = row.right / most * LONGEST_BAR;
  const y = top + 21;
  return [
    shape("text", { x: 0, y: top + 14, class: "rp-bars__name" }, shortened(row.name)),
    ...(row.left ? [shape("rect", { x: MIDDLE - left, y, width: left, height: 14, class: "rp-bars__open" })] : []),
    ...(row.right ? [shape("rect", { x: MIDDLE, y, width: right, height: 14, class: "rp-bars__full" })] : []),
    shape("line", { x1: MIDDLE, x2: MIDDLE, y1: top + 18, y2: top + 38, class: "rp-bars__axis" }),
    shape("text", { x: MIDDLE - left - 6, y: top + 33, class: "rp-bars__left" }, String(row.left)),
    shape("text", { x: MIDDLE + right + 6, y: top + 33, class: "rp-bars__right" }, String(row.right))
  ];
}

/**
 * @param {string} kind
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function shape(kind, attributes, text = "") {
  const made = document.createElementNS(MARKUP, kind);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, String(value)));
  made.textContent = text;
  return made;
}

/** @param {string} name */
function shortened(name) {
  const characters = Array.from(name);
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join("")}…` : name;
}

/**
 * @param {string} caption
 * @param {string[]} heads
 * @param {(string | number)[][]} rows
 */
function tableOf(caption, heads, rows) {
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  const body = rows.map(([name, ...cells]) => make(
    "tr",
    {},
    make("th", { scope: "row", dir: "auto" }, String(name)),
    ...cells.map((cell) => make("td", {}, String(cell)))
  ));
  return make(
    "table",
    { className: "rp-figures" },
    make("caption", {}, caption),
    make("thead", {}, head),
    make("tbody", {}, ...body)
  );
}

/* CSV as RFC 4180 has it, safe to open in a spreadsheet. */

import { refuseAt } from "./refusal.js";
import { told } from "../shared/strings.js";

/** @typedef {{ number: number, cells: string[] }} Row with its number as a spreadsheet counts */

const BOM = "\ufeff"; // tells spreadsheets that the letters are UTF-8
// Where a spreadsheet could begin a formula, and the apostrophe that stops it there. In many countries
// spreadsheets also begin a cell at each semicolon, and others at each tab.
const RISKY = /(^|[;\t])(?=[=+\-@\t\r＝＋－＠'])/g;
const STOPPED = /(^|[;\t])'(?=[=+\-@\t\r＝＋－＠'])/g;

/**
 * Rows of cells as text.
 * @param {string[][]} rows
 */
export function writeRows(rows) {
  return BOM + rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");
}

/**
 * A row as a message names it.
 * @param {number} number
 */
export function rowNamed(number) {
  return told("log_entries.refusals.row", { number });
}

/** @param {string} value */
function writeCell(value) {
  const text = value.replace(RISKY, "$1'");
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, "\"\"")}"` : text;
}

/**
 * The rows of a text that are not empty.
 * @param {string} given
 * @returns {Row[]}
 */
export function readRows(given) {
  const text = given.replace(BOM, "");
  const plain = /[^",\r\n]*/y;
  const end = /,|\r\n|\n|\r|$/y;
  /** @type {Row[]} */
  const rows = [];
  /** @type {Row} */
  let row = { number: 1, cells: [] };
  let at = 0;

  /** @returns {never} */
  function refuseQuote() {
    refuseAt(rowNamed(row.number), "quote");
  }

  function quotedCell() {
    let close = text.indexOf("\"", at + 1);
    while (close >= 0 && text[close + 1] === "\"") close = text.indexOf("\"", close + 2); // two stand for one
    if (close < 0) refuseQuote();
    const cell = text.slice(at + 1, close).replace(/""/g, "\"");
    at = close + 1;
    return cell;
  }

  function plainCell() {
    plain.lastIndex = at;
    const [cell] = /** @type {RegExpExecArray} */ (plain.exec(text)); // it finds at least nothing
    at += cell.length;
    return cell;
  }

  while (at < text.length || row.cells.length) {
    row.cells.push((text[at] === "\"" ? quotedCell() : plainCell()).replace(STOPPED, "$1"));
    end.lastIndex = at;
    const found = end.exec(text);
    if (!found) refuseQuote();
    at += found[0].length;
    if (found[0] === ",") continue;
    if (row.cells.some(Boolean)) rows.push(row);
    row = { number: row.number + 1, cells: [] };
  }
  return rows;
}

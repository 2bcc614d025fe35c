/* Counts of what the reader wrote, and nothing else. */

import { daysBefore } from "../shared/days.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {{ name: string, better: number, same: number, worse: number }} Change */
/** @typedef {{ first: string, last: string, self: number, others: number }} Week with its days */

export const WEEKS = 8;

/**
 * How it felt after, beside before: by what was done. Only what at least two entries agree on.
 * @param {Entry[]} entries
 * @param {string[]} feelings from bad to good
 * @returns {Change[]}
 */
export function countChanges(entries, feelings) {
  /** @type {Map<string, Change>} */
  const rows = new Map();
  entries.filter(({ before, after }) => before && after).forEach(({ what, before, after }) => {
    const key = what.toLowerCase();
    const row = rows.get(key) || { name: what, better: 0, same: 0, worse: 0 };
    const step = feelings.indexOf(after) - feelings.indexOf(before);
    if (step > 0) row.better += 1;
    else if (step < 0) row.worse += 1;
    else row.same += 1;
    rows.set(key, row);
  });
  /** @param {Change} row */
  const times = ({ better, same, worse }) => better + same + worse;
  return Array.from(rows.values()).filter(({ better, worse }) => better > 1 || worse > 1)
    .sort((one, other) => times(other) - times(one));
}

/**
 * Entries for the reader and for others, in each of the last weeks, the newest first.
 * @param {Entry[]} entries
 * @param {string} day the last day of the newest week
 * @param {string} oneself
 * @returns {Week[]}
 */
export function countWeeks(entries, day, oneself) {
  const rows = Array.from({ length: WEEKS }, (_, back) => {
    const last = daysBefore(day, 7 * back);
    return { first: daysBefore(last, 6), last, self: 0, others: 0 };
  });
  entries.filter(({ date }) => date <= day).forEach(({ date, whom }) => {
    const row = rows.find(({ first }) => date >= first);
    if (row) row[whom === oneself ? "self" : "others"] += 1;
  });
  return rows;
}

/**
 * How many entries there are for each; those without any are left out.
 * @param {Entry[]} entries
 * @param {string[]} whoms
 * @returns {[string, number][]}
 */
export function countWhoms(entries, whoms) {
  return whoms.map((whom) => /** @type {[string, number]} */ ([whom, entries.filter((entry) => entry.whom === whom).length]))
    .filter(([, number]) => number);
}

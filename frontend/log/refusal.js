/* Refusing what does not fit. */

import { told } from "../shared/strings.js";

/** An error whose message a reader may see. */
export class Refusal extends Error {}

/**
 * Stop with a line for the reader.
 * @param {string} message
 * @returns {never}
 */
export function refuse(message) {
  throw new Refusal(message);
}

/**
 * Stop because of what a file or an entry holds.
 * @param {string} why its key below `log_entries.refusals`
 * @param {Record<string, string | number>} [values]
 * @returns {never}
 */
export function refuseFor(why, values) {
  refuse(told(`log_entries.refusals.${why}`, values));
}

/**
 * The same of one place in a file.
 * @param {string} where
 * @param {string} why
 * @param {Record<string, string | number>} [values]
 * @returns {never}
 */
export function refuseAt(where, why, values) {
  refuse(placed(where, told(`log_entries.refusals.${why}`, values)));
}

/**
 * A message with the place that it is about.
 * @param {string} where
 * @param {string} why
 */
export function placed(where, why) {
  return told("log_entries.refusals.at", { where, why });
}

/**
 * A value as a message shows it.
 * @param {unknown} value
 */
export function quoted(value) {
  const text = String(value);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

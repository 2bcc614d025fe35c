/* Refusing what does not fit. */

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
 * A value as a message shows it.
 * @param {unknown} value
 */
export function quoted(value) {
  const text = String(value);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

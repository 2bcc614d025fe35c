/* What an entry of the log may hold: macros/components/calls/log.py says it, and the page carries it. */

/**
 * @typedef {object} Rules
 * @property {string[]} whoms for whom something can be done; the first is oneself
 * @property {string[]} feelings from bad to good
 * @property {{ what: number, served: number }} longest characters
 * @property {number} most entries of a log
 */

/**
 * The rules that an element of the page carries.
 * @param {DOMStringMap} data
 * @returns {Rules}
 */
export function rulesFrom({ whoms = "", feelings = "", longestWhat, longestServed, most }) {
  return {
    whoms: whoms.split("|"),
    feelings: feelings.split("|"),
    longest: { what: Number(longestWhat), served: Number(longestServed) },
    most: Number(most)
  };
}

/* Entries for tests. */

/** @type {import("../log/rules.js").Rules} as macros/components/calls/log.py says */
export const RULES = {
  whoms: ["myself", "one person", "several people", "an animal or the world"],
  feelings: ["very bad", "bad", "so-so", "good", "very good"],
  longest: { what: 150, served: 500 },
  most: 20_000
};

/**
 * A whole entry with these values.
 * @param {Partial<import("../log/entries.js").Entry>} values
 * @returns {import("../log/entries.js").Entry}
 */
export function entryWith(values) {
  return { date: "2026-11-22", what: "tea", whom: "myself", before: "", after: "", served: "", id: "x", ...values };
}

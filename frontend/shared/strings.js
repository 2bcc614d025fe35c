/* What scripts say, in the language of the page: the frame hands it over, from data/strings.yml. */

/** @typedef {string | string[] | { [key: string]: Strings }} Strings */

/** @type {Strings | null} */
let all = null;

/** The language of the page. */
export function language() {
  return typeof document === "undefined" ? "en" : document.documentElement.lang;
}

/**
 * The string under a key, such as `guide.next`, with {values} filled in. Where a number decides, `count`
 * chooses the plural.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function told(key, values = {}) {
  if (!all) all = /** @type {Strings} */ (JSON.parse((document.getElementById("rp-strings") || document.body).textContent));
  return written(all, key, values, language());
}

/**
 * The same, of these strings and this language.
 * @param {Strings} strings
 * @param {string} key
 * @param {Record<string, string | number>} values
 * @param {string} code of the language
 */
export function written(strings, key, values, code) {
  /** @type {any} */
  let found = strings;
  key.split(".").forEach((part) => { found = found[part]; });
  if (typeof found !== "string") {
    const form = new Intl.PluralRules(code).select(Number(values.count));
    found = form in found ? found[form] : found.other;
  }
  return String(found).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * A string as parts, with elements in the places of {values}.
 * @param {string} key
 * @param {Record<string, Node | string>} values
 * @returns {(Node | string)[]}
 */
export function parts(key, values) {
  const marks = Object.fromEntries(Object.keys(values).map((name) => [name, `{${name}}`]));
  return told(key, marks).split(/(\{\w+\})/).map((piece) => values[piece.slice(1, -1)] || piece);
}

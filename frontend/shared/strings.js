/* What scripts say, in the language of the page: the frame hands it over, from data/strings.yml.
   Every page gets `scripts` of that file; of `page_scripts` it gets what mkdocs.yml names for it. */

/** @typedef {string | string[] | { [key: string]: Strings }} Strings */

/** @type {{ [key: string]: Strings } | null} */
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
  if (!all) useStrings(...Array.from(document.querySelectorAll(".rp-strings"), ({ textContent }) => JSON.parse(textContent || "")));
  return written(/** @type {Strings} */ (/** @type {unknown} */ (all)), key, values, language());
}

/**
 * Speak with these strings from now on.
 * @param {...{ [key: string]: Strings }} groups
 */
export function useStrings(...groups) {
  all = Object.assign({}, ...groups);
}

/**
 * The string under a key, of these strings and this language; whole numbers are written as the language writes them.
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
  return String(found).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString(code) : String(value);
  });
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

/* Reads what search needs. Files may not be fetched from a disk, so there the index is made of scripts. */

import { make } from "../shared/elements.js";
import { scriptAddresses } from "../shared/trusted.js";

/**
 * @param {DOMStringMap} named what the dialog says: which scripts, and which index
 * @param {URL} base the root of the site
 */
export function makeLoader(named, base) {
  /** @type {Map<string, Promise<any>>} parts on their way, and those that came */
  const parts = new Map();

  /* The only way to a script, where browsers know trusted types: it has to be a script of this site. */
  const addressOf = scriptAddresses("ripple-search", (address) => {
    const url = new URL(address, location.href).href;
    if (!url.startsWith(new URL(".", base).href)) throw new TypeError(`not a script of this site: ${url}`);
    return url;
  });

  /** @param {string} address */
  function script(address) {
    return new Promise((resolve, reject) => {
      const src = addressOf(address);
      document.head.append(make("script", { src, async: false, onload: resolve, onerror: reject })); // in order
    });
  }

  /**
   * @param {string} name
   * @param {string} address
   */
  async function read(name, address) {
    if (/\.json(\?|$)/.test(address)) return (await fetch(address)).json();
    await script(address);
    return window.rippleSearch.parts[name];
  }

  /**
   * A part of the index; one that did not come is asked for again.
   * @param {string} name
   * @returns {Promise<any>}
   */
  function part(name) {
    const known = parts.get(name) || read(name, (named.index || "").replace(/index(\.\w+).*/, `${name}$1`));
    parts.set(name, known);
    known.catch(() => parts.delete(name));
    return known;
  }

  return {
    part,
    /** The words of danger, and what finds them. */
    danger: () => Promise.all((named.danger || "").split(" ").map(script)),
    /** What finds pages, with the index of this site. */
    site: async () => {
      const engine = script(named.engine || ""); // before the index, which on a disk is a script for it
      const [found] = await Promise.all([read("index", named.index || ""), engine]);
      return window.rippleSearch.read(found, base);
    }
  };
}

/* What the file holds in little room, for scripts alone. */

import { inflateSync, strFromU8 } from "fflate";

/**
 * A value as macros/editions/copies/one_file.py packed it.
 * @param {string} id of its element
 * @returns {any}
 */
export function unpacked(id) {
  const text = (document.getElementById(id) || document.body).textContent || "";
  return JSON.parse(strFromU8(inflateSync(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)))));
}

/* What the file holds in little room, for scripts alone. */

import { inflateSync, strFromU8 } from "fflate";

/**
 * A value as macros/editions/copies/one_file.py packed it.
 * @param {string} id of its element
 * @returns {any}
 */
export function unpacked(id) {
  const text = (document.getElementById(id) || document.body).textContent || "";
  return JSON.parse(strFromU8(inflateSync(bytesOf(text))));
}

const [BASE, DIGITS, BYTES] = [85, 5, 4]; // so many digits stand for so many bytes
const ZERO = "!";
const LAST = "u";

/**
 * The bytes that a text in Ascii85 stands for, and up to three more: deflated data knows its end.
 * @param {string} text with `v` for `<`, and `z` for four zeros
 * @returns {Uint8Array}
 */
export function bytesOf(text) {
  const digits = text.replace(/v/g, "<").replace(/z/g, ZERO.repeat(DIGITS));
  const view = new DataView(new ArrayBuffer(Math.ceil(digits.length / DIGITS) * BYTES));
  for (let at = 0; at < view.byteLength; at += BYTES) {
    const start = at / BYTES * DIGITS;
    const group = digits.slice(start, start + DIGITS).padEnd(DIGITS, LAST);
    view.setUint32(at, [...group].reduce((sum, digit) => sum * BASE + digit.charCodeAt(0) - ZERO.charCodeAt(0), 0));
  }
  return new Uint8Array(view.buffer);
}

/* A week of practices: what an address asks for, which day each falls on, and the calendar of it. */

/** @typedef {{ id: string, title: string, about: string, address: string }} Practice */

export const MOST = 14; // practices in a week
const DAYS = 7;
const KEY = "practices";
const LINE = 75; // bytes of a line in a calendar (RFC 5545)

/**
 * The practices that the end of an address names; what is not known is left out, and so is what is too much.
 * @param {string} hash such as #practices=say-no,sit
 * @param {Set<string>} known
 */
export function chosenIn(hash, known) {
  const asked = new URLSearchParams(hash.slice(1)).get(KEY) || "";
  return [...new Set(asked.split(","))].filter((id) => known.has(id)).slice(0, MOST);
}

/**
 * The end of an address that names these practices.
 * @param {string[]} ids
 */
export function hashOf(ids) {
  return `#${KEY}=${ids.join(",")}`;
}

/**
 * The practices of each day, spread over the week.
 * @template Item
 * @param {Item[]} chosen
 * @returns {Item[][]}
 */
export function spread(chosen) {
  const days = Array.from({ length: DAYS }, () => /** @type {Item[]} */ ([]));
  chosen.forEach((one, place) => days[Math.floor(place * DAYS / Math.max(chosen.length, DAYS))].push(one));
  return days;
}

/**
 * A calendar file with one entry for each practice. None rings, and none marks a day as busy.
 * @param {Practice[]} chosen
 * @param {(number: number) => string} dayAt the day so many days after the first, as 2026-11-30
 * @param {Date} now
 */
export function calendarOf(chosen, dayAt, now) {
  const stamp = `${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const events = spread(chosen).flatMap((day, number) => day.flatMap(({ id, title, about, address }) => [
    "BEGIN:VEVENT",
    `UID:week-${dayAt(number)}-${id}@ripple`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dayAt(number).replace(/-/g, "")}`,
    `DTEND;VALUE=DATE:${dayAt(number + 1).replace(/-/g, "")}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped([about, address].filter(Boolean).join("\n\n"))}`,
    ...(address ? [`URL:${address}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT"
  ]));
  // eslint-disable-next-line no-restricted-syntax -- a name that programs read
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ripple//My own week//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/**
 * A line in parts of so many bytes as may stand on one; no letter is cut in two.
 * @param {string} line
 */
function folded(line) {
  let bytes = 0;
  return Array.from(line, (letter) => {
    const size = new TextEncoder().encode(letter).length;
    bytes += size;
    if (bytes <= LINE) return letter;
    bytes = 1 + size;
    return `\r\n ${letter}`;
  }).join("");
}

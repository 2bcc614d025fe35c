/* Days as text, such as 2026-11-22, and weeks. */

import { language } from "./strings.js";

export const DAY = 24 * 60 * 60 * 1000; // milliseconds

/**
 * The day of a moment by the reader's own clock.
 * @param {Date} moment
 */
export function dayOf(moment) {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

/** Today by the reader's own clock. */
export function today() {
  return dayOf(new Date());
}

/**
 * Whether a text is a day that exists.
 * @param {string} text
 */
export function isDay(text) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOf(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/**
 * The day so many days before.
 * @param {string} day
 * @param {number} days
 */
export function daysBefore(day, days) {
  return new Date(startOf(day) - days * DAY).toISOString().slice(0, 10);
}

/**
 * A day as readers write it.
 * @param {string} day
 * @param {Intl.DateTimeFormatOptions} style
 */
export function spoken(day, style) {
  return new Date(startOf(day)).toLocaleDateString(language(), { timeZone: "UTC", ...style });
}

/**
 * The ISO week, 1 to 53, which holds the Thursday beside a day. Only the date of the local clock
 * counts, as if it were everywhere the same hour: so no change of clocks can move it.
 * @param {Date} moment
 */
export function weekOf(moment) {
  const day = new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY);
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - start) / DAY / 7) + 1;
}

/** @param {string} day */
function startOf(day) {
  return Date.parse(`${day}T00:00:00Z`);
}

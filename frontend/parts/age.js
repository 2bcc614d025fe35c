/* How old these pages are, by the reader's own clock: a copy may be read years after it was made.
   The day stands at the foot of every page; this only adds to it. */

import { find, make } from "../shared/elements.js";
import { DAY } from "../shared/days.js";
import { onEachDay } from "../shared/each_day.js";
import { told } from "../shared/strings.js";

/** Say at the foot of the page when it was made more than a year ago. */
export function age() {
  const line = document.querySelector(".rp-built");
  if (line) onEachDay(() => sayAge(line));
}

/** @param {Element} line */
function sayAge(line) {
  if (line.querySelector("strong")) return; // it was said already
  const made = new Date(find(line, "time", HTMLTimeElement).dateTime);
  if (Date.now() - made.getTime() < 365 * DAY) return;
  line.append(" ", make("strong", {}, told("age.old")), ` ${told("age.advice")}`);
}

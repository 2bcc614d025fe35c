/* Days until which a number is good, by the reader's own clock: the file may be years old. */

import { findAll, make } from "../shared/elements.js";
import { onEachDay } from "../shared/each_day.js";
import { spoken, today } from "../shared/days.js";
import { told } from "../shared/strings.js";

/** Say beside each number whose day has passed that it should be checked. */
export function dates() {
  /** @type {HTMLTimeElement[]} */
  const all = findAll(document, "#help time");
  onEachDay(() => all.filter((time) => time.dateTime <= today() && !time.querySelector("strong"))
    .forEach((time) => time.append(" ", make("strong", {}, warning(time)))));
}

/**
 * What is said of a number: an emergency number is called first, and checked only where there is time.
 * @param {HTMLTimeElement} time
 */
function warning(time) {
  if (time.closest("li")) return told("help.check_number");
  return told("help.not_confirmed", { day: spoken(time.dateTime, { dateStyle: "long" }) });
}

/* This week's practice, by the reader's own clock. Which one it is stands in the page already: in
   the list of the year, or among the answers of the finder. Nothing is fetched, kept or counted. */

import { findAll, make } from "../shared/elements.js";
import { onEachDay } from "../shared/each_day.js";
import { told } from "../shared/strings.js";
import { weekOf } from "../shared/days.js";

/** Put the practice of the week into its box, and mark its row in the list of the year. */
export function thisWeek() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".rp-week"));
  if (box) onEachDay(() => showWeek(box));
}

/** @param {HTMLElement} box */
function showWeek(box) {
  const practices = (box.dataset.weeks || "").split(" ");
  const number = Math.min(weekOf(new Date()), practices.length); // a week 53 shows week 52 once more
  const row = document.getElementById(`week-${number}`);
  const source = row || document.querySelector(`[data-item='${practices[number - 1]}']`);
  if (!source) return;

  findAll(box, ".rp-card").forEach((old) => old.remove());
  findAll(document, ".rp-year > [aria-current]").forEach(unmark);
  const lines = findAll(source, "p").filter((line) => !line.matches(".rp-why, .rp-year__week"));
  box.prepend(make("div", { className: "rp-card" }, ...lines.map((line) => line.cloneNode(true))));
  if (row && row.firstElementChild) {
    row.setAttribute("aria-current", "date");
    row.firstElementChild.prepend(mark());
  }
}

function mark() {
  return `${told("week.now")} `;
}

/** @param {HTMLElement} row the one of a week that is over */
function unmark(row) {
  row.removeAttribute("aria-current");
  const first = row.firstElementChild && row.firstElementChild.firstChild;
  if (first && first.textContent === mark()) first.remove();
}

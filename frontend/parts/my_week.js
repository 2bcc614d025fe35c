/* My own week: a choice becomes a sheet, a calendar file and a link. It is kept nowhere but there. */

import { MOST, calendarOf, chosenIn, hashOf, spread } from "../week/choice.js";
import { daysBefore, isDay, spoken, today } from "../shared/days.js";
import { onEachDay } from "../shared/each_day.js";
import { fill, find, findAll, make } from "../shared/elements.js";
import { copyOr } from "../shared/copy.js";
import { download } from "../shared/download.js";
import { told } from "../shared/strings.js";

/** Let the choice fill the sheet, and give it away as a file or a link. */
export function myWeek() {
  const root = /** @type {HTMLElement | null} */ (document.querySelector(".rp-own"));
  if (!root) return;
  const boxes = /** @type {HTMLInputElement[]} */ (findAll(root, "input[type='checkbox']"));
  const known = new Set(boxes.map(({ value }) => value));
  const begin = find(root, "input[type='date']", HTMLInputElement);
  const tools = find(root, ".rp-own__tools", HTMLElement);
  const status = find(root, "[role='status']", HTMLElement);
  const link = find(root, ".rp-own__link", HTMLAnchorElement);
  const rows = findAll(document, ".rp-sheet tbody tr");
  const site = root.dataset.site || "";

  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  /** @param {number} number */
  const dayAt = (number) => daysBefore(isDay(begin.value) ? begin.value : today(), -number);

  function show() {
    const ids = chosen();
    boxes.forEach((box) => { box.disabled = !box.checked && ids.length >= MOST; });
    status.textContent = ids.length >= MOST ? told("week.full", { count: MOST }) : "";
    link.href = `${site ? site + root?.dataset.page : location.href.split("#")[0]}${hashOf(ids)}`;
    spread(ids).forEach((day, number) => {
      const [name, what] = Array.from(rows[number].children);
      name.textContent = spoken(dayAt(number), { weekday: "long", month: "short", day: "numeric" });
      fill(what, ...day.map((id) => make("div", {}, titleOf(id))));
    });
  }

  function read() {
    const asked = chosenIn(location.hash, known);
    if (!asked.length) return;
    boxes.forEach((box) => { box.checked = asked.includes(box.value); });
    show();
  }

  /** @param {string} id */
  function itemOf(id) {
    return find(/** @type {HTMLElement} */ (root), `[data-practice='${id}']`, HTMLElement);
  }

  /** @param {string} id */
  function titleOf(id) {
    return find(itemOf(id), "label", HTMLElement).textContent.trim();
  }

  let ours = true; // the day it begins on: tomorrow, until the reader takes another
  begin.addEventListener("change", () => { ours = false; });
  tools.hidden = false;
  root.addEventListener("change", show);
  root.addEventListener("submit", (event) => event.preventDefault());
  find(root, ".rp-own__print", HTMLButtonElement).addEventListener("click", () => print());
  find(root, ".rp-own__file", HTMLButtonElement).addEventListener("click", () => {
    const practices = chosen().map((id) => ({
      id, title: titleOf(id), about: itemOf(id).dataset.about || "", address: site && `${site}practices/${id}/`
    }));
    if (practices.length) download("my-week.ics", "text/calendar", calendarOf(practices, dayAt, new Date()));
    else status.textContent = told("week.choose");
  });
  find(root, ".rp-own__copy", HTMLButtonElement).addEventListener("click", async () => {
    const done = await copyOr(link.href, () => link.focus());
    status.textContent = told(done === "copied" ? "copied" : "week.copy");
  });
  addEventListener("hashchange", read);
  onEachDay(() => {
    if (ours) begin.value = daysBefore(today(), -1);
    show();
  });
  read();
}

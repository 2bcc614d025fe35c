/* What a page says of today: pages stay open for days, and come back from the browser's memory. */

import { today } from "./days.js";

/**
 * Do something now, and again whenever the page is looked at on another day.
 * @param {() => void} work
 */
export function onEachDay(work) {
  let last = "";
  function look() {
    const day = today();
    if (day === last) return;
    last = day;
    work();
  }
  look();
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
}

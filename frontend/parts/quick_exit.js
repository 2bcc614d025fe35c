/* Leave a page at once: the page is blanked, and the Back button does not lead to it again. Steps within
   the page are either not kept, or gone back first. */

import { pressed } from "../shared/elements.js";

const SOON = 2000; // milliseconds

/**
 * Make the way out work, by its link and by the Shift key three times.
 * @param {() => number} [steps] within the page that Back would lead to; where it is not given, none is kept
 */
export function quickExit(steps) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".rp-exit__link"));
  if (!link) return;
  const { href, dataset } = link;
  const { title } = document;

  function leave() {
    document.documentElement.classList.add("rp-leaving");
    document.title = dataset.title || "";
    const back = steps ? steps() : 0;
    if (!back) {
      location.replace(href);
      return;
    }
    addEventListener("popstate", () => location.replace(href));
    history.go(-back);
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  // Each step within the page would be one more page for the Back button to come back to.
  if (!steps) document.addEventListener("click", (event) => {
    const step = /** @type {HTMLAnchorElement | null} */ (pressed(event, "a[href^='#']"));
    if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(step.href);
  });

  // Three times in a row, with nothing else pressed between.
  /** @type {number[]} */
  let presses = [];
  function forget() { presses = []; }
  document.addEventListener("keydown", (event) => { if (!isShiftAlone(event)) forget(); });
  document.addEventListener("mousedown", forget);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    if (!isShiftAlone(event)) {
      forget();
      return;
    }
    presses = [...presses, Date.now()].slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] < SOON) leave();
  });

  // Shown again from the browser's memory, the page must be readable.
  addEventListener("pageshow", () => {
    document.documentElement.classList.remove("rp-leaving");
    document.title = title;
  });
}

/**
 * Whether this is the Shift key with no other held: with one, it switches keyboards and more.
 * @param {KeyboardEvent} event
 */
function isShiftAlone(event) {
  const { key, altKey, ctrlKey, metaKey, isComposing } = event;
  return key === "Shift" && !altKey && !ctrlKey && !metaKey && !isComposing && !event.getModifierState("AltGraph");
}

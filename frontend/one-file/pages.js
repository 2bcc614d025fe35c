/* One section of the file at a time, as if each were a page. Without scripts all of them stand below
   each other. */

import { findAll } from "../shared/elements.js";

/** How many steps within the file a reader has taken, and not gone back. */
export function stepsTaken() {
  return Number(history.state) || 0;
}

/** Show the section that the address names, with its heading ready to be read out. */
export function pages() {
  const sections = findAll(document, "main > section");
  const [first] = sections;
  const main = /** @type {HTMLElement} */ (first.parentElement);
  const { title } = document;
  let steps = stepsTaken();

  /** @param {boolean} moves whether the reader came from another section */
  function show(moves) {
    const target = document.getElementById(location.hash.slice(1)) || first;
    const section = /** @type {HTMLElement} */ (target.closest("main > section") || first);
    sections.forEach((each) => { each.hidden = each !== section; });
    const heading = /** @type {HTMLElement | null} */ (target === section ? section.querySelector("h1, h2") : target);
    document.title = section === first || !heading ? title : `${headingOf(section)} – Ripple`;
    if (target === section) scrollTo(0, 0);
    else target.scrollIntoView();
    if (!heading || !moves) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  addEventListener("hashchange", () => {
    steps = history.state === null ? steps + 1 : stepsTaken(); // a new step, or one that was gone back
    history.replaceState(steps, "");
    show(true);
  });
  main.classList.add("paged");
  if (history.state === null) history.replaceState(0, "");
  show(location.hash !== "");
}

/** @param {HTMLElement} section */
function headingOf(section) {
  const heading = section.querySelector("h1, h2");
  return heading ? heading.textContent : "";
}

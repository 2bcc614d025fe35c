/* "Print the steps": a practice on one sheet, without its evidence. The browser's own way to print keeps
   the whole page. */

import { find, findAll } from "../shared/elements.js";

const SHEET = "rp-sheet"; // on the root while the sheet is printed
const LEFT_OUT = "rp-unprinted";
const ASIDE = ".rp-care, .rp-exit, .rp-exit-note, .rp-claim, .rp-paper"; // what no sheet of steps needs

/** Offer the sheet on the page of a practice. */
export function printSteps() {
  const button = document.querySelector(".rp-print");
  if (!(button instanceof HTMLButtonElement)) return;
  const text = find(document, ".rp-text", HTMLElement);
  const wanted = (button.dataset.keep || "").split(" ");
  button.disabled = false;
  button.addEventListener("click", () => {
    others(text, wanted).forEach((part) => part.classList.add(LEFT_OUT));
    document.documentElement.classList.add(SHEET);
    print();
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove(SHEET);
    findAll(text, `.${LEFT_OUT}`).forEach((part) => part.classList.remove(LEFT_OUT));
  });
}

/**
 * The parts of a practice that do not belong on the sheet: sections that are not wanted, and what
 * follows the frame at the foot.
 * @param {HTMLElement} text
 * @param {string[]} wanted keys of sections
 */
function others(text, wanted) {
  let keep = true;
  return Array.from(text.children).filter((part) => {
    const key = part.getAttribute("data-section");
    if (part.tagName === "H2") keep = wanted.indexOf(key || "") >= 0;
    if (key === "always") {
      keep = false;
      return false;
    }
    return !keep || part.matches(ASIDE);
  });
}

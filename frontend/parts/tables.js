/* Tables wider than the screen scroll in a named region that the keyboard can reach. */

import { findAll, make } from "../shared/elements.js";

const HEADINGS = ["h1", "h2", "h3", "h4"].map((level) => `.rp-text ${level}`).join();

/** Put each table of the page into such a region. */
export function tables() {
  /** @type {HTMLTableElement[]} */
  const all = findAll(document, ".rp-text table");
  all.forEach((table, position) => {
    if (table.closest("[role=region]")) return;
    const region = make("div", { className: "rp-scroll" });
    table.replaceWith(region);
    region.append(table);

    function update() {
      if (region.scrollWidth > region.clientWidth) {
        region.setAttribute("role", "region");
        region.setAttribute("aria-label", nameOf(table, position + 1));
        region.tabIndex = 0;
      } else {
        ["role", "aria-label", "tabindex"].forEach((name) => region.removeAttribute(name));
      }
    }
    update();
    const watch = new ResizeObserver(update); // windows turn, letters grow, fonts come late
    watch.observe(region);
    watch.observe(table);
  });
}

/**
 * @param {HTMLTableElement} table
 * @param {number} number
 */
function nameOf(table, number) {
  if (table.caption) return textOf(table.caption);
  const heading = findAll(document, HEADINGS).filter((title) =>
    title.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  const words = textOf(heading && heading.firstChild);
  return `Table ${number}${words ? `: ${words}` : ""}`;
}

/** @param {Node | null | undefined} node */
function textOf(node) {
  return ((node && node.textContent) || "").trim();
}

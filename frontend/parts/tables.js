/* A table wider than the screen scrolls in a named region that the keyboard can reach; another one has
   none, and is no stop on the way. */

import { findAll, make } from "../shared/elements.js";

const HEADINGS = ["h1", "h2", "h3", "h4"].map((level) => `.rp-text ${level}`).join();

/** Put each table of the page into such a region. */
export function tables() {
  /** @type {HTMLTableElement[]} */
  const all = findAll(document, ".rp-text table");
  all.forEach((table, position) => {
    const region = regionOf(table);

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
 * The box around a table, which scrolls: its own, or a new one.
 * @param {HTMLTableElement} table
 * @returns {HTMLElement}
 */
function regionOf(table) {
  const own = table.parentElement;
  if (own && own.matches(".rp-reference, .rp-ripple, .rp-scroll")) return own;
  const region = make("div", { className: "rp-scroll" });
  table.replaceWith(region);
  region.append(table);
  return region;
}

/**
 * @param {HTMLTableElement} table
 * @param {number} number
 */
function nameOf(table, number) {
  const label = table.getAttribute("aria-label");
  if (label) return label;
  const own = document.getElementById(table.getAttribute("aria-labelledby") || "");
  if (own) return textOf(own);
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

/* Help on the page for the night: the country of the browser's clock comes first, with its emergency number
   and a line. Nothing is sent or kept, and nothing is guessed where the clock hides where it is. */

import { fill, find, findAll, make } from "../shared/elements.js";
import { spoken, today } from "../shared/days.js";
import { countryByClock } from "../help/country.js";
import { onEachDay } from "../shared/each_day.js";

/** Put the reader's country first, and say which dates have passed. */
export function nightHelp() {
  const root = /** @type {HTMLElement | null} */ (document.querySelector(".rp-night"));
  if (!root) return;
  const here = find(root, ".rp-night__here", HTMLElement);
  const countries = findAll(root, "li").map((item) => ({ item, zones: (item.dataset.zones || "").split(" ") }));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  const country = countryByClock(countries, zone, navigator.languages);
  onEachDay(() => {
    const day = today();
    const lines = findAll(root, ".rp-night__list [data-expires]").filter((line) => String(line.dataset.expires) <= day);
    lines.filter((line) => !line.querySelector(".rp-passed")).forEach((line) => {
      const date = spoken(String(line.dataset.expires), { dateStyle: "long" });
      line.prepend(make("p", { className: "rp-passed" }, (root.dataset.passed || "").replace("{day}", date)));
    });
    fill(here, ...(country ? short(country.item) : [make("p", {}, root.dataset.unknown || "")]));
  });
}

/**
 * What stands of a country in the list, without what only the list says.
 * @param {HTMLElement} item
 */
function short(item) {
  const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
  findAll(copy, ".rp-detail").forEach((more) => more.remove());
  return Array.from(copy.childNodes);
}

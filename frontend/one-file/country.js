/* The numbers of the country where the reader probably is, at the top of help. It comes from the file and
   from the browser's own settings; nothing is sent or kept. */

import { make } from "../shared/elements.js";
import { guessCountry } from "../help/country.js";
import { told } from "../shared/strings.js";
import { unpacked } from "./unpacked.js";

/** Repeat the numbers of one country below what to do in danger. */
export function country() {
  /** @type {Record<string, string[]>} */
  const zones = unpacked("rp-zones");
  const countries = Object.keys(zones).map((code) => ({ code, zones: zones[code] }));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  const guess = guessCountry(countries, zone, navigator.languages).country;
  const heading = guess && document.getElementById(`help--${guess.code}`);
  const first = document.querySelector("#help h2 + p"); // what to do in danger
  if (!heading || !first) return;
  const box = make("div", { className: "here" }, make("h3", {}, heading.textContent || ""));
  for (let next = heading.nextElementSibling; next && !/^H/.test(next.tagName); next = next.nextElementSibling) {
    box.append(next.cloneNode(true));
  }
  box.append(make("p", {}, make("small", {}, `${told("help.guess")} ${told("help.only_here")}`)));
  first.after(box);
}

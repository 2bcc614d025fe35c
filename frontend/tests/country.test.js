/* Which country a reader is probably in. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { guessCountry, speaks } from "../help/country.js";

const COUNTRIES = [
  { code: "de", zones: ["Europe/Berlin", "Europe/Busingen"] },
  { code: "fr", zones: ["Europe/Paris"] },
  { code: "gb", zones: ["Europe/London"] },
  { code: "in", zones: ["Asia/Kolkata", "Asia/Calcutta"] },
  { code: "is", zones: ["Atlantic/Reykjavik"] },
  { code: "tw", zones: ["Asia/Taipei"] },
  { code: "us", zones: ["America/New_York", "America/Chicago"] }
];

// The clock, the languages; the country, and what the language says against it.
/** @type {[zone: string, languages: string[], country: string, other: string][]} */
const GUESSES = [
  ["Europe/London", ["en-GB"], "gb", ""],
  ["Europe/Berlin", ["de"], "de", ""],
  ["Asia/Calcutta", ["hi-IN", "en-US"], "in", ""],
  // A number works only where the phone is: the clock counts before the language.
  ["Asia/Kolkata", ["en-US"], "in", "us"],
  ["America/Chicago", ["de-DE"], "us", "de"],
  // A place that is not listed: the language would name a country where the reader is not.
  ["Asia/Dhaka", ["en-US"], "", ""],
  // No place at all: then the language, and the first one that names a listed country.
  ["", ["fr-FR"], "fr", ""],
  ["UTC", ["fr-FR"], "fr", ""],
  ["Etc/GMT-8", ["zh-Hant-TW"], "tw", ""],
  ["Etc/UTC", ["eo", "pt-BR", "en-GB", "en-US"], "gb", ""],
  ["UTC", ["eo"], "", ""],
  ["UTC", [], "", ""],
  // What browsers say that hide where they are, unless a language says that it is Iceland indeed.
  ["Atlantic/Reykjavik", ["en-US", "en"], "us", ""],
  ["Atlantic/Reykjavik", ["eo"], "", ""],
  ["Atlantic/Reykjavik", ["is"], "is", ""],
  ["Atlantic/Reykjavik", ["is-IS"], "is", ""],
  ["Atlantic/Reykjavik", ["en-US", "is"], "is", "us"],
  ["Atlantic/Reykjavik", ["en-IS", "en-US"], "is", ""],
  ["UTC", ["is-IS"], "is", ""],
  // Tags that cannot be read are skipped; old names of countries are known.
  ["UTC", ["C", "en-US@posix", "", "-", "de-DE"], "de", ""],
  ["Europe/Berlin", ["C"], "de", ""],
  ["UTC", ["en-UK"], "gb", ""],
  ["UTC", ["DE-de-1996-u-co-phonebk"], "de", ""],
  ["UTC", ["en-u-rg-uszzzz"], "", ""]
];

for (const [zone, languages, country, other] of GUESSES) {
  test(`a clock in ${zone || "no place"} and ${languages.join(", ") || "no language"} give ${country || "nothing"}`, () => {
    const guess = guessCountry(COUNTRIES, zone, languages);
    assert.deepEqual([guess.country?.code || "", guess.other?.code || ""], [country, other]);
  });
}

/** @type {[languages: string[], tag: string, does: boolean][]} */
const SPOKEN = [
  [["en-US", "de-AT"], "de", true],
  [["pt-PT"], "pt-br", true], // the other one is better than English
  [["zh-TW"], "zh-hant", true],
  [["iw-IL"], "he", true], // an old name
  [["tl-PH"], "fil", true],
  [["de-AT"], "da", false],
  [["C", "@"], "de", false],
  [[], "de", false]
];

for (const [languages, tag, does] of SPOKEN) {
  test(`a browser set to ${languages.join(", ") || "nothing"} speaks ${tag}: ${does}`, () => {
    assert.equal(speaks(languages, tag), does);
  });
}

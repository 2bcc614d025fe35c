/* Strings of scripts: values and plurals, in the language of the page. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { written } from "../shared/strings.js";

const strings = {
  guide: { step: "Step {number} of {all}" },
  found: { one: "{count} page", few: "{count} few", other: "{count} pages" },
  year: "in {year}"
};

test("values are filled in", () => {
  assert.equal(written(strings, "guide.step", { number: 2, all: 5 }, "en"), "Step 2 of 5");
});

test("numbers are written as the language writes them, texts as they are", () => {
  assert.equal(written(strings, "found", { count: 12345 }, "en"), "12,345 pages");
  assert.equal(written(strings, "found", { count: 12345 }, "de"), "12.345 pages");
  assert.equal(written(strings, "year", { year: "2026" }, "en"), "in 2026");
});

test("a number chooses its plural, as the language has it", () => {
  assert.equal(written(strings, "found", { count: 1 }, "en"), "1 page");
  assert.equal(written(strings, "found", { count: 2 }, "en"), "2 pages");
  assert.equal(written(strings, "found", { count: 2 }, "pl"), "2 few");
});

test("a plural that is not there is the other", () => {
  assert.equal(written(strings, "found", { count: 5 }, "pl"), "5 pages");
});

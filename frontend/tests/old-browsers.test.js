/* Boxes whose parts stand apart by a gap do so in the oldest browsers, too, which know it in grids only. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import postcss from "postcss";
import test from "node:test";
import { fileURLToPath } from "node:url";

const FRONTEND = fileURLToPath(new URL("..", import.meta.url));
const FALLBACK = "old_browsers.css";

/** @param {string} file */
function read(file) {
  return postcss.parse(readFileSync(join(FRONTEND, file), "utf-8"));
}

/**
 * The selectors of flexible boxes with a gap.
 * @param {import("postcss").Root} styles
 */
function boxesWithGap(styles) {
  /** @type {string[]} */
  const found = [];
  styles.walkRules((rule) => {
    /** @type {Map<string, string>} */
    const values = new Map();
    rule.walkDecls(({ prop, value }) => { values.set(prop, value); });
    if (/flex$/.test(values.get("display") || "") && values.has("gap")) found.push(...rule.selectors);
  });
  return found;
}

test("each flexible box with a gap has margins where browsers know no gap", () => {
  const files = readdirSync(FRONTEND, { recursive: true, encoding: "utf-8" }).filter((file) => file.endsWith(".css"));
  const boxes = files.flatMap((file) => boxesWithGap(read(file)));
  /** @type {string[]} */
  const covered = [];
  read(FALLBACK).walkRules(({ selectors }) => {
    covered.push(...selectors.map((selector) => selector.replace(/( > \*|::before)$/, "")));
  });
  assert.ok(boxes.length > 10);
  assert.deepEqual([...new Set(covered)].sort(), [...new Set(boxes)].sort());
});

test("a box that is not covered is noticed", () => {
  assert.deepEqual(boxesWithGap(postcss.parse(".a { display: inline-flex; gap: 1px } .b { gap: 1px }")), [".a"]);
});

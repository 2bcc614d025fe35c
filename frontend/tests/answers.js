/* Answers questions as the search of a built site does, with the scripts and the index that its front page
   names, and without a browser. Each line is a list of questions; each is answered by a line.
   Run: echo '["lonely", "say no"]' | node frontend/tests/answers.js SITE */

import { createInterface } from "node:readline";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const front = pathToFileURL(join(process.argv[2], "index.html"));

/** @param {string} address as the front page writes it */
const read = (address) => readFileSync(new URL(address.replace(/[?#].*/, ""), front), "utf-8");

/** @param {string} name of a datum of the dialog */
function named(name) {
  const found = new RegExp(`<dialog class="rp-search"[^>]* data-${name}="([^"]*)"`).exec(read("index.html"));
  if (!found) throw new Error(`the front page does not name the ${name} of search`);
  return found[1].replace(/\?.*/, "");
}

const index = named("index");

/**
 * @param {string} name
 * @returns {any} a part of the index
 */
function part(name) {
  const text = read(index.replace("index.", `${name}.`));
  if (index.endsWith(".json")) return JSON.parse(text);
  runInThisContext(text);
  return search.parts[name];
}

const page = Object.assign(globalThis, { window: globalThis });
runInThisContext(read(named("engine")));
const search = /** @type {NonNullable<Window["rippleSearch"]>} */ (page.window.rippleSearch);
const site = search.read(part("index"), new URL(named("base"), front));

/** @param {string} question */
function answer(question) {
  for (let missing = site.lacking(question); missing.length; missing = site.lacking(question)) {
    missing.forEach((name) => site.takeWords(name, part(name)));
  }
  return site.find(question).map(({ page: found }) => ({
    page: found.address.replace(/(index)?(\.html)?$/, "").replace(/\/$/, ""),
    kind: [found.kind, found.facts].filter(Boolean).join(", ")
  }));
}

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {string[]} */
  const questions = JSON.parse(line);
  console.log(JSON.stringify(questions.map(answer)));
}

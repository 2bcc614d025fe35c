/* Bundles the scripts and styles of pages into files that are kept: building the site needs no Node.
   Run: node frontend/build.js, or with --check to be told which files are not as they should be. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PLACES = { js: "docs/assets/scripts", css: "docs/assets/styles" };
const SCRIPTS = ["site", "help", "log", "look-back", "message", "my-week", "night", "practice", "ripple-explorer", "search-danger", "search-engine"];
const STYLES = ["site", "log", "night"];
const INSIDE = "macros/editions/templates"; // what a file that is passed on holds, and no page loads
const INSIDE_SCRIPTS = ["single-file", "one-file"];
// The oldest browsers in which everything works, as esbuild writes them: chrome80.
const TARGET = readFileSync(join(ROOT, ".browserslistrc"), "utf-8").split("\n")
  .filter((line) => line && !line.startsWith("#")).map((line) => line.toLowerCase().replace(" ", ""));
const HEAD = "Ripple, MIT license. Built from frontend/ by `make scripts`: change it there.";
const SEARCH = JSON.parse(readFileSync(join(ROOT, "node_modules/minisearch/package.json"), "utf-8"));
const PACKER = JSON.parse(readFileSync(join(ROOT, "node_modules/fflate/package.json"), "utf-8"));
/** @type {Record<string, string>} what else stands in the first line of a script */
const LICENSES = {
  "search-engine": ` With MiniSearch ${SEARCH.version}, (c) Luca Ongaro, MIT license, see minisearch-license.txt.`,
  // It holds them alone, so it holds their terms, too.
  "one-file": ` With MiniSearch ${SEARCH.version} and fflate ${PACKER.version}:\n\n${termsOf("minisearch", "LICENSE.txt")}\n${termsOf("fflate", "LICENSE")}`
};

/**
 * The license of a package, whole.
 * @param {string} name
 * @param {string} file
 */
function termsOf(name, file) {
  return readFileSync(join(ROOT, "node_modules", name, file), "utf-8");
}

/**
 * One file of scripts or styles. Scripts are classic ones, since no module loads from a disk.
 * @param {string} name
 * @param {"js" | "css"} kind
 * @param {string} folder
 */
async function bundle(name, kind, folder = PLACES[kind]) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    banner: { [kind]: `/* ${HEAD}${LICENSES[name] || ""} */` },
    bundle: true,
    charset: "utf8",
    entryPoints: [`frontend/${name}.${kind}`],
    external: ["*.woff2"],
    format: "iife",
    legalComments: "none",
    logLevel: "warning",
    minify: true,
    outfile: `${folder}/${name}.${kind}`,
    supported: { destructuring: true }, // what Safari 13.1 gets wrong of it is not used here
    target: TARGET,
    write: false
  });
  return outputFiles[0];
}

const files = await Promise.all([
  ...SCRIPTS.map((name) => bundle(name, "js")),
  ...STYLES.map((name) => bundle(name, "css")),
  ...INSIDE_SCRIPTS.map((name) => bundle(name, "js", INSIDE))
]);
const changed = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, "utf-8") !== text);
if (process.argv.includes("--check")) {
  const names = changed.map(({ path }) => relative(ROOT, path));
  if (names.length) {
    console.error(`${names.join(", ")}: not what frontend/ makes; run: make scripts`);
    process.exitCode = 1;
  }
} else {
  changed.forEach(({ path, text }) => writeFileSync(path, text));
}

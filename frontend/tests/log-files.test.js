/* The log as a file: each format gives back what it wrote, and bad files are refused whole. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { FIELDS, entryFrom } from "../log/entries.js";
import { openFile, readCsv, readJson, writeCsv, writeJson } from "../log/files.js";
import { Refusal } from "../log/refusal.js";
import "./strings.js";
import { RULES, entryWith } from "./log-samples.js";

/** @typedef {import("../log/entries.js").Entry} Entry */

const COLUMNS = [...FIELDS, "version"];
// What means something to a format, a spreadsheet or a browser; the wide ones are = + - @, too.
const WIDE = "\uff1d\uff0b\uff0d\uff20";
const ODD = [...`${WIDE}=+-@'"\`,;|\r\n\t\0\\/\u2028\u00a0\ufeff\u200bäé日🙂\u202e{}[]<>`, "\ud800"];
const character = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: "binary", minLength: 1, maxLength: 1 }));
const text = fc.array(character, { maxLength: 20 }).map((all) => all.join(""));
const day = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const written = fc.array(fc.record({
  date: day,
  what: text,
  whom: fc.constantFrom(...RULES.whoms),
  before: fc.constantFrom("", ...RULES.feelings),
  after: fc.constantFrom("", ...RULES.feelings),
  served: text,
  id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,20}$/)
}), { minLength: 5, maxLength: 20 });

/**
 * What fits of the given values, as entries.
 * @param {Record<string, string>[]} given
 * @returns {Entry[]}
 */
function entriesFrom(given) {
  return given.flatMap((values) => {
    try {
      return [entryFrom(values, RULES)];
    } catch (error) {
      assert(error instanceof Refusal);
      return [];
    }
  });
}

/** @param {Record<string, string>[]} given */
function checkRound(given) {
  const entries = entriesFrom(given);
  assert.deepEqual(readJson(writeJson(entries), RULES), entries);
  assert.deepEqual(readCsv(writeCsv(entries), RULES), entries);
}

test("both formats give back what was written", () => {
  const said = ["'=1", "''=1", "'", "''", "'tis", ";=1", "tea;=1", "tea;'=1", "a;;'b;-", "\"", "\"\"", ",", "=", "\"'=1,\"", "'\"a"];
  const entries = said.map((what) => entryWith({ what, served: what }));
  assert.equal(entriesFrom(entries).length, said.length);
  checkRound(entries);
  fc.assert(fc.property(written, checkRound), { seed: 1, numRuns: 300 });
});

/**
 * CSV as another program reads it: RFC 4180 with nothing besides.
 * @param {string} csv
 */
function cellsOf(csv) {
  return csv.slice(0, -2).split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((row) =>
    Array.from(row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g), (cell) =>
      (cell[1] === undefined ? cell[2] : cell[1].replace(/""/g, "\""))));
}

test("other readers find the same, and no formula", () => {
  fc.assert(fc.property(written, (given) => {
    const entries = entriesFrom(given);
    assert.deepEqual(JSON.parse(writeJson(entries)), { format: "ripple-log", version: 1, entries });
    const csv = writeCsv(entries);
    assert(csv.startsWith(`\ufeff${COLUMNS.join(",")}\r\n`));
    const [, ...rows] = cellsOf(csv.slice(1));
    const parts = rows.flat().flatMap((cell) => cell.split(";"));
    assert(!parts.some((part) => [...`=+-@\t\r${WIDE}`].includes(part[0])));
    const stopped = new RegExp(`(^|;)'(?=[=+\\-@\\t\\r${WIDE}'])`, "g");
    const plain = rows.map((cells) => cells.map((cell) => cell.replace(stopped, "$1")));
    assert.deepEqual(plain, entries.map((entry) => [...FIELDS.map((field) => entry[field]), "1"]));
  }), { seed: 2, numRuns: 300 });
});

test("whatever a file holds is read or refused", () => {
  const piece = fc.oneof(
    text,
    fc.constantFrom(COLUMNS.join(","), "date,what,whom", "2026-11-22,tea,myself", "{\"format\":"),
    fc.constantFrom("{\"format\":\"ripple-log\",\"version\":1,\"entries\":[", "]}", "{}", "null", "\"\"")
  );
  const files = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("\r\n"));
  fc.assert(fc.property(files, (file) => [readJson, readCsv].forEach((read) => {
    try {
      assert(Array.isArray(read(file, RULES)));
    } catch (error) {
      assert(error instanceof Refusal, String(error));
    }
  })), { seed: 3, numRuns: 1000 });
});

test("half characters and line breaks become what a file can hold", () => {
  const { what, served } = entryFrom(entryWith({ what: "a\ud800b", served: " one\r\n\u2028two\t" }), RULES);
  assert.deepEqual([what, served], ["a\ufffdb", "one two"]);
});

test("a spreadsheet may add rows, move columns and leave out what is empty", () => {
  const tea = "tea,myself,2026-11-21";
  const csv = `what,whom,date\n${tea}\n,,\n${tea}\n'tis rest,myself,2026-11-22`;
  const found = readCsv(csv, RULES);
  assert.deepEqual(found.map(({ what }) => what), ["tea", "tea", "'tis rest"]);
  assert.equal(new Set(found.map(({ id }) => id)).size, 3);
  assert.deepEqual(readCsv(csv, RULES), found); // the same ids again
});

const GOOD = "{\"id\":\"a1\",\"date\":\"2026-11-22\",\"what\":\"tea\",\"whom\":\"myself\"}";
const HEAD = COLUMNS.join(",");
const ROW = "2026-11-22,tea,myself,,,,a1,1";
const NEWER = "it is from a newer Ripple (its version is 2), and this page reads version 1. Open it with a newer copy of this page.";
const PART = "it is no whole log of Ripple: its version or its entries are missing.";
const FOREIGN = "it is no log of Ripple: the word “ripple-log” is missing in it.";
const KNOWN = " Known are: date, what, whom, before, after, served, id, version.";
const QUOTE = "a quotation mark (\") has no partner, or stands in the wrong place.";

/**
 * @param {string} entries
 * @param {string} [version]
 */
function jsonOf(entries, version = "1") {
  return `{"format":"ripple-log","version":${version},"entries":[${entries}]}`;
}

for (const name of ["ripple-log.json.txt", "ripple-log.txt", "ripple-log", "photo.jpg"]) {
  test(`a log is known by what it holds, never by its name: ${name}`, async () => {
    const json = await openFile(new File([jsonOf(GOOD)], name), RULES);
    const csv = await openFile(new File([`${HEAD}\r\n${ROW}`], name), RULES);
    assert.deepEqual([json, csv].map(([{ what }]) => what), ["tea", "tea"]);
  });
}

/** @type {Record<string, [name: string, content: string | Uint8Array<ArrayBuffer>, reason: string]>} */
const BAD = {
  "cut off": ["log.json", jsonOf(GOOD).slice(0, -4), "it is broken, or no JSON at all."],
  "a picture": ["photo.jpg", new Uint8Array([0xff, 0xd8, 0xff]), "its letters are not stored as UTF-8. In a spreadsheet, save it as “CSV UTF-8”."],
  "not UTF-8": [
    "log.csv",
    Uint8Array.from(`${HEAD}\r\n2026-11-22,caf\u00e9,myself,,,,,1`, (letter) => letter.charCodeAt(0)),
    "its letters are not stored as UTF-8. In a spreadsheet, save it as “CSV UTF-8”."
  ],
  "a letter": ["letter.txt", "Dear log,\nI had tea.\n", "it is no log of Ripple: neither its JSON nor its CSV."],
  "empty": ["log.json", " \n", "it is empty."],
  "foreign": ["package.json", "{\"name\":\"something\",\"version\":1}", FOREIGN],
  "a list": ["list.json", `[${GOOD}]`, FOREIGN],
  "newer": ["log.json", jsonOf("{\"new\":1}", "2"), NEWER],
  "newer table": ["log.csv", `${HEAD},mood\r\n${ROW.slice(0, -1)}2,blue`, NEWER],
  "no version": ["log.json", "{\"format\":\"ripple-log\",\"entries\":[]}", PART],
  "no entries": ["log.json", "{\"format\":\"ripple-log\",\"version\":1}", PART],
  "not fields": ["log.json", jsonOf(`${GOOD},7`), "entry 2: it is not made of fields."],
  "unknown field": ["log.json", jsonOf(`${GOOD},{"mood":"x"}`), "entry 2: there is a field “mood” that is not known here."],
  "a number": ["log.json", jsonOf("{\"date\":7}"), "entry 1: date is not text."],
  "no such day": [
    "log.json",
    jsonOf(GOOD.replace("11-22", "02-30")),
    "entry 1: date is “2026-02-30”, and has to be a day such as 2026-11-22."
  ],
  "nothing done": ["log.json", jsonOf(GOOD.replace("tea", " ")), "entry 1: what is empty."],
  "too long": ["log.json", jsonOf(GOOD.replace("tea", "t".repeat(151))), "entry 1: what is longer than 150 letters."],
  "no such word": [
    "log.json",
    jsonOf(GOOD.replace("myself", "dog")),
    "entry 1: whom is “dog”, and can be: myself, one person, several people, an animal or the world."
  ],
  "no such feeling": [
    "log.csv",
    `${HEAD}\r\n${ROW.replace("myself,,", "myself,fine,")}`,
    "row 2: before is “fine”, and can be: very bad, bad, so-so, good, very good, or nothing."
  ],
  "odd id": ["log.json", jsonOf(GOOD.replace("a1", "<b>")), "entry 1: id is “<b>”, and has to be letters and digits."],
  "unknown column": ["log.csv", `${HEAD},mood\r\n${ROW},blue`, `row 1: there is a column “mood” that is not known here.${KNOWN}`],
  "semicolons": [
    "log.csv",
    "date;what;whom\r\n2026-11-22;tea;myself",
    `row 1: there is a column “date;what;whom” that is not known here.${KNOWN}`
  ],
  "column twice": ["log.csv", "date,what,whom,what\r\n", "row 1: the column “what” is there twice."],
  "column missing": ["log.csv", "date,what\r\n", "row 1: the column “whom” is missing."],
  "cells missing": ["log.csv", `${HEAD}\r\n\r\n2026-11-22,tea`, "row 3: it has 2 cells, and row 1 has 8."],
  "odd version": ["log.csv", `${HEAD}\r\n${ROW.slice(0, -1)}one`, "row 2: version is “one”, and has to be 1."],
  "open quote": ["log.csv", `${HEAD}\r\n${ROW}\r\n"2026-11-22,tea`, `row 3: ${QUOTE}`],
  "stray quote": ["log.csv", `${HEAD}\r\n2026-11-22,t"ea,myself,,,,,1`, `row 2: ${QUOTE}`],
  "too many": [
    "log.json",
    jsonOf(Array(RULES.most + 1).fill(GOOD).join()),
    "it holds 20,001 entries, and a log holds 20,000 at most."
  ],
  "huge": ["log.json", new Uint8Array(50_000_001), "it is larger than 50 MB, which no log is."]
};

for (const [name, [file, content, message]] of Object.entries(BAD)) {
  test(`a bad file is refused with a clear line: ${name}`, async () => {
    await assert.rejects(openFile(new File([content], file), RULES), (error) => {
      assert(error instanceof Refusal);
      assert.equal(error.message, message);
      return true;
    });
  });
}

test("a file that cannot be read is refused", async () => {
  const file = /** @type {File} */ (/** @type {unknown} */ ({ name: "log.json", size: 1, stream() { throw new Error("gone"); } }));
  await assert.rejects(openFile(file, RULES), Refusal);
});

test("a good file is opened by its ending", async () => {
  const [entry] = readJson(jsonOf(GOOD), RULES);
  assert.deepEqual(await openFile(new File([jsonOf(GOOD)], "my log.JSON"), RULES), [entry]);
  assert.deepEqual(await openFile(new File([`${HEAD}\r\n${ROW}`], "log.csv"), RULES), [entry]);
});

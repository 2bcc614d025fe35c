import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST, calendarOf, chosenIn, hashOf, spread } from "../week/choice.js";

const KNOWN = new Set(Array.from({ length: 20 }, (_, number) => `p${number}`));
const NOW = new Date("2026-11-30T12:34:56.789Z");
/** @param {number} number */
const dayAt = (number) => `2026-12-0${number + 1}`;

test("an address gives back the choice that it was made of", () => {
  assert.deepEqual(chosenIn(hashOf(["p3", "p1"]), KNOWN), ["p3", "p1"]);
  assert.deepEqual(chosenIn(hashOf([]), KNOWN), []);
});

test("what is unknown, hostile, twice or too much in an address does nothing", () => {
  for (const hash of [
    "", "#", "#practices", "#practices=", "#practices=p99", "#practices=__proto__,constructor",
    "#practices=<img src=x onerror=alert(1)>", "#practices=%3Cscript%3E", "#practices=%E0%A4%A", "#practices=p1%00",
    "#other=p1", "#javascript:alert(1)"
  ]) {
    assert.deepEqual(chosenIn(hash, KNOWN), [], hash);
  }
  assert.deepEqual(chosenIn("#practices=p1,p1,x,p2", KNOWN), ["p1", "p2"]);
  assert.equal(chosenIn(hashOf([...KNOWN]), KNOWN).length, MOST);
});

test("practices are spread over seven days, two a day at most", () => {
  assert.deepEqual(spread(["a", "b", "c"]).map((day) => day.length), [1, 1, 1, 0, 0, 0, 0]);
  assert.deepEqual(spread([...KNOWN].slice(0, MOST)).map((day) => day.length), [2, 2, 2, 2, 2, 2, 2]);
  assert.deepEqual(spread([...KNOWN].slice(0, 9)).flat(), [...KNOWN].slice(0, 9));
  assert.equal(spread([]).length, 7);
});

test("the calendar says what each day holds, and no line is too long", () => {
  const about = `Öffne, bitte; das Fenster\\ ${"ä".repeat(60)}`;
  const one = { id: "p1", title: "Sit; rest, breathe", about, address: "https://example.org/practices/p1/" };
  const text = calendarOf([one, { ...one, id: "p2", address: "" }], dayAt, NOW);
  const lines = text.split("\r\n");
  assert.equal(lines.pop(), "");
  lines.forEach((line) => assert.ok(new TextEncoder().encode(line).length <= 75, line));
  const whole = text.replace(/\r\n /g, "");
  assert.match(whole, /UID:week-2026-12-01-p1@ripple\r\nDTSTAMP:20261130T123456Z\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n/);
  assert.ok(whole.includes("SUMMARY:Sit\\; rest\\, breathe\r\n"));
  assert.ok(whole.includes(`DESCRIPTION:Öffne\\, bitte\\; das Fenster\\\\ ${"ä".repeat(60)}\\n\\nhttps://example.org/practices/p1/\r\n`));
  assert.equal(whole.match(/BEGIN:VEVENT/g)?.length, 2);
  assert.equal(whole.match(/\r\nURL:/g)?.length, 1);
  assert.doesNotMatch(whole, /VALARM/);
});

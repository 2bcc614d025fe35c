/* Days and weeks by the reader's own clock, wherever it stands. */

import { afterEach, test } from "node:test";
import assert from "node:assert/strict";

import { dayOf, daysBefore, isDay, spoken, weekOf } from "../shared/days.js";

const { TZ } = process.env;

afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

// Local times at the edges of weeks, and the ISO week: ends of years, nights on which clocks change.
/** @type {[string, number][]} */
const EDGES = [
  ["2026-12-27T23:59", 52], ["2026-12-28T00:00", 53], ["2026-12-31T23:59", 53], ["2027-01-01T00:00", 53],
  ["2027-01-03T23:59", 53], ["2027-01-04T00:00", 1], ["2024-12-29T23:59", 52], ["2024-12-30T00:00", 1],
  ["2020-12-31T12:00", 53], ["2021-01-03T23:59", 53], ["2021-01-04T00:01", 1], ["2032-12-27T00:00", 53]
];
/** @type {Record<string, [string, number][]>} */
const CHANGES = {
  "Europe/Berlin": [["2026-03-29T01:59", 13], ["2026-03-29T23:59", 13], ["2026-03-30T00:00", 14]],
  "America/New_York": [["2026-11-01T23:59", 44], ["2026-11-02T00:00", 45]],
  // Here midnight itself is skipped on the night of the change.
  "America/Santiago": [["2026-09-06T01:00", 36], ["2026-09-06T23:59", 36], ["2026-09-07T00:00", 37]],
  "Asia/Beirut": [["2026-03-29T01:00", 13], ["2026-03-29T23:59", 13], ["2026-03-30T00:00", 14]],
  "Australia/Lord_Howe": [["2026-04-05T23:59", 14], ["2026-04-06T00:00", 15]],
  "Pacific/Kiritimati": EDGES,
  "Pacific/Pago_Pago": EDGES,
  "UTC": EDGES
};

for (const [zone, moments] of Object.entries(CHANGES)) {
  test(`the week and the day are those of the clock in ${zone}`, () => {
    process.env.TZ = zone;
    moments.forEach(([local, week]) => {
      const moment = new Date(local); // read as the local time of the zone
      assert.equal(weekOf(moment), week, local);
      assert.equal(dayOf(moment), local.slice(0, 10), local);
    });
  });
}

test("one moment can be two weeks and two days", () => {
  const found = ["Pacific/Auckland", "America/Los_Angeles"].map((zone) => {
    process.env.TZ = zone;
    const moment = new Date("2027-01-03T12:00:00Z");
    return [weekOf(moment), dayOf(moment)];
  });
  assert.deepEqual(found, [[1, "2027-01-04"], [53, "2027-01-03"]]);
});

test("a day is one that exists", () => {
  assert.deepEqual(["2026-11-22", "2024-02-29", "0001-01-01"].filter(isDay), ["2026-11-22", "2024-02-29", "0001-01-01"]);
  assert.deepEqual(["2026-02-30", "2025-02-29", "22.11.2026", "2026-1-2", "", "2026-11-22T00:00"].filter(isDay), []);
});

test("days are counted and spoken without the clock", () => {
  process.env.TZ = "Pacific/Pago_Pago";
  assert.equal(daysBefore("2026-03-01", 1), "2026-02-28");
  assert.equal(daysBefore("2026-01-01", 365), "2025-01-01");
  assert.equal(spoken("2026-11-22", { dateStyle: "long" }), "November 22, 2026");
});

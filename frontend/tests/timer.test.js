/* What the timer of the guide says. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { roundedUp } from "../guide/timer.js";

test("long waits count in minutes, short ones in seconds", () => {
  const said = [0.5, 1, 1.2, 60, 119, 120, 121, 180].map((seconds) => roundedUp(seconds * 1000).join(" "));
  assert.deepEqual(said, ["1 seconds", "1 seconds", "2 seconds", "60 seconds", "119 seconds", "2 minutes", "3 minutes", "3 minutes"]);
});

/* One part that throws never stops another. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { run } from "../shared/run.js";

test("each part runs, and an error is thrown on its own afterwards", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const ran = [];
  run([() => { ran.push("one"); }, () => { throw new Error("broken"); }, () => { ran.push("three"); }]);
  assert.deepEqual(ran, ["one", "three"]);
  assert.throws(() => t.mock.timers.runAll(), /broken/);
});

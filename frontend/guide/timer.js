/* A quiet timer of the guide. It waits for a press: a step is read and begun first, and a count that
   starts by itself would hurry. */

import { find } from "../shared/elements.js";
import { told } from "../shared/strings.js";

/** @typedef {"ready" | "running" | "held" | "over"} State */

const SECOND = 1000;
const MORE = 30 * SECOND; // what "More time" adds

/**
 * Make a timer work.
 * @param {HTMLElement} box
 * @param {number} seconds
 * @param {(state: State, left: number, words: string) => void} tell hears of each change, never of each
 *   second: the new state, the milliseconds left, and these in words
 * @returns {{ stop: () => void }}
 */
export function makeTimer(box, seconds, tell) {
  const [amount, unit] = Array.from(find(box, ".rp-timer__left", HTMLElement).children);
  const go = find(box, ".rp-timer__go", HTMLButtonElement);
  const longer = find(box, ".rp-timer__more", HTMLButtonElement);
  let whole = seconds * SECOND;
  let left = whole;
  /** @type {State} */
  let state = "ready";
  let end = 0; // when it will be over, by the clock: a browser slows down what nobody sees
  let tick = 0;

  /** What is left, as a number and a unit. */
  function words() {
    const [number, name] = roundedUp(left);
    return [String(number), told(`guide.${name}`, { count: number })];
  }

  function draw() {
    [amount.textContent, unit.textContent] = words();
    // While it runs, the ring glides for a second toward what will be filled then.
    const soon = state === "running" ? Math.max(0, left - SECOND) : left;
    box.style.setProperty("--rp-filled", String(1 - soon / whole));
  }

  /** @param {State} next */
  function become(next) {
    state = next;
    go.textContent = told(`guide.timer.${state}`);
    longer.hidden = state === "ready";
    draw();
  }

  /** @param {State} next */
  function change(next) {
    become(next);
    tell(next, left, words().join(" "));
  }

  function count() {
    left = Math.max(0, end - Date.now());
    if (!left) {
      change("over");
      return;
    }
    draw();
    tick = window.setTimeout(count, left % SECOND || SECOND);
  }

  function run() {
    end = Date.now() + left;
    change("running");
    count();
  }

  function hold() {
    clearTimeout(tick);
    left = Math.max(0, end - Date.now());
    change("held");
  }

  function again() {
    left = whole = seconds * SECOND;
    run();
  }

  /** Half a minute more; a timer that is over runs for that long, one that is held stays so. */
  function lengthen() {
    clearTimeout(tick);
    if (state === "running") left = Math.max(0, end - Date.now());
    whole = (state === "over" ? 0 : whole) + MORE;
    left += MORE;
    if (state === "held") change("held");
    else run();
  }

  const presses = { ready: run, running: hold, held: run, over: again };
  go.addEventListener("click", () => presses[state]());
  longer.addEventListener("click", lengthen);
  become("ready");
  return { stop: () => clearTimeout(tick) };
}

/**
 * A span of time as a number of minutes or seconds; long waits count in minutes, which is quieter.
 * @param {number} left milliseconds
 * @returns {[number, "minutes" | "seconds"]}
 */
export function roundedUp(left) {
  const isLong = left >= 120 * SECOND;
  const count = Math.ceil(left / (isLong ? 60 * SECOND : SECOND));
  return [count, isLong ? "minutes" : "seconds"];
}

/* A quiet timer, for guide.js. It waits for a press: a step is read and begun first, and a count that
   starts by itself would hurry. `tell(what, left, words)` hears of each change, never of each second. */
function makeTimer(box, seconds, tell) {
  "use strict";

  var SECOND = 1000;
  var LABELS = { ready: "Start timer", running: "Pause timer", held: "Continue timer", over: "Start timer again" };
  var face = box.querySelector(".rp-timer__left");
  var go = box.querySelector(".rp-timer__go");
  var skip = box.querySelector(".rp-timer__skip");
  var whole = seconds * SECOND;
  var left = whole;
  var state = "ready";
  var end; // when it will be over, by the clock: a browser slows down what nobody sees
  var tick;

  function amount() { // long waits count in minutes, which is quieter
    var long = left >= 120 * SECOND;
    var count = Math.ceil(left / (long ? 60 * SECOND : SECOND));
    return [count, (long ? "minute" : "second") + (count === 1 ? "" : "s")];
  }

  function draw() {
    var words = amount();
    face.firstElementChild.textContent = words[0];
    face.lastElementChild.textContent = words[1];
    // While it runs, the ring glides for a second toward what will be left then.
    var soon = state === "running" ? Math.max(0, left - SECOND) : left;
    box.style.setProperty("--rp-left", soon / whole);
  }

  function become(next) {
    state = next;
    go.textContent = LABELS[state];
    skip.hidden = state === "ready" || state === "over";
    draw();
  }

  function change(next) {
    become(next);
    tell(next, left, amount().join(" "));
  }

  function count() {
    left = Math.max(0, end - Date.now());
    if (!left) return change("over");
    draw();
    tick = setTimeout(count, left % SECOND || SECOND);
  }

  function run() {
    if (state !== "held") left = whole;
    end = Date.now() + left;
    change("running");
    count();
  }

  function hold() {
    clearTimeout(tick);
    left = Math.max(0, end - Date.now());
    change("held");
  }

  function reset() {
    clearTimeout(tick);
    left = whole;
    change("ready");
  }

  go.addEventListener("click", function () { if (state === "running") hold(); else run(); });
  skip.addEventListener("click", reset);
  become("ready");
  return { stop: function () { clearTimeout(tick); } };
}

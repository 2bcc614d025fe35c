/* Guided practice: one step at a time in a dialog. Nothing is kept or sent. */
(function () {
  "use strict";

  var dialog = document.querySelector("dialog.rp-guide");
  var heading = document.getElementById("steps");
  if (!dialog || !heading || !dialog.showModal) return;

  function find(name) { return dialog.querySelector(".rp-guide__" + name); }

  var stage = find("stage");
  var text = find("text");
  var sound = find("sound");
  var box = find("words");
  var HASH = "#guide"; // a link with this at its end opens the guide
  var AWAKE = 10 * 60 * 1000;

  /* Screens: what stands before the list of steps, each step, and the end. */

  var before = [];
  var list = null;
  var after = [];
  for (var part = heading.nextElementSibling; part && part.tagName !== "H2"; part = part.nextElementSibling) {
    if (!list && part.tagName === "OL") list = part;
    else (list ? after : before).push(part);
  }
  if (!list) return;

  var screens = Array.from(list.children).map(function (step, index, steps) {
    return { title: "Step " + (index + 1) + " of " + steps.length, parts: Array.from(step.childNodes), large: true };
  });
  if (before.length) screens.unshift({ title: "Before you start", parts: before });
  screens.push({ title: "That was the last step", parts: after });
  var last = screens.length - 1;
  var at = 0;

  /* The button above the steps. */

  var start = document.createElement("button");
  var note = document.createElement("span");
  var row = document.createElement("div");
  start.type = "button";
  start.setAttribute("aria-haspopup", "dialog");
  start.setAttribute("aria-describedby", "rp-guide-note");
  note.id = "rp-guide-note";
  row.className = "rp-begin";
  row.append(start, note);
  list.before(row);

  function invite() {
    start.textContent = at ? "Go on where you stopped" : "Start, one step at a time";
    note.textContent = at ? "Stopping is fine. You can also leave it at that." : "You can stop at any time.";
  }

  /* Sound is off until somebody asks for it. It plays once then, so that it startles nobody later. */

  var audio = null;

  function wakeSound() { // within a press, as browsers demand
    if (!sound.control.checked) return;
    audio = audio || new AudioContext();
    audio.resume();
  }

  function ring() {
    if (!sound.control.checked) return;
    var now = audio.currentTime;
    var volume = audio.createGain();
    volume.gain.setValueAtTime(0, now);
    volume.gain.linearRampToValueAtTime(0.1, now + 0.1);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + 2.5);
    volume.connect(audio.destination);
    [330, 495].forEach(function (pitch) { // a fifth
      var tone = audio.createOscillator();
      tone.frequency.value = pitch;
      tone.connect(volume);
      tone.start(now);
      tone.stop(now + 2.5);
    });
  }

  /* The screen stays on, for ten minutes after a press at most: whoever falls asleep gets the dark back. */

  var lock = Promise.resolve();
  var limit;

  function letSleep() {
    clearTimeout(limit);
    lock.then(function (held) { if (held) held.release(); });
    lock = Promise.resolve();
  }

  function keepAwake(wait) {
    letSleep();
    if (!navigator.wakeLock) return;
    lock = navigator.wakeLock.request("screen").catch(function () {}); // refused, as on a low battery
    limit = setTimeout(letSleep, AWAKE + wait);
  }

  /* Timers */

  var timers = [];

  function say(words) { find("said").textContent = words; }

  function hear(what, left, words) {
    say({
      running: "The timer runs: " + words + ".",
      held: "The timer waits at " + words + ".",
      over: "Time is up. Go on when you are ready.",
      ready: "Timer skipped."
    }[what]);
    if (what === "over") ring();
    if (what === "ready") find("next").focus(); // the button that was pressed is gone
    if (what === "running") {
      wakeSound();
      keepAwake(left);
    }
  }

  function addTimer(pause) {
    var model = find("model").content.firstElementChild.cloneNode(true);
    timers.push(makeTimer(model, Number(pause.dataset.seconds), hear));
    find("timers").append(model);
  }

  function clearTimers() {
    timers.forEach(function (timer) { timer.stop(); });
    timers = [];
    find("timers").replaceChildren();
  }

  /* Showing */

  function twin(node) { // without its ids, which may be on a page once only
    var holder = document.createElement("div");
    holder.append(node.cloneNode(true));
    holder.querySelectorAll("[id]").forEach(function (element) { element.removeAttribute("id"); });
    return holder.firstChild;
  }

  function show(number) {
    var screen = screens[number];
    at = number;
    invite();
    clearTimers();
    say("");
    find("step").textContent = screen.title;
    text.replaceChildren.apply(text, screen.parts.map(twin));
    text.classList.toggle("rp-guide__text--large", Boolean(screen.large));
    text.querySelectorAll(".rp-pause").forEach(addTimer);
    sound.hidden = !timers.length || !window.AudioContext;
    find("ending").hidden = at !== last;
    find("stop").hidden = at === last;
    find("back").hidden = at === 0;
    find("next").textContent = at === last ? "Close" : "Next";
    stage.focus();
    dialog.scrollTop = 0;
    if (at === last) letSleep();
    else keepAwake(0);
  }

  function open() {
    if (dialog.open) return;
    start.focus(); // where the browser returns to when the dialog closes
    dialog.showModal();
    show(at);
  }

  function openByAddress() {
    if (location.hash === HASH) open();
    else if (dialog.open) dialog.close(); // as by the Back button of the browser
  }

  function finish() {
    at = 0;
    invite();
    dialog.close();
  }

  function copyWords() {
    function select() {
      box.focus();
      box.select();
      say("Your words are selected. Copy them as you do elsewhere on this device.");
    }
    if (!box.value.trim()) say("There is nothing to copy.");
    else if (!navigator.clipboard) select();
    else navigator.clipboard.writeText(box.value).then(function () { say("Copied."); }, select);
  }

  start.addEventListener("click", open);
  find("back").addEventListener("click", function () { show(at - 1); });
  find("next").addEventListener("click", function () { if (at === last) finish(); else show(at + 1); });
  find("stop").addEventListener("click", function () { dialog.close(); });
  find("copy").addEventListener("click", copyWords);
  sound.addEventListener("change", function () {
    wakeSound();
    ring();
  });
  dialog.addEventListener("click", function (event) { // a link to another part of this page
    if (event.target.closest("a[href^='#']")) dialog.close();
  });
  dialog.addEventListener("close", function () {
    clearTimers();
    letSleep();
    if (audio) audio.suspend();
    if (location.hash === HASH) { // so that a reload does not open it again
      location.replace("#steps");
      start.focus();
    }
  });
  document.addEventListener("visibilitychange", function () { // a hidden page lets the screen sleep
    if (!document.hidden && dialog.open && at !== last) keepAwake(0);
  });
  addEventListener("pagehide", function () { box.value = ""; }); // it must not come back with the Back button
  addEventListener("hashchange", openByAddress);
  invite();
  openByAddress();
})();

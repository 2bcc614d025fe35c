/* Guided practice: one step at a time in a dialog. Nothing is kept or sent. */

import { copy } from "../shared/copy.js";
import { fill, find, findAll, make, pressed } from "../shared/elements.js";
import { makeAwake } from "../guide/awake.js";
import { makeSound } from "../guide/sound.js";
import { makeTimer } from "../guide/timer.js";
import { makeVibration } from "../guide/vibration.js";
import { makeVoice } from "../guide/voice.js";
import { told } from "../shared/strings.js";

/** @typedef {{ title: string, parts: Node[], isStep: boolean }} Screen */

const HASH = "#guide"; // a link with this at its end opens the guide

/** Offer to go through the steps of a practice one at a time. */
export function guide() {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.rp-guide"));
  const heading = document.getElementById("steps");
  const link = document.querySelector(".rp-text .rp-begin a");
  if (!dialog || !heading || !link || !dialog.showModal) return; // eslint-disable-line no-restricted-properties -- it asks
  const screens = screensBelow(heading);
  if (screens) guideThrough(dialog, link, screens);
}

/**
 * The screens: the gate and what else stands before the list of steps, each step, and the end.
 * @param {Element} heading
 * @returns {Screen[] | null}
 */
function screensBelow(heading) {
  /** @type {Element[]} */
  const before = findAll(document, ".rp-text [data-section='gate'] > *");
  /** @type {Element[]} */
  const after = [];
  /** @type {Element | null} */
  let list = null;
  for (let part = heading.nextElementSibling; part && part.tagName !== "H2"; part = part.nextElementSibling) {
    if (!list && part.tagName === "OL") list = part;
    else (list ? after : before).push(part);
  }
  if (!list) return null;
  const screens = Array.from(list.children, (step, index) => ({
    title: told("guide.step", { number: index + 1, all: (/** @type {Element} */ (list)).children.length }),
    parts: Array.from(step.childNodes),
    isStep: true
  }));
  const first = before.length ? [{ title: told("guide.before"), parts: before, isStep: false }] : [];
  const end = { title: told("guide.last"), parts: after, isStep: false };
  return [...first, ...screens, end];
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Element} link what leads to the steps; a button takes its place
 * @param {Screen[]} screens
 */
function guideThrough(dialog, link, screens) {
  /** @param {string} name */
  const part = (name) => find(dialog, `.rp-guide__${name}`, HTMLElement);
  /** @param {string} name */
  const button = (name) => find(dialog, `.rp-guide__${name}`, HTMLButtonElement);

  const stage = part("stage");
  const text = part("text");
  const sounding = part("sound");
  const tick = find(sounding, "input", HTMLInputElement);
  const shake = find(part("vibration"), "input", HTMLInputElement);
  const reader = find(part("voice"), "input", HTMLInputElement);
  const box = find(dialog, ".rp-guide__words", HTMLTextAreaElement);
  const model = find(dialog, ".rp-guide__model", HTMLTemplateElement);
  const sound = makeSound(tick);
  const vibration = makeVibration(part("vibration"), shake);
  const voice = makeVoice(part("voice"), reader, document.documentElement.lang);
  const { keepAwake, letSleep } = makeAwake();
  const last = screens.length - 1;
  let at = 0;
  /** @type {{ stop: () => void }[]} */
  let timers = [];

  /* The button at the head of the page. */

  const invitation = link.textContent;
  const start = make("button", { type: "button", className: link.className });
  start.setAttribute("aria-haspopup", "dialog");
  const stopped = make("span", { className: "rp-begin__stopped", id: "rp-stopped" });
  link.replaceWith(start);
  find(document, ".rp-begin", HTMLElement).append(stopped);

  function invite() {
    start.textContent = at ? told("guide.go_on") : invitation;
    stopped.textContent = at ? told("guide.stopped") : "";
    if (at) start.setAttribute("aria-describedby", stopped.id);
    else start.removeAttribute("aria-describedby");
  }

  /* Timers */

  /** @param {string} words */
  function say(words) { part("said").textContent = words; }

  /**
   * @param {import("../guide/timer.js").State} state
   * @param {number} left
   * @param {string} words
   */
  function hear(state, left, words) {
    say({
      running: told("guide.running", { left: words }),
      held: told("guide.held", { left: words }),
      over: told("guide.over"),
      ready: ""
    }[state]);
    if (state === "over") {
      sound.ring();
      vibration.buzz();
    }
    if (state === "running") {
      sound.wake();
      keepAwake(left);
    }
  }

  /** @param {HTMLElement} pause */
  function addTimer(pause) {
    const timer = /** @type {HTMLElement} */ (find(model.content, ".rp-timer", HTMLElement).cloneNode(true));
    timers.push(makeTimer(timer, Number(pause.dataset.seconds), hear));
    part("timers").append(timer);
  }

  function clearTimers() {
    timers.forEach((timer) => timer.stop());
    timers = [];
    fill(part("timers"));
  }

  /* Showing */

  /** @param {number} number */
  function show(number) {
    const screen = screens[number];
    at = number;
    invite();
    clearTimers();
    say("");
    part("step").textContent = screen.title;
    fill(text, ...screen.parts.map(copyWithoutIds));
    stage.classList.toggle("rp-guide__stage--step", screen.isStep);
    findAll(text, ".rp-pause").forEach(addTimer);
    stage.classList.toggle("rp-guide__stage--timed", timers.length > 0);
    // eslint-disable-next-line compat/compat -- it asks
    sounding.hidden = !timers.length || !window.AudioContext;
    vibration.offer(timers.length > 0);
    part("ending").hidden = at !== last;
    button("stop").hidden = at === last;
    button("back").hidden = at === 0;
    button("next").textContent = told(at === last ? "guide.close" : "guide.next");
    read();
    stage.focus();
    dialog.scrollTop = 0;
    if (at === last) letSleep();
    else keepAwake(0);
  }

  /** What is on the screen, aloud, where somebody asked for it. */
  function read() {
    voice.read(`${screens[at].title}. ${text.textContent}`);
  }

  function open() {
    if (dialog.open) return;
    start.focus(); // where the browser returns to when the dialog closes
    dialog.showModal(); // eslint-disable-line no-restricted-properties -- asked for above
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

  async function copyWords() {
    if (!box.value.trim()) {
      say(told("guide.nothing"));
      return;
    }
    say({
      copied: told("copied"),
      selected: told("guide.selected")
    }[await copy(box)]);
  }

  start.addEventListener("click", open);
  button("back").addEventListener("click", () => show(at - 1));
  button("next").addEventListener("click", () => (at === last ? finish() : show(at + 1)));
  button("stop").addEventListener("click", () => dialog.close());
  button("copy").addEventListener("click", copyWords);
  tick.addEventListener("change", () => {
    sound.wake();
    sound.ring();
  });
  shake.addEventListener("change", vibration.buzz);
  reader.addEventListener("change", () => (reader.checked ? read() : voice.rest()));
  dialog.addEventListener("click", (event) => { // a link to another part of this page
    if (pressed(event, "a[href^='#']")) dialog.close();
  });
  dialog.addEventListener("close", () => {
    clearTimers();
    letSleep();
    sound.rest();
    vibration.rest();
    voice.rest();
    if (location.hash === HASH) { // so that a reload does not open it again
      location.replace("#steps");
      start.focus();
    }
  });
  document.addEventListener("visibilitychange", () => { // a hidden page lets the screen sleep
    if (!document.hidden && dialog.open && at !== last) keepAwake(0);
  });
  addEventListener("pagehide", voice.rest);
  addEventListener("pagehide", () => { box.value = ""; }); // it must not come back with the Back button
  addEventListener("hashchange", openByAddress);
  invite();
  openByAddress();
}

/**
 * A copy of a node without its ids, which may be on a page once only.
 * @param {Node} node
 * @returns {Node}
 */
function copyWithoutIds(node) {
  const holder = make("div", {}, node.cloneNode(true));
  findAll(holder, "[id]").forEach((element) => element.removeAttribute("id"));
  return /** @type {Node} */ (holder.firstChild);
}

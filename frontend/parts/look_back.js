/* The look back: the questions one at a time, room to write, and the log of that time beside them.
   The log is read where the reader has it remembered, or from a file they open. Nothing is stored or sent. */

import { daysBefore, spoken, today } from "../shared/days.js";
import { fill, find, make, makeButton } from "../shared/elements.js";
import { newestFirst, place } from "../log/entries.js";
import { Refusal } from "../log/refusal.js";
import { countWhoms } from "../log/counts.js";
import { download } from "../shared/download.js";
import { drawChanges } from "../log/picture.js";
import { itemOf } from "../log/list.js";
import { makeStore } from "../log/store.js";
import { onEachDay } from "../shared/each_day.js";
import { openFile } from "../log/files.js";
import { rulesFrom } from "../log/rules.js";
import { told } from "../shared/strings.js";

/** @typedef {import("../log/entries.js").Log} Log */
/** @typedef {{ section: HTMLElement, title: HTMLElement, question: string, words: HTMLTextAreaElement }} Step */

const MOST = 50; // entries
const FILE = "ripple-look-back.txt";

/** Make the look back work. */
export function lookBack() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".rp-look"));
  const heading = document.getElementById("the-questions");
  if (!box || !heading) return;
  askQuestions(heading);
  showLog(box);
}

/* The questions. Each is a heading of the page with what follows it, and gets a box to write in. */

/** @param {HTMLElement} heading */
function askQuestions(heading) {
  const steps = stepsBelow(heading);
  let isSaved = true;
  let at = -1; // the question on the screen, or -1 where all are
  steps.forEach(({ words }) => words.addEventListener("input", () => { isSaved = false; }));
  const answered = () => steps.filter(({ words }) => words.value.trim());

  const back = makeButton(told("look_back.back"), () => go(at - 1));
  const onward = makeButton(told("look_back.next"), () => go(at + 1));
  const whole = makeButton(told("look_back.all"), () => {
    go(-1);
    begin.focus();
  });
  const begin = makeButton(told("look_back.one"), () => go(0));
  const save = makeButton(told("look_back.save"), () => {
    const parts = answered();
    if (!parts.length) {
      said.textContent = told("look_back.nothing");
      return;
    }
    download(FILE, "text/plain", parts.map(({ question, words }) =>
      `${question}\r\n\r\n${words.value.trim().replace(/\n/g, "\r\n")}\r\n`).join("\r\n"));
    isSaved = true;
    said.textContent = told("look_back.saved", { file: FILE });
  });
  const said = make("span");
  said.setAttribute("role", "status");
  const leave = make("p", { className: "rp-log__hint" }, told("look_back.leave"));

  /** @param {number} number */
  function go(number) {
    at = number;
    steps.forEach(({ section }, index) => section.classList.toggle("rp-look__later", at >= 0 && index !== at));
    begin.hidden = at >= 0;
    back.hidden = at < 1;
    onward.hidden = at < 0 || at === steps.length - 1;
    whole.hidden = at < 0;
    if (at >= 0) steps[at].title.focus();
  }

  steps[0].section.before(rowOf("rp-look__begin", begin));
  steps[steps.length - 1].section.after(rowOf("rp-look__ways", back, onward, whole), leave, rowOf("rp-look__ways", save, said));
  go(-1);

  addEventListener("hashchange", () => { // a link to a question that is not on the screen
    const there = document.getElementById(location.hash.slice(1));
    if (!there || !there.closest(".rp-look__later")) return;
    go(steps.findIndex(({ section }) => section.contains(there)));
  });
  addEventListener("beforeunload", (event) => {
    if (!isSaved && answered().length) event.preventDefault();
  });
}

/**
 * @param {HTMLElement} heading
 * @returns {Step[]}
 */
function stepsBelow(heading) {
  /** @type {Step[]} */
  const steps = [];
  let part = heading.nextElementSibling;
  while (part && part.tagName !== "H2") {
    const next = part.nextElementSibling;
    if (part instanceof HTMLElement && part.tagName === "H3") steps.push(newStep(part, steps.length + 1));
    else if (steps.length) steps[steps.length - 1].section.append(part);
    part = next;
  }
  steps.forEach(({ section, title, words }) => {
    const label = make("label", { htmlFor: words.id }, told("look_back.answer"));
    words.setAttribute("aria-describedby", title.id);
    section.append(label, words);
  });
  return steps;
}

/**
 * @param {HTMLElement} title
 * @param {number} number
 * @returns {Step}
 */
function newStep(title, number) {
  const section = make("section", { className: "rp-look__step" });
  title.before(section);
  section.append(title);
  title.tabIndex = -1;
  const words = make("textarea", { id: `rp-look-${number}`, rows: 3, autocomplete: "off", spellcheck: false, dir: "auto", className: "rp-look__words" });
  words.setAttribute("writingsuggestions", "false"); // some browsers send the words away for it
  return { section, title, question: ((title.firstChild && title.firstChild.textContent) || "").trim(), words };
}

/**
 * @param {string} className
 * @param {...HTMLElement} parts
 */
function rowOf(className, ...parts) {
  return make("p", { className: `rp-log__buttons ${className}` }, ...parts);
}

/* The log of that time */

/** @param {HTMLElement} box */
function showLog(box) {
  /** @param {string} name */
  const part = (name) => find(box, `.rp-${name}`, HTMLElement);

  const rules = rulesFrom(box.dataset);
  const file = find(box, ".rp-log__file", HTMLInputElement);
  const details = /** @type {HTMLDetailsElement} */ (part("look__log"));
  /** @type {Log} */
  const log = new Map();
  const store = makeStore(log, rules, (news) => {
    if (news === "forgotten") log.clear();
    show(news === "forgotten" ? told("look_back.forgotten") : "");
  });

  /** @param {string} words */
  function show(words) {
    const days = Number(find(box, "[name=span]:checked", HTMLInputElement).value);
    const last = today();
    const first = daysBefore(last, days - 1);
    const all = newestFirst(log);
    const entries = all.filter(({ date }) => date >= first && date <= last);
    const total = told("log_entries.total", { count: entries.length });
    const day = spoken(first, { dateStyle: "long" });
    const held = told("look_back.held", { total, day });
    const state = all.length ? held : told("look_back.none");
    part("log__said").textContent = (words ? `${words} ` : "") + state;
    details.hidden = !entries.length;
    if (!entries.length) return;
    const whoms = countWhoms(entries, rules.whoms).map(([whom, count]) =>
      told("look_back.whom", { count, whom: told(`log_entries.whom.${whom}`) }));
    part("look__whom").textContent = told("look_back.of", { total, whom: whoms.join(", ") });
    fill(part("log__list"), ...entries.slice(0, MOST).map(itemOf));
    part("look__rest").textContent = entries.length > MOST ? told("look_back.newest", { most: MOST }) : "";
    drawChanges(part("log__changes"), entries, rules.feelings);
  }

  async function open() {
    const picked = file.files && file.files[0];
    if (!picked) return;
    try {
      (await openFile(picked, rules)).forEach((entry) => place(log, entry));
      details.open = true;
      show(told("look_back.opened"));
    } catch (error) {
      show(told("log_entries.unopened", { name: picked.name, why: reasonOf(error) }));
    } finally {
      file.value = ""; // so that the same file can be picked again
    }
  }

  part("log__open").addEventListener("click", () => file.click());
  file.addEventListener("change", open);
  part("look__span").addEventListener("change", () => show(""));

  box.hidden = false;
  try {
    store.start();
    onEachDay(() => show(""));
  } catch (error) {
    show(reasonOf(error));
  }
}

/**
 * What a reader may see of an error; another one is thrown on.
 * @param {unknown} error
 */
function reasonOf(error) {
  if (error instanceof Refusal) return error.message;
  throw error;
}

/* The page of the log: the form, what was written, keeping it, and forgetting it.
   Nothing leaves the device; nothing is stored before the reader chooses it. */

import { FIELDS, allEntries, entryFrom, entryOf, findEntry, isSame, newId, newestFirst, place, put, remove } from "../log/entries.js";
import { Refusal, refuse } from "../log/refusal.js";
import { drawChanges, drawWeeks } from "../log/picture.js";
import { find, findAll, make } from "../shared/elements.js";
import { isDay, today } from "../shared/days.js";
import { onEachDay } from "../shared/each_day.js";
import { openFile, saveFile } from "../log/files.js";
import { makeList } from "../log/list.js";
import { makeStore } from "../log/store.js";
import { rulesFrom } from "../log/rules.js";
import { told } from "../shared/strings.js";

/** @typedef {import("../log/entries.js").Entry} Entry */
/** @typedef {import("../log/entries.js").Field} Field */
/** @typedef {import("../log/entries.js").Log} Log */
/** @typedef {Partial<Record<Field, string>>} Faults what is wrong, by field */

const ASKED = /** @type {Exclude<Field, "id">[]} */ (FIELDS.filter((field) => field !== "id"));
/** @type {Field[]} */
const NEEDED = ["what", "whom", "date"]; // in the order of the form

/** Make the log work. */
export function log() {
  const root = /** @type {HTMLElement | null} */ (document.querySelector(".rp-log"));
  if (root) keepLog(root);
}

/** @param {HTMLElement} root */
function keepLog(root) {
  /** @param {string} name */
  const part = (name) => find(root, `.rp-log__${name}`, HTMLElement);

  const rules = rulesFrom(root.dataset);
  const form = find(root, ".rp-log__form", HTMLFormElement);
  const fields = /** @type {Record<Exclude<Field, "id">, HTMLInputElement>} */ (/** @type {unknown} */ (form.elements));
  const undo = part("undo");
  const tick = find(part("remember"), "input", HTMLInputElement);
  const dialog = /** @type {HTMLDialogElement} */ (part("dialog"));
  const file = find(root, ".rp-log__file", HTMLInputElement);
  /** @type {Log} */
  const entries = new Map();
  /** @type {Entry | null} the entry that stands in the form, as it was */
  let changing = null;
  /** @type {Entry | null} the entry that Undo brings back */
  let removed = null;
  let isSaved = true; // whether all of it is in a file
  let isKept = false; // whether all of it is remembered
  let notice = ""; // what another tab did, or what could not be done
  let offered = ""; // the day in the empty form
  const [adding, add] = ["title", "add"].map((name) => part(name).textContent);

  const store = makeStore(entries, rules, hear);
  const list = makeList(part("entries"), { change, remove: takeAway });

  /* The form */

  rules.whoms.forEach((word) => {
    const radio = make("input", { type: "radio", name: "whom", value: word, autocomplete: "off" });
    part("choices").append(make("label", {}, radio, ` ${told(`log.whom.${word}`)}`));
  });
  [fields.before, fields.after].forEach((field) => field.append(
    new Option(told("log.open"), ""),
    ...rules.feelings.map((word) => new Option(told(`log_entries.feelings.${word}`), word))
  ));

  /** @param {Partial<Entry>} given */
  function fillForm(given) {
    ASKED.forEach((field) => { fields[field].value = given[field] || ""; });
    if (!given.whom) findAll(form, "[name=whom]").forEach((radio) => { /** @type {HTMLInputElement} */ (radio).checked = false; });
    showFaults({});
  }

  function empty() {
    changing = null;
    offered = today();
    fillForm({ date: offered });
    part("title").textContent = adding;
    part("add").textContent = add;
    part("cancel").hidden = true;
  }

  /** @param {Faults} faults */
  function showFaults(faults) {
    NEEDED.forEach((field) => {
      find(root, `#rp-log-fault-${field}`, HTMLElement).textContent = faults[field] || "";
      if (field === "whom") return; // a set of radio buttons has no such attribute
      const control = find(form, `[name=${field}]`, HTMLInputElement);
      if (faults[field]) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
  }

  function preset() {
    const wanted = new URLSearchParams(location.hash.slice(1)).get("practice");
    const known = findAll(root, "#rp-log-known [data-practice]").find(({ dataset }) => dataset.practice === wanted);
    if (known && !changing) fields.what.value = /** @type {HTMLOptionElement} */ (known).value;
  }

  /* Saying and drawing */

  /**
   * Say it beside the form, or where the log is kept, and bring it into sight.
   * @param {string} words
   * @param {boolean} [isKeeping]
   */
  function say(words, isKeeping = false) {
    sayAside(words, isKeeping);
    part(isKeeping ? "told" : "said").scrollIntoView({ block: "nearest" });
  }

  /**
   * Say what nobody on this page did; it leaves the page where it is.
   * @param {string} words
   * @param {boolean} [isKeeping]
   */
  function sayAside(words, isKeeping = false) {
    const line = `${words} ${notice}`.trim();
    part("said").textContent = isKeeping ? "" : line;
    part("told").textContent = isKeeping ? line : "";
    notice = "";
    undo.hidden = !removed;
  }

  function state() {
    const count = allEntries(entries).length;
    if (isKept) return told("log.state.kept");
    if (!count) return told("log.state.empty");
    if (isSaved) return told("log.state.saved");
    return told("log.state.unsaved", { count });
  }

  function draw() {
    const shown = newestFirst(entries);
    list.show(shown);
    part("state").textContent = state();
    tick.checked = store.isOn();
    drawChanges(part("changes"), shown, rules.feelings);
    drawWeeks(part("weeks"), shown, today(), rules.whoms[0]);
  }

  /**
   * Do something that can be refused with a line for the reader. Returns whether it was done.
   * @param {() => void} work
   */
  function attempt(work) {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      notice = error.message;
      return false;
    }
  }

  /**
   * After each change: remember it, if that was chosen, and show it.
   * @param {string} words
   * @param {boolean} [isKeeping]
   */
  function commit(words, isKeeping = false) {
    isSaved = false;
    isKept = false;
    attempt(() => { isKept = store.keep(); });
    draw();
    say(words, isKeeping);
  }

  /* Adding, changing, removing */

  function write() {
    const given = Object.fromEntries(ASKED.map((field) => [field, fields[field].value]));
    const faults = faultsOf(given);
    showFaults(faults);
    const first = NEEDED.find((field) => faults[field]);
    if (first) {
      find(form, `[name=${first}]`, HTMLInputElement).focus();
      return;
    }
    const was = changing;
    if (!was && allEntries(entries).length >= rules.most) {
      say(told("log.full", { total: total(rules.most) }));
      return;
    }
    if (was) attempt(store.keep); // so that a change in another tab is seen
    const here = was && findEntry(entries, was.id);
    const isApart = Boolean(was) && !(here && was && isSame(here, was));
    const entry = { ...entryFrom(given, rules), id: was && !isApart ? was.id : newId() };
    put(entries, entry);
    removed = null;
    empty();
    if (isApart) commit(told("log.apart"));
    else commit(told(was ? "log.changed" : "log.added", { what: entry.what }));
    if (was) list.focus(entry.id, "change");
  }

  /** @param {string} id */
  function change(id) {
    changing = findEntry(entries, id);
    if (changing) fillForm(changing);
    part("title").textContent = told("log.change");
    part("add").textContent = told("log.save");
    part("cancel").hidden = false;
    fields.what.focus();
  }

  function cancel() {
    const was = changing;
    empty();
    if (was) list.focus(was.id, "change");
  }

  /** @param {string} id */
  function takeAway(id) {
    attempt(store.keep); // so that Undo brings back what another tab wrote last
    removed = findEntry(entries, id);
    if (!removed) {
      draw();
      say(told("log.gone"));
      return;
    }
    if (changing && changing.id === id) empty();
    remove(entries, id);
    commit(told("log.removed", { what: removed.what }));
    undo.focus();
  }

  function bringBack() {
    if (!removed) return;
    const entry = entryOf(removed);
    removed = null;
    put(entries, entry);
    commit(told("log.back", { what: entry.what }));
    list.focus(entry.id, "remove");
  }

  /* Files */

  /** @param {"json" | "csv"} kind */
  function save(kind) {
    saveFile(newestFirst(entries).reverse(), kind);
    isSaved = true;
    draw();
    return told("log.saved", { file: `ripple-log.${kind}`, total: total(allEntries(entries).length) });
  }

  /** @param {Entry[]} opened */
  function addAll(opened) {
    const trial = new Map(entries);
    const times = { added: 0, known: 0, both: 0 };
    opened.forEach((entry) => { times[place(trial, entry)] += 1; });
    const whole = allEntries(trial).length;
    if (whole > rules.most) {
      refuse(told("log.too_many", { total: total(whole), most: rules.most }));
    }
    const wasSaved = isSaved;
    trial.forEach((record, id) => entries.set(id, record));
    const known = told("log.opened.known", { count: times.known });
    const added = told("log.opened.added", { total: total(times.added + times.both), known });
    const both = times.both ? ` ${told("log.opened.both", { count: times.both })}` : "";
    commit(added + both, true);
    isSaved = wasSaved; // what came from a file is in a file
    draw();
  }

  async function open() {
    const picked = file.files && file.files[0];
    if (!picked) return;
    try {
      addAll(await openFile(picked, rules));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(told("log.unopened", { why: told("log_entries.unopened", { name: picked.name, why: error.message }) }), true);
    } finally {
      file.value = ""; // so that the same file can be picked again
    }
  }

  /* Remembering and forgetting */

  function setRemembering() {
    if (!tick.checked) {
      store.stop();
      isKept = false;
      draw();
      say(told("log.stopped"), true);
      return;
    }
    isKept = attempt(store.remember);
    draw();
    say(isKept ? told("log.remembered") : "", true);
  }

  function ask() {
    const count = allEntries(entries).length;
    part("sure").textContent = told(count ? "log.sure" : "log.sure_none", { count });
    part("saved").textContent = "";
    part("first").hidden = !count;
    /* eslint-disable no-restricted-properties -- it asks */
    if (dialog.showModal) dialog.showModal();
    else if (confirm(part("sure").textContent || "")) forget(); // old browsers ask in their own way
    /* eslint-enable no-restricted-properties */
  }

  function clear() {
    entries.clear();
    removed = null;
    isSaved = true;
    isKept = false;
    empty();
    draw();
  }

  function forget() {
    if (dialog.open) dialog.close();
    const isGone = attempt(store.forget);
    clear();
    say(isGone ? told("log.forgotten") : "", true);
  }

  /* What other tabs do */

  /**
   * @param {import("../log/store.js").News} news
   * @param {boolean} [isAll] whether all of this page is remembered
   */
  function hear(news, isAll = false) {
    if (news === "forgotten") {
      clear();
      sayAside(told("log.tabs.forgotten"));
      return;
    }
    notice = {
      changed: "",
      elsewhere: told("log.tabs.elsewhere"),
      stopped: told("log_entries.tabs.stopped"),
      unreadable: told("log.tabs.unreadable")
    }[news];
    isKept = isAll;
    if (news === "changed") isSaved = false;
    draw();
    if (notice) sayAside("");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    write();
  });
  part("cancel").addEventListener("click", cancel);
  undo.addEventListener("click", bringBack);
  part("json").addEventListener("click", () => say(save("json"), true));
  part("csv").addEventListener("click", () => say(save("csv"), true));
  part("open").addEventListener("click", () => file.click());
  file.addEventListener("change", open);
  tick.addEventListener("change", setRemembering);
  part("forget").addEventListener("click", ask);
  part("first").addEventListener("click", () => { part("saved").textContent = save("json"); });
  part("yes").addEventListener("click", forget);
  part("no").addEventListener("click", () => dialog.close());
  addEventListener("hashchange", preset);
  addEventListener("beforeunload", (event) => {
    if (!isSaved && !isKept && allEntries(entries).length) event.preventDefault();
  });
  find(document, ".rp-log__without", HTMLElement).hidden = true;
  root.hidden = false;
  empty();
  preset();
  isKept = attempt(store.start) && store.isOn();
  isSaved = !isKept;
  onEachDay(() => {
    if (!changing && fields.date.value === offered) {
      offered = today();
      fields.date.value = offered;
    }
    draw();
  });
  if (notice) sayAside("");
}

/**
 * So many entries, in words.
 * @param {number} count
 */
function total(count) {
  return told("log_entries.total", { count });
}

/**
 * What is still missing, field by field.
 * @param {Record<string, string>} given
 * @returns {Faults}
 */
function faultsOf({ what, whom, date }) {
  return {
    ...(!what.trim() && { what: told("log.faults.what") }),
    ...(!whom && { whom: told("log.faults.whom") }),
    ...(!isDay(date) && { date: told("log.faults.date") })
  };
}

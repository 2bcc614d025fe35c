/* Entries as a list. */

import { fill, find, findAll, make, makeButton } from "../shared/elements.js";
import { parts, told } from "../shared/strings.js";
import { spoken } from "../shared/days.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {"change" | "remove"} Action */

const SHOWN = 10;

/**
 * One entry as a reader sees it.
 * @param {Entry} entry
 */
export function itemOf(entry) {
  const { date, what, whom, before, after, served } = entry;
  const felt = [["before", before], ["after", after]].filter(([, feeling]) => feeling)
    .map(([when, feeling]) => ` ${told(`log_entries.${when}`, { feeling: told(`log_entries.feelings.${feeling}`) })}`);
  const day = make("time", { dateTime: date }, dayOf(entry));
  return make(
    "li",
    {},
    make("p", { className: "rp-log__what", dir: "auto" }, what),
    make("p", { className: "rp-log__meta" }, ...parts("log_entries.item", { day, whom: told(`log_entries.whom.${whom}`) }), ...felt),
    ...(served ? [make("p", { className: "rp-log__served", dir: "auto" }, served)] : [])
  );
}

/** @param {Entry} entry */
function dayOf({ date }) {
  return spoken(date, { dateStyle: "long" });
}

/**
 * A list with a page of entries at a time, so that a long log stays quick.
 * @param {Element} root
 * @param {Record<Action, (id: string) => void>} handlers
 */
export function makeList(root, handlers) {
  const list = find(root, ".rp-log__list", HTMLElement);
  const count = find(root, ".rp-log__count", HTMLElement);
  const pages = find(root, ".rp-log__pages", HTMLElement);
  const newer = find(root, ".rp-log__newer", HTMLButtonElement);
  const older = find(root, ".rp-log__older", HTMLButtonElement);
  const title = find(root, "h2", HTMLElement);
  /** @type {Entry[]} */
  let entries = [];
  let from = 0;

  /**
   * @param {Entry} entry
   * @param {Action} action
   * @param {string} label
   */
  function buttonFor(entry, action, label) {
    const made = makeButton(label, () => handlers[action](entry.id));
    made.dataset.what = action;
    made.setAttribute("aria-label", told("log.list.button", { label, what: entry.what, day: dayOf(entry) }));
    return made;
  }

  /** @param {Entry} entry */
  function itemWithButtons(entry) {
    const item = itemOf(entry);
    item.dataset.id = entry.id;
    item.append(make(
      "p",
      { className: "rp-log__buttons" },
      buttonFor(entry, "change", told("log.list.change")),
      " ",
      buttonFor(entry, "remove", told("log.list.remove"))
    ));
    return item;
  }

  /**
   * @param {string | undefined} id
   * @param {string | undefined} action
   * @returns {HTMLElement} the button of an entry, or the title where it is not in sight
   */
  function target(id, action) {
    const row = findAll(list, "li").find((item) => item.dataset.id === id);
    return (row && row.querySelector(`[data-what=${action}]`)) || title;
  }

  function countText() {
    const all = entries.length;
    if (!all) return told("log.list.none");
    if (all <= SHOWN) return told("log.list.all", { count: all });
    return told("log.list.some", { first: from + 1, last: Math.min(from + SHOWN, all), count: all });
  }

  function draw() {
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const item = /** @type {HTMLElement | null} */ (focused && focused.closest("li"));
    fill(list, ...entries.slice(from, from + SHOWN).map(itemWithButtons));
    pages.hidden = entries.length <= SHOWN;
    newer.disabled = from === 0;
    older.disabled = from + SHOWN >= entries.length;
    count.textContent = countText();
    if (focused instanceof HTMLElement && item) { // the same button of the same entry, which is a new one now
      target(item.dataset.id, focused.dataset.what).focus();
    }
  }

  /** @param {number} step */
  function turn(step) {
    from += step;
    draw();
    title.focus();
  }

  newer.addEventListener("click", () => turn(-SHOWN));
  older.addEventListener("click", () => turn(SHOWN));

  return {
    /** @param {Entry[]} some */
    show(some) {
      entries = some;
      if (from >= entries.length) from = Math.max(0, Math.ceil(entries.length / SHOWN) - 1) * SHOWN;
      draw();
    },
    /**
     * Bring an entry into the list, and the focus to one of its buttons.
     * @param {string} id
     * @param {Action} action
     */
    focus(id, action) {
      const at = entries.findIndex((entry) => entry.id === id);
      if (at >= 0) {
        from = at - at % SHOWN;
        draw();
      }
      target(id, action).focus();
    }
  };
}

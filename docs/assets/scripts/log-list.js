/* Entries as a list, a page of them at a time, so that a long log stays quick. */
function makeLogList(root, handlers) {
  "use strict";

  var SHOWN = 10;
  var list = root.querySelector(".rp-log__list");
  var count = root.querySelector(".rp-log__count");
  var pages = root.querySelector(".rp-log__pages");
  var newer = root.querySelector(".rp-log__newer");
  var older = root.querySelector(".rp-log__older");
  var title = root.querySelector("h2");
  var entries = [];
  var from = 0;

  function button(entry, what, label) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.dataset.what = what;
    made.setAttribute("aria-label", label + ": " + entry.what + ", " + logList.day(entry));
    made.addEventListener("click", function () { handlers[what](entry.id); });
    return made;
  }

  function item(entry) {
    var made = logList.item(entry);
    var buttons = document.createElement("p");
    made.dataset.id = entry.id;
    buttons.className = "rp-log__buttons";
    buttons.append(button(entry, "change", "Change"), " ", button(entry, "remove", "Remove"));
    made.append(buttons);
    return made;
  }

  function target(id, what) {
    var row = Array.from(list.children).find(function (child) { return child.dataset.id === id; });
    return row && row.querySelector("[data-what=" + what + "]");
  }

  function draw() {
    var focused = list.contains(document.activeElement) ? document.activeElement : null;
    var last = Math.min(from + SHOWN, entries.length);
    list.replaceChildren.apply(list, entries.slice(from, last).map(item));
    pages.hidden = entries.length <= SHOWN;
    newer.disabled = from === 0;
    older.disabled = last === entries.length;
    if (!entries.length) count.textContent = "Nothing yet. An empty log is fine.";
    else if (pages.hidden) count.textContent = entries.length === 1 ? "One entry." : entries.length + " entries, the newest first.";
    else count.textContent = "Entries " + (from + 1) + " to " + last + " of " + entries.length.toLocaleString("en") + ", the newest first.";
    if (focused) { // the same button of the same entry, which is a new one now
      var again = target(focused.closest("li").dataset.id, focused.dataset.what);
      if (again) again.focus();
      else title.focus();
    }
  }

  function turn(step) {
    from += step;
    draw();
    title.focus();
  }

  newer.addEventListener("click", function () { turn(-SHOWN); });
  older.addEventListener("click", function () { turn(SHOWN); });

  return {
    show: function (some) {
      entries = some;
      if (from >= entries.length) from = Math.max(0, Math.ceil(entries.length / SHOWN) - 1) * SHOWN;
      draw();
    },
    /* Bring an entry into the list, and the focus to one of its buttons. */
    focus: function (id, what) {
      var at = entries.findIndex(function (entry) { return entry.id === id; });
      if (at < 0) return title.focus();
      from = at - at % SHOWN;
      draw();
      target(id, what).focus();
    }
  };
}

/* One entry as a reader sees it. */
var logList = (function () {
  "use strict";

  function day(entry) {
    return logPicture.spoken(entry.date, { dateStyle: "long" });
  }

  function paragraph(className, text) {
    var made = document.createElement("p");
    made.className = className;
    made.textContent = text;
    return made;
  }

  function felt(entry) {
    return (entry.before ? " Before: " + entry.before + "." : "") + (entry.after ? " After: " + entry.after + "." : "");
  }

  function item(entry) {
    var made = document.createElement("li");
    var when = document.createElement("time");
    when.dateTime = entry.date;
    when.textContent = day(entry);
    var what = paragraph("rp-log__what", entry.what);
    var meta = paragraph("rp-log__meta", "");
    meta.append(when, ". For " + entry.whom + "." + felt(entry));
    made.append(what, meta);
    if (entry.served) made.append(paragraph("rp-log__served", entry.served));
    return made;
  }

  return { day: day, item: item };
})();

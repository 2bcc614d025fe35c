/* The log as a picture, with the same figures in a table: counts of what the reader wrote, and nothing else. */
var logPicture = (function () {
  "use strict";

  var ROWS = 12;
  var WEEKS = 8;
  var DAY = 24 * 60 * 60 * 1000;
  var WIDTH = 360;
  var MIDDLE = WIDTH / 2;
  var LONGEST_BAR = 140;
  var LETTERS = 44; // of a name above its bars
  var MARKUP = "http://www.w3.org/2000/svg";

  function dayBefore(day, days) {
    return new Date(Date.parse(day + "T00:00:00Z") - days * DAY).toISOString().slice(0, 10);
  }

  function spoken(day, style) {
    return new Date(day + "T00:00:00Z").toLocaleDateString("en", Object.assign({ timeZone: "UTC" }, style));
  }

  /* How it felt after, beside before: by what was done. Only what at least two entries agree on. */
  function changes(entries) {
    var rows = new Map();
    entries.forEach(function (entry) {
      if (!entry.before || !entry.after) return;
      var key = entry.what.toLowerCase();
      var row = rows.get(key) || { name: entry.what, better: 0, same: 0, worse: 0 };
      var step = logEntries.FEELINGS.indexOf(entry.after) - logEntries.FEELINGS.indexOf(entry.before);
      row[step > 0 ? "better" : step < 0 ? "worse" : "same"] += 1;
      rows.set(key, row);
    });
    function times(row) { return row.better + row.same + row.worse; }
    return Array.from(rows.values()).filter(function (row) {
      return row.better > 1 || row.worse > 1;
    }).sort(function (one, other) { return times(other) - times(one); });
  }

  /* Entries for the reader and for others, in each of the last weeks; the last of them ends on `day`. */
  function weeks(entries, day) {
    var rows = [];
    for (var back = 0; back < WEEKS; back += 1) {
      var last = dayBefore(day, 7 * back);
      rows.push({ first: dayBefore(last, 6), last: last, self: 0, others: 0 });
    }
    entries.forEach(function (entry) {
      if (entry.date > day || entry.date < rows[WEEKS - 1].first) return;
      var row = rows.find(function (week) { return entry.date >= week.first; });
      row[entry.whom === "myself" ? "self" : "others"] += 1;
    });
    return rows.map(function (row) {
      var style = { month: "short", day: "numeric" };
      return { name: spoken(row.first, style) + " to " + spoken(row.last, style), self: row.self, others: row.others };
    });
  }

  /* Drawing: a bar to the left, which is an outline, and a bar to the right, which is filled. */

  function shape(kind, attributes, text) {
    var made = document.createElementNS(MARKUP, kind);
    Object.keys(attributes).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function cut(name) {
    var letters = Array.from(name);
    return letters.length > LETTERS ? letters.slice(0, LETTERS - 1).join("") + "…" : name;
  }

  function bars(title, left, right, rows) {
    var most = Math.max.apply(null, rows.map(function (row) { return Math.max(row.left, row.right); }).concat(1));
    var picture = shape("svg", { viewBox: "0 0 " + WIDTH + " " + (rows.length * 46 + 30), role: "img" });
    picture.setAttribute("aria-label", title + " The table below holds the same figures.");
    picture.append(
      shape("text", { x: MIDDLE - 8, y: 16, "class": "rp-bars__left" }, "◂ " + left),
      shape("text", { x: MIDDLE + 8, y: 16, "class": "rp-bars__right" }, right + " ▸")
    );
    rows.forEach(function (row, index) {
      var top = index * 46 + 30;
      var wide = { left: row.left / most * LONGEST_BAR, right: row.right / most * LONGEST_BAR };
      picture.append(shape("text", { x: 0, y: top + 14, "class": "rp-bars__name" }, cut(row.name)));
      if (row.left) picture.append(shape("rect", { x: MIDDLE - wide.left, y: top + 21, width: wide.left, height: 14, "class": "rp-bars__open" }));
      if (row.right) picture.append(shape("rect", { x: MIDDLE, y: top + 21, width: wide.right, height: 14, "class": "rp-bars__full" }));
      picture.append(
        shape("line", { x1: MIDDLE, x2: MIDDLE, y1: top + 18, y2: top + 38, "class": "rp-bars__axis" }),
        shape("text", { x: MIDDLE - wide.left - 6, y: top + 33, "class": "rp-bars__left" }, row.left),
        shape("text", { x: MIDDLE + wide.right + 6, y: top + 33, "class": "rp-bars__right" }, row.right)
      );
    });
    var box = document.createElement("div");
    box.className = "rp-bars";
    box.append(picture);
    return box;
  }

  function element(kind, text) {
    var made = document.createElement(kind);
    made.textContent = text;
    return made;
  }

  function table(caption, heads, rows) {
    var made = document.createElement("table");
    made.className = "rp-figures";
    made.append(element("caption", caption), made.createTHead());
    var head = made.tHead.insertRow();
    heads.forEach(function (text) {
      var cell = element("th", text);
      cell.scope = "col";
      head.append(cell);
    });
    var body = made.createTBody();
    rows.forEach(function (cells) {
      var row = body.insertRow();
      cells.forEach(function (text, position) {
        var cell = element(position ? "td" : "th", text);
        if (!position) cell.scope = "row";
        row.append(cell);
      });
    });
    return made;
  }

  /* What lifts and what drains, into an element of the page. */
  function drawChanges(box, entries) {
    var found = changes(entries);
    var rows = found.slice(0, ROWS);
    if (!rows.length) {
      box.replaceChildren(element("p", "Nothing to draw yet. A picture comes when two entries on the same thing say that it felt better, or worse, after than before."));
      return;
    }
    box.replaceChildren(
      bars("How often it felt worse and how often it felt better after, by what you did.", "Worse after", "Better after", rows.map(function (row) {
        return { name: row.name, left: row.worse, right: row.better };
      })),
      table("How it felt after, beside before" + (found.length > ROWS ? "; the " + ROWS + " most frequent" : ""), ["What", "Better", "The same", "Worse"], rows.map(function (row) {
        return [row.name, row.better, row.same, row.worse];
      }))
    );
  }

  /* Giving and receiving, week by week, into an element of the page. */
  function drawWeeks(box, entries, day) {
    var rows = weeks(entries, day);
    if (rows.every(function (row) { return row.self + row.others === 0; })) {
      box.replaceChildren(element("p", "Nothing to draw yet: no entry is from the last " + WEEKS + " weeks."));
      return;
    }
    box.replaceChildren(
      bars("Entries for yourself and for others, week by week.", "For myself", "For others", rows.map(function (row) {
        return { name: row.name, left: row.self, right: row.others };
      })),
      table("Entries of the last " + WEEKS + " weeks, the newest first", ["Week", "For myself", "For others"], rows.map(function (row) {
        return [row.name, row.self, row.others];
      }))
    );
  }

  return { changes: changes, weeks: weeks, dayBefore: dayBefore, spoken: spoken, drawChanges: drawChanges, drawWeeks: drawWeeks };
})();

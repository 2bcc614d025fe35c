/* The look back: the questions one at a time, room to write, and the log of that time beside them.
   The log is read where the reader has it remembered, or from a file they open. Nothing is stored or sent. */
(function () {
  "use strict";

  var box = document.querySelector(".rp-look");
  var heading = document.getElementById("the-questions");
  if (!box || !heading) return;

  function find(name) { return box.querySelector(".rp-" + name); }

  function button(label, press) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", press);
    return made;
  }

  function row(className, buttons) {
    var made = document.createElement("p");
    made.className = "rp-log__buttons " + className;
    made.append.apply(made, buttons);
    return made;
  }

  /* The questions. Each is a heading of the page with what follows it, and gets a box to write in. */

  var steps = [];
  var part = heading.nextElementSibling;
  while (part && part.tagName !== "H2") {
    var next = part.nextElementSibling;
    if (part.tagName === "H3") {
      var section = document.createElement("section");
      section.className = "rp-look__step";
      part.before(section);
      steps.push({ section: section, title: part });
    }
    if (steps.length) section.append(part);
    part = next;
  }

  function addBox(step, index) {
    var label = document.createElement("label");
    var words = document.createElement("textarea");
    words.id = "rp-look-" + (index + 1);
    words.rows = 3;
    words.autocomplete = "off";
    words.spellcheck = false;
    words.setAttribute("writingsuggestions", "false"); // some browsers send the words away for it
    words.className = "rp-look__words";
    label.htmlFor = words.id;
    label.textContent = "Your answer, if you like";
    words.setAttribute("aria-describedby", step.title.id);
    words.addEventListener("input", function () { saved = false; });
    step.title.tabIndex = -1;
    step.question = step.title.firstChild.textContent.trim();
    step.words = words;
    step.section.append(label, words);
  }

  var saved = true;
  var at = -1; // the question on the screen, or -1 where all are
  steps.forEach(addBox);

  var back = button("Back", function () { go(at - 1); });
  var onward = button("Next question", function () { go(at + 1); });
  var whole = button("Show all questions", function () {
    go(-1);
    begin.focus();
  });
  var begin = button("One question at a time", function () { go(0); });
  var save = button("Save what I wrote", function () {
    var parts = steps.filter(function (step) { return step.words.value.trim(); });
    if (!parts.length) return tellEnd("There is nothing to save.");
    logFile.hand("ripple-look-back.txt", "text/plain", parts.map(function (step) {
      return step.question + "\r\n\r\n" + step.words.value.trim().replace(/\n/g, "\r\n") + "\r\n";
    }).join("\r\n"));
    saved = true;
    return tellEnd("Saved as ripple-look-back.txt. It is where your browser puts files.");
  });
  var told = document.createElement("span");
  told.setAttribute("role", "status");
  var leave = document.createElement("p");
  leave.className = "rp-log__hint";
  leave.textContent = "You can stop at any question. What you write here is not kept or sent, and is gone when this tab closes, unless you save it.";

  function tellEnd(words) { told.textContent = words; }

  function go(number) {
    at = number;
    steps.forEach(function (step, index) {
      step.section.classList.toggle("rp-look__later", at >= 0 && index !== at);
    });
    begin.hidden = at >= 0;
    back.hidden = at < 1;
    onward.hidden = at < 0 || at === steps.length - 1;
    whole.hidden = at < 0;
    if (at >= 0) steps[at].title.focus();
  }

  steps[0].section.before(row("rp-look__begin", [begin]));
  steps[steps.length - 1].section.after(row("rp-look__ways", [back, onward, whole]), leave, row("rp-look__ways", [save, told]));
  go(-1);

  addEventListener("hashchange", function () { // a link to a question that is not on the screen
    var there = document.getElementById(location.hash.slice(1));
    if (!there || !there.closest(".rp-look__later")) return;
    go(steps.findIndex(function (step) { return step.section.contains(there); }));
  });
  addEventListener("beforeunload", function (event) {
    if (!saved && steps.some(function (step) { return step.words.value.trim(); })) event.preventDefault();
  });

  /* The log of that time */

  var MOST = 50;
  var log = new Map();
  var file = find("log__file");
  var store = makeLogStore(log, function (what) {
    if (what === "forgotten") log.clear();
    show(what === "forgotten" ? "The log was forgotten in another tab." : "");
  });

  function count(number, word) { return number.toLocaleString("en") + " " + (number === 1 ? word : word.replace(/y$/, "ie") + "s"); }

  function forWhom(entries) {
    return logEntries.WHOMS.map(function (whom) {
      var number = entries.filter(function (entry) { return entry.whom === whom; }).length;
      return number ? number.toLocaleString("en") + " for " + whom : "";
    }).filter(Boolean).join(", ");
  }

  function show(words) {
    var days = Number(box.querySelector("[name=span]:checked").value);
    var today = logEntries.today();
    var first = logPicture.dayBefore(today, days - 1);
    var all = logEntries.newestFirst(log);
    var entries = all.filter(function (entry) { return entry.date >= first && entry.date <= today; });
    var since = "since " + logPicture.spoken(first, { dateStyle: "long" });
    find("log__said").textContent = (words ? words + " " : "") + (all.length ? "Your log holds " + count(entries.length, "entry") + " " + since + "." : "No log is open here. Answer from memory, or open a file.");
    find("look__log").hidden = !entries.length;
    if (!entries.length) return;
    find("look__whom").textContent = "Of " + count(entries.length, "entry") + ": " + forWhom(entries) + ".";
    var list = find("log__list");
    list.replaceChildren.apply(list, entries.slice(0, MOST).map(logList.item));
    find("look__rest").textContent = entries.length > MOST ? "These are the newest " + MOST + ". The others are in your log." : "";
    logPicture.drawChanges(find("log__changes"), entries);
  }

  function refused(error) {
    if (!error.refused) throw error;
    return error.message;
  }

  function open() {
    var picked = file.files[0];
    if (!picked) return;
    logFile.open(picked).then(function (entries) {
      entries.forEach(function (entry) { logEntries.place(log, entry); });
      find("look__log").open = true;
      show("Opened. It is on this page only.");
    }).catch(function (error) {
      show("“" + picked.name + "” was not opened: " + refused(error));
    }).finally(function () { file.value = ""; });
  }

  find("log__open").addEventListener("click", function () { file.click(); });
  file.addEventListener("change", open);
  find("look__span").addEventListener("change", function () { show(""); });

  box.hidden = false;
  try {
    store.start();
    show("");
  } catch (error) {
    show(refused(error));
  }
})();

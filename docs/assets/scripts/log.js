/* The page of the log: the form, what was written, keeping it, and forgetting it.
   Nothing leaves the device; nothing is stored before the reader chooses it. */
(function () {
  "use strict";

  var root = document.querySelector(".rp-log");
  if (!root) return;

  function find(name) { return root.querySelector(".rp-log__" + name); }
  function count(number, word) { return number.toLocaleString("en") + " " + (number === 1 ? word : word.replace(/y$/, "ie") + "s"); }

  var log = new Map();
  var form = find("form");
  var undo = find("undo");
  var tick = find("remember").querySelector("input");
  var dialog = find("dialog");
  var file = find("file");
  var changing = null; // the entry that stands in the form, as it was
  var removed = null; // the entry that Undo brings back
  var saved = true; // whether all of it is in a file
  var kept = false; // whether all of it is remembered
  var notice = ""; // what another tab did, or what could not be done
  var offered; // the day in the empty form

  var store = makeLogStore(log, hear);
  var list = makeLogList(find("entries"), { change: change, remove: remove });

  /* The form */

  function option(word, label) { return new Option(label, word); }

  logEntries.WHOMS.forEach(function (word) {
    var label = document.createElement("label");
    var radio = document.createElement("input");
    radio.type = "radio";
    radio.name = "whom";
    radio.value = word;
    radio.autocomplete = "off";
    label.append(radio, " " + word[0].toUpperCase() + word.slice(1));
    find("choices").append(label);
  });
  ["before", "after"].forEach(function (name) {
    form.elements[name].append(option("", "left open"));
    logEntries.FEELINGS.forEach(function (word) { form.elements[name].append(option(word, word)); });
  });

  function fill(values) {
    logEntries.FIELDS.slice(0, -1).forEach(function (field) { form.elements[field].value = values[field] || ""; });
    if (!values.whom) form.querySelectorAll("[name=whom]").forEach(function (radio) { radio.checked = false; });
    showFaults({});
  }

  function empty() {
    changing = null;
    offered = logEntries.today();
    fill({ date: offered });
    find("title").textContent = "Add an entry";
    find("add").textContent = "Add to the log";
    find("cancel").hidden = true;
  }

  function showFaults(faults) {
    ["what", "whom", "date"].forEach(function (field) {
      root.querySelector("#rp-log-fault-" + field).textContent = faults[field] || "";
      var control = form.elements[field];
      if (faults[field] && control.setAttribute) control.setAttribute("aria-invalid", "true");
      else if (control.removeAttribute) control.removeAttribute("aria-invalid"); // a set of radio buttons has none
    });
  }

  /* What is still missing, field by field, in the order of the form. */
  function faultsOf(values) {
    var faults = {};
    if (!values.what.trim()) faults.what = "Please write what you did; one word is enough.";
    if (!values.whom) faults.whom = "Please choose one. You count, too.";
    if (!logEntries.isDay(values.date)) faults.date = "Please give the day.";
    return faults;
  }

  function values() {
    var found = {};
    logEntries.FIELDS.slice(0, -1).forEach(function (field) { found[field] = form.elements[field].value; });
    return found;
  }

  function preset() {
    var wanted = new URLSearchParams(location.hash.slice(1)).get("practice");
    var known = Array.from(root.querySelectorAll("#rp-log-known [data-practice]")).find(function (choice) {
      return choice.dataset.practice === wanted;
    });
    if (known && !changing) form.elements.what.value = known.value;
  }

  /* Saying and drawing */

  /* Say it beside the form, or where the log is kept, and bring it into sight. */
  function say(words, isKeeping) {
    sayAside(words, isKeeping);
    find(isKeeping ? "told" : "said").scrollIntoView({ block: "nearest" });
  }

  /* Say what nobody on this page did; it leaves the page where it is. */
  function sayAside(words, isKeeping) {
    var line = (words + " " + notice).trim();
    find("said").textContent = isKeeping ? "" : line;
    find("told").textContent = isKeeping ? line : "";
    notice = "";
    undo.hidden = !removed;
  }

  function state() {
    var number = logEntries.all(log).length;
    if (kept) return "Everything here is remembered on this device.";
    if (!number) return "There is nothing to keep yet.";
    if (saved) return "Everything here is in a file.";
    return (number === 1 ? "The one entry is" : "The " + number.toLocaleString("en") + " entries are") + " on this page only, and gone when it closes. To keep them, save a file.";
  }

  function draw() {
    var entries = logEntries.newestFirst(log);
    list.show(entries);
    find("state").textContent = state();
    tick.checked = store.isOn();
    logPicture.drawChanges(find("changes"), entries);
    logPicture.drawWeeks(find("weeks"), entries, logEntries.today());
  }

  /* Do something that can be refused with a line for the reader. Returns whether it was done. */
  function attempt(work) {
    try {
      work();
      return true;
    } catch (error) {
      if (!error.refused) throw error;
      notice = error.message;
      return false;
    }
  }

  /* After each change: remember it, if that was chosen, and show it. */
  function commit(words, isKeeping) {
    saved = false;
    kept = false;
    attempt(function () { kept = store.keep(); });
    draw();
    say(words, isKeeping);
  }

  /* Adding, changing, removing */

  function write() {
    var given = values();
    var faults = faultsOf(given);
    showFaults(faults);
    var first = ["what", "whom", "date"].find(function (field) { return faults[field]; });
    if (first) {
      form.querySelector("[name=" + first + "]").focus();
      return;
    }
    var entry = logEntries.entryFrom(given);
    var was = changing;
    if (!was && logEntries.all(log).length >= logEntries.MOST) {
      say("The log is full: it holds " + count(logEntries.MOST, "entry") + ". Save a file, then forget everything to begin a new one.");
      return;
    }
    if (was) attempt(store.keep); // so that a change in another tab is seen
    var here = was && logEntries.find(log, was.id);
    var apart = Boolean(was) && !(here && logEntries.same(here, was));
    entry.id = was && !apart ? was.id : logEntries.newId();
    logEntries.put(log, entry);
    removed = null;
    empty();
    if (apart) commit("Another tab changed or removed this entry meanwhile. Both are kept.");
    else commit(was ? "Changed: " + entry.what + "." : "Added: " + entry.what + ".");
    if (was) list.focus(entry.id, "change");
  }

  function change(id) {
    changing = logEntries.find(log, id);
    fill(changing);
    find("title").textContent = "Change an entry";
    find("add").textContent = "Save the change";
    find("cancel").hidden = false;
    form.elements.what.focus();
  }

  function remove(id) {
    attempt(store.keep); // so that Undo brings back what another tab wrote last
    removed = logEntries.find(log, id);
    if (!removed) {
      draw();
      say("It is gone already: another tab removed it.");
      return;
    }
    if (changing && changing.id === id) empty();
    logEntries.remove(log, id);
    commit("Removed: " + removed.what + ".");
    undo.focus();
  }

  function bringBack() {
    var entry = logEntries.entryOf(removed);
    removed = null;
    logEntries.put(log, entry);
    commit("Brought back: " + entry.what + ".");
    list.focus(entry.id, "remove");
  }

  /* Files */

  function save(kind) {
    logFile.save(logEntries.newestFirst(log).reverse(), kind);
    saved = true;
    draw();
    return "Saved as ripple-log." + kind + ", with " + count(logEntries.all(log).length, "entry") + ". It is where your browser puts files.";
  }

  function addAll(entries) {
    var trial = new Map(log);
    var times = { added: 0, known: 0, both: 0 };
    entries.forEach(function (entry) { times[logEntries.place(trial, entry)] += 1; });
    var whole = logEntries.all(trial).length;
    if (whole > logEntries.MOST) {
      logEntries.refuse("together with what is here it would make " + count(whole, "entry") + ", and a log holds " + logEntries.MOST.toLocaleString("en") + " at most.");
    }
    var wasSaved = saved;
    trial.forEach(function (record, id) { log.set(id, record); });
    var words = count(times.added + times.both, "entry") + " added, " + times.known + (times.known === 1 ? " was" : " were") + " there already.";
    if (times.both) words += " " + times.both + " of them differ from what is here under the same id: both are kept.";
    commit(words, true);
    saved = wasSaved; // what came from a file is in a file
    draw();
  }

  function open() {
    var picked = file.files[0];
    if (!picked) return;
    logFile.open(picked).then(addAll).catch(function (error) {
      if (!error.refused) throw error;
      say("“" + picked.name + "” was not opened: " + error.message + " Your log is as it was.", true);
    }).finally(function () { file.value = ""; }); // so that the same file can be picked again
  }

  /* Remembering and forgetting */

  function setRemembering() {
    if (!tick.checked) {
      store.stop();
      kept = false;
      draw();
      say("No longer remembered on this device. What you wrote is still on this page.", true);
      return;
    }
    kept = attempt(store.remember);
    draw();
    say(kept ? "From now on the log is remembered on this device." : "", true);
  }

  function ask() {
    var number = logEntries.all(log).length;
    find("sure").textContent = (number ? "This takes away " + (number === 1 ? "the one entry" : "all " + count(number, "entry")) + " on this page" : "This takes away whatever is written on this page") + ", and whatever is remembered on this device. It cannot be undone.";
    find("saved").textContent = "";
    find("first").hidden = !number;
    dialog.showModal();
  }

  function clear() {
    log.clear();
    removed = null;
    saved = true;
    kept = false;
    empty();
    draw();
  }

  function forget() {
    dialog.close();
    var gone = attempt(store.forget);
    clear();
    say(gone ? "Everything is forgotten, on this page and on this device." : "", true);
  }

  /* What other tabs do */

  function hear(what, all) {
    if (what === "forgotten") {
      clear();
      sayAside("Everything was forgotten in another tab.");
      return;
    }
    notice = {
      changed: "",
      elsewhere: "The log is remembered on this device by another tab. Tick “Remember on this device” to bring both together.",
      stopped: "Another tab stopped remembering the log. What you wrote is still on this page.",
      unreadable: "Another tab remembers the log in a way that this page cannot read. What you wrote is still on this page; save a file."
    }[what];
    kept = Boolean(all);
    if (what === "changed") saved = false;
    draw();
    if (notice) sayAside("");
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    write();
  });
  find("cancel").addEventListener("click", function () {
    var id = changing.id;
    empty();
    list.focus(id, "change");
  });
  undo.addEventListener("click", bringBack);
  find("json").addEventListener("click", function () { say(save("json"), true); });
  find("csv").addEventListener("click", function () { say(save("csv"), true); });
  find("open").addEventListener("click", function () { file.click(); });
  file.addEventListener("change", open);
  tick.addEventListener("change", setRemembering);
  find("forget").addEventListener("click", ask);
  find("first").addEventListener("click", function () { find("saved").textContent = save("json"); });
  find("yes").addEventListener("click", forget);
  find("no").addEventListener("click", function () { dialog.close(); });
  addEventListener("hashchange", preset);
  addEventListener("beforeunload", function (event) {
    if (!saved && !kept && logEntries.all(log).length) event.preventDefault();
  });
  document.addEventListener("visibilitychange", function () { // a new day may have begun meanwhile
    if (changing || form.elements.date.value !== offered) return;
    offered = logEntries.today();
    form.elements.date.value = offered;
  });

  document.querySelector(".rp-log__without").hidden = true;
  root.hidden = false;
  empty();
  preset();
  kept = attempt(store.start) && store.isOn();
  saved = !kept;
  draw();
  if (notice) sayAside("");
})();

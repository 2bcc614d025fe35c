/* Search. The index is read when search is first opened; ranking happens on the device and nothing is kept. */
(function () {
  "use strict";

  var dialog = document.getElementById("search");
  var opener = document.querySelector(".rp-search-button");
  if (!dialog || !opener || !dialog.showModal) return;

  var input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]");
  var list = dialog.querySelector("ol");
  var base = new URL(dialog.dataset.base, location.href);
  var LIMIT = 20;
  var COMMON = " a about all an and are as at be by can cant do dont for from has have how i if im in is it ive me my not of on or out so that the this to up was what when with you your ";
  var index = null;

  /* Words: lower case, no accents, no apostrophes, common endings cut off. */

  function words(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").match(/[\p{L}\p{N}]+/gu) || [];
  }

  function stem(word) {
    return word.replace(/^(.{3,}?)(ness|ing|ed)$/, "$1").replace(/^(.{2,}[^s])s$/, "$1").replace(/^(.{3,})e$/, "$1").replace(/y$/, "i");
  }

  function nearly(one, other) { // one letter more, less, changed or swapped
    if (Math.abs(one.length - other.length) > 1) return false;
    var i = 0;
    while (i < one.length && one[i] === other[i]) i++;
    return one.slice(i + 1) === other.slice(i + 1) || one.slice(i) === other.slice(i + 1) || one.slice(i + 1) === other.slice(i) ||
      (one[i] === other[i + 1] && one[i + 1] === other[i] && one.slice(i + 2) === other.slice(i + 2));
  }

  function plain(html) {
    return new DOMParser().parseFromString(html.replace(/</g, " <"), "text/html").body.textContent.replace(/\s+/g, " ").trim();
  }

  /* The index: for each stem, the parts of pages that hold it and how much it counts there. */

  function build(data) {
    var built = { parts: [], stems: new Map() };
    var titles = {};
    (data.docs || data.items).forEach(function (doc) {
      var address = doc.location.split("#");
      var title = plain(doc.title).replace(/ ?[#¶]$/, "");
      var whole = address.length === 1;
      if (whole) titles[address[0]] = title;
      var number = built.parts.push({
        page: address[0], href: new URL(doc.location, base).href, title: title, whole: whole,
        name: titles[address[0]] || title, text: plain(doc.text), boost: doc.boost || 1
      }) - 1;
      count(built, number, title, whole ? 8 : 4);
      count(built, number, (doc.tags || []).join(" "), 6);
      count(built, number, built.parts[number].text, 1);
    });
    return built;
  }

  function count(built, number, text, weight) {
    words(text).forEach(function (word) {
      var key = stem(word);
      if (!built.stems.has(key)) built.stems.set(key, new Map());
      var places = built.stems.get(key);
      places.set(number, Math.min((places.get(number) || 0) + weight, weight + 5));
    });
  }

  function load() {
    if (location.protocol !== "file:") {
      return fetch(dialog.dataset.index + ".json").then(function (answer) { return answer.json(); });
    }
    return new Promise(function (resolve, reject) { // files may not be fetched, but scripts may be read
      var script = document.createElement("script");
      script.src = dialog.dataset.index + ".js";
      script.onload = function () { resolve(window.__index); };
      script.onerror = reject;
      document.head.append(script);
    });
  }

  /* Ranking: rare words count more, exact words more than beginnings, pages with all words most. */

  function find(query) {
    var asked = words(query);
    var telling = asked.filter(function (word) { return !COMMON.includes(" " + word + " "); });
    asked = (telling.length ? telling : asked).map(stem);
    var pages = new Map();
    var found = new Set();
    asked.forEach(function (term) {
      var best = new Map();
      matches(term).forEach(function (match) {
        found.add(match.key);
        var places = index.stems.get(match.key);
        var rare = Math.log(1 + index.parts.length / places.size);
        places.forEach(function (weight, number) {
          var part = index.parts[number];
          var score = match.weight * rare * weight * part.boost;
          var before = best.get(part.page);
          if (!before || before.score < score) best.set(part.page, { score: score, part: part });
        });
      });
      best.forEach(function (hit, page) {
        var sum = pages.get(page) || { score: 0, terms: 0, top: 0 };
        sum.score += hit.score;
        sum.terms += 1;
        if (hit.score > sum.top) { sum.top = hit.score; sum.part = hit.part; }
        pages.set(page, sum);
      });
    });
    var hits = Array.from(pages.values());
    hits.forEach(function (hit) { hit.score *= Math.pow(hit.terms / asked.length, 2); });
    hits.sort(function (a, b) { return b.score - a.score; });
    return { hits: hits, found: found };
  }

  function matches(term) {
    var result = [];
    var beginning = index.stems.has(term) ? 0.1 : 0.5; // a whole word is meant, or one still being typed
    index.stems.forEach(function (_, key) {
      if (key === term) result.push({ key: key, weight: 1 });
      else if (term.length > 1 && key.startsWith(term)) result.push({ key: key, weight: beginning });
    });
    if (!result.length && term.length > 3) {
      index.stems.forEach(function (_, key) {
        if (nearly(term, key)) result.push({ key: key, weight: 0.3 });
      });
    }
    return result;
  }

  /* Showing */

  function marked(text, found) {
    var pieces = text.split(/([\p{L}\p{N}'’]+)/u);
    var first = pieces.findIndex(function (piece) { return found.has(stem(words(piece)[0] || "")); });
    var from = Math.max(0, first - 16);
    var line = document.createElement("p");
    if (from) line.append("… ");
    pieces.slice(from, from + 60).forEach(function (piece) {
      if (found.has(stem(words(piece)[0] || ""))) {
        var mark = document.createElement("mark");
        mark.textContent = piece;
        line.append(mark);
      } else line.append(piece);
    });
    if (pieces.length > from + 60) line.append(" …");
    return line;
  }

  function item(hit, found) {
    var part = hit.part;
    var entry = document.createElement("li");
    var link = document.createElement("a");
    link.href = part.href;
    link.textContent = part.whole ? part.title : part.name + " – " + part.title;
    entry.append(link);
    if (part.text) entry.append(marked(part.text, found));
    return entry;
  }

  function show() {
    var query = input.value.trim();
    list.replaceChildren();
    if (!query || !index) { status.textContent = index ? "" : "Search is being prepared."; return; }
    var result = find(query);
    list.append.apply(list, result.hits.slice(0, LIMIT).map(function (hit) { return item(hit, result.found); }));
    var total = result.hits.length;
    status.textContent = total === 0 ? "No page found. Try another word, or fewer."
      : total === 1 ? "1 page found."
      : total > LIMIT ? "The best " + LIMIT + " of " + total + " pages." : total + " pages found.";
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    if (index) return;
    show();
    load().then(function (data) { index = build(data); show(); }, function () {
      status.textContent = "Search cannot be read here. The menu leads to every page.";
    });
  }

  function close() {
    input.value = "";
    list.replaceChildren();
    status.textContent = "";
    dialog.close(); // the browser returns focus to the opener
  }

  function move(step) {
    var stops = [input].concat(Array.from(list.querySelectorAll("a")));
    var next = stops[stops.indexOf(document.activeElement) + step];
    if (next) next.focus();
  }

  var waiting;
  input.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    show();
    move(1);
  });
  dialog.querySelector(".rp-search__close").addEventListener("click", close);
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog || event.target.closest("a")) close(); // the backdrop, or a link on this page
  });
  dialog.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
  });
  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "k") { event.preventDefault(); open(); }
  });
  opener.addEventListener("click", open);
  opener.hidden = false;
})();

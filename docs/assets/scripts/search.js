/* Search. MiniSearch (minisearch.js) and the index are read when search is first opened; nothing is kept. */
(function () {
  "use strict";

  var dialog = document.querySelector("dialog.rp-search");
  var opener = document.querySelector(".rp-search-button");
  if (!dialog || !opener || !dialog.showModal) return;

  var input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]");
  var list = dialog.querySelector("ol");
  var base = new URL(dialog.dataset.base, location.href);
  var LIMIT = 20;
  var COMMON = new Set("a an and are as at be by do for from how i im in is it me my of on or so that the this to was what when with you your".split(" "));
  var BOOSTS = { title: 8, tags: 6, headings: 4, text: 1 };
  var pages = null; // address: its title, its parts, how much it counts
  var engine = null;

  /* Words: lower case, no accents, no apostrophes, common endings cut off. */

  function words(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").match(/[\p{L}\p{N}]+/gu) || [];
  }

  function term(word) {
    if (COMMON.has(word)) return null;
    return word.length > 4 ? word.replace(/ies$/, "y").replace(/(ness|ing|ed|es|ly|s|e)$/, "") : word;
  }

  function plain(html) {
    return new DOMParser().parseFromString(html.replace(/</g, " <"), "text/html").body.textContent.replace(/\s+/g, " ").trim();
  }

  /* The index lists parts of pages; a page is found as a whole and opened at the part that fits best. */

  function read(data) {
    pages = new Map();
    (data.docs || data.items).forEach(function (doc) {
      var address = doc.location.split("#")[0];
      var title = plain(doc.title).replace(/ ?[#¶]$/, "");
      if (!pages.has(address)) pages.set(address, { id: address, title: title, tags: "", boost: doc.boost || 1, parts: [] });
      var page = pages.get(address);
      if (doc.tags) page.tags = doc.tags.join(" ");
      page.parts.push({ href: new URL(doc.location, base).href, title: title, text: plain(doc.text) });
    });
    engine = new MiniSearch({
      fields: Object.keys(BOOSTS),
      tokenize: words,
      processTerm: term,
      searchOptions: {
        boost: BOOSTS,
        boostDocument: function (id) { return pages.get(id).boost; },
        prefix: function (word) { return word.length > 1; },
        weights: { prefix: 0.3, fuzzy: 0.2 }
      }
    });
    engine.addAll(Array.from(pages.values()).map(function (page) {
      return {
        id: page.id, title: page.title, tags: page.tags,
        headings: page.parts.slice(1).map(function (part) { return part.title; }).join(" "),
        text: page.parts.map(function (part) { return part.text; }).join(" ")
      };
    }));
  }

  function script(address) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  function index() { // files may not be fetched from a disk, but scripts may be read
    if (location.protocol === "file:") {
      return script(dialog.dataset.index + ".js").then(function () { return window.__index; });
    }
    return fetch(dialog.dataset.index + ".json").then(function (answer) { return answer.json(); });
  }

  function load() {
    return Promise.all([index(), script(dialog.dataset.library)]).then(function (loaded) { return loaded[0]; });
  }

  /* First pages with all words, then with some, and only then with words that are spelled nearly so. */

  function find(query) {
    var results = engine.search(query, { combineWith: "AND" });
    if (!results.length) results = engine.search(query);
    return results.length ? results : engine.search(query, { fuzzy: 0.25 });
  }

  /* A practice or an article opens at its top; a long list opens at the part that fits best. */

  function best(page, result) {
    if (page.tags) return page.parts[0];
    function fit(part) {
      var title = new Set(words(part.title).map(term));
      var text = new Set(words(part.text).map(term));
      return result.terms.reduce(function (sum, word) {
        return sum + (title.has(word) ? 4 : 0) + (text.has(word) ? 1 : 0);
      }, 0);
    }
    return page.parts.reduce(function (one, other) { return fit(other) > fit(one) ? other : one; });
  }

  /* Around the first word found, wherever on the page it stands. */

  function passage(page, part, found) {
    if (part !== page.parts[0]) return part.text;
    var holding = page.parts.find(function (other) {
      return words(other.text).some(function (word) { return found.has(term(word)); });
    });
    return (holding || part).text;
  }

  /* Showing */

  function marked(text, found) {
    var pieces = text.split(/([\p{L}\p{N}'’]+)/u);
    var first = pieces.findIndex(function (piece) { return found.has(term(words(piece)[0] || "")); });
    var from = Math.max(0, first - 16);
    var line = document.createElement("p");
    if (from) line.append("… ");
    pieces.slice(from, from + 60).forEach(function (piece) {
      if (found.has(term(words(piece)[0] || ""))) {
        var mark = document.createElement("mark");
        mark.textContent = piece;
        line.append(mark);
      } else line.append(piece);
    });
    if (pieces.length > from + 60) line.append(" …");
    return line;
  }

  function item(result) {
    var page = pages.get(result.id);
    var part = best(page, result);
    var found = new Set(result.terms);
    var text = passage(page, part, found);
    var entry = document.createElement("li");
    var link = document.createElement("a");
    link.href = part.href;
    link.textContent = part === page.parts[0] ? page.title : page.title + " – " + part.title;
    entry.append(link);
    if (text) entry.append(marked(text, found));
    return entry;
  }

  function show() {
    var query = input.value.trim();
    list.replaceChildren();
    if (!query || !engine) { status.textContent = engine ? "" : "Search is being prepared."; return; }
    var results = find(query);
    list.append.apply(list, results.slice(0, LIMIT).map(item));
    var total = results.length;
    status.textContent = total === 0 ? "No page found. Try another word, or fewer."
      : total === 1 ? "1 page found."
      : total > LIMIT ? "The best " + LIMIT + " of " + total + " pages." : total + " pages found.";
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    if (engine) return;
    show();
    load().then(function (data) { read(data); show(); }, function () {
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

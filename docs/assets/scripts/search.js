/* Search. What it needs is read when somebody first reaches for it; nothing is kept.
   search-words.js: data. search-language.js: what words mean. search-pages.js: which pages answer. */
(function () {
  "use strict";

  var dialog = document.querySelector("dialog.rp-search");
  var opener = document.querySelector(".rp-search-button");
  if (!dialog || !opener || !dialog.showModal) return;

  var input = dialog.querySelector("input");
  var urgent = dialog.querySelector(".rp-search__help");
  var care = dialog.querySelector(".rp-search__care").firstElementChild;
  var status = dialog.querySelector(".rp-search__status");
  var list = dialog.querySelector("ol");
  var base = new URL(dialog.dataset.base, location.href);
  var LIMIT = 20;
  var PAUSE = 400; // a count after every letter would be too much to hear
  var AROUND = 16; // words and spaces before the first word found
  var LONGEST = 60; // words and spaces of a passage
  var ALIKE = 0.3; // how like the question a saying is that is shown; 1 is the same words
  var language = null; // from search-language.js
  var site = null; // from search-pages.js
  var loading = null;

  /* Loading: files may not be fetched from a disk, so there the index is a script. */

  /* The only way to a script, where browsers know trusted types: it has to be a script of this site. */
  function own(address) {
    var url = new URL(address, location.href).href;
    if (!url.startsWith(new URL(".", base).href)) throw new TypeError("not a script of this site: " + url);
    return url;
  }
  var trusted = { createScriptURL: own };
  if (window.trustedTypes) trusted = window.trustedTypes.createPolicy("ripple-search", trusted);

  function script(address) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = trusted.createScriptURL(address);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  function index() {
    var address = dialog.dataset.index;
    if (address.endsWith(".js")) return script(address).then(function () { return window.__index; });
    return fetch(address).then(function (answer) { return answer.json(); });
  }

  function scripts() { // one after another
    return dialog.dataset.scripts.split(" ").reduce(function (before, address) {
      return before.then(function () { return script(address); }).then(function () {
        language = window.rippleSearch.language;
        warn(); // as soon as words can be read, before any page is known
      });
    }, Promise.resolve());
  }

  function load() {
    return Promise.all([index(), scripts()]).then(function (loaded) {
      return window.rippleSearch.read(loaded[0], base);
    }).then(function (read) { site = read; });
  }

  /* The part of a page that fits best. A practice or an article opens at its top, and so does help
     unless the name of a part, such as a country, was typed. */

  function best(page, found) {
    if (page.tags.length || page.need) return page.parts[0];
    function fit(part) {
      return count(part.title, found) * 4 + (page.folder === "help" ? 0 : count(part.text, found));
    }
    return page.parts.reduce(function (one, other) { return fit(other) > fit(one) ? other : one; });
  }

  function count(text, found) {
    return new Set(language.plain(text).split(" ").map(language.stem).filter(function (stem) { return found.has(stem); })).size;
  }

  /* Around the first word found, wherever on the page it stands. */

  function passage(page, part, found) {
    if (part !== page.parts[0]) return part.text;
    var holding = page.parts.find(function (other) { return count(other.text, found); });
    return (holding || part).text;
  }

  /* Showing */

  function holds(piece, found) {
    return language.plain(piece).split(" ").some(function (word) { return found.has(language.stem(word)); });
  }

  function marked(text, found) {
    var pieces = text.split(/([\p{L}\p{N}'’]+)/u);
    var first = pieces.findIndex(function (piece) { return holds(piece, found); });
    var from = Math.max(0, first - AROUND);
    var line = document.createElement("p");
    if (from) line.append("… ");
    pieces.slice(from, from + LONGEST).forEach(function (piece) {
      line.append(holds(piece, found) ? element("mark", piece) : piece);
    });
    if (pieces.length > from + LONGEST) line.append(" …");
    return line;
  }

  function element(name, text, kind) {
    var made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function item(result) {
    var page = result.page;
    var found = new Set(result.terms);
    var part = best(page, found);
    var entry = entryOf(part.href, part === page.parts[0] ? page.title : page.title + " – " + part.title);
    if (page.kind) entry.append(element("p", page.facts ? page.kind + ", " + page.facts : page.kind, "rp-search__kind"));
    if (result.like >= ALIKE && result.said !== page.title) entry.append(quoted(result.said, found));
    else if (care.hidden) entry.append(marked(passage(page, part, found), found)); // no odd line beside the card
    return entry;
  }

  function quoted(said, found) {
    var line = marked(said, found);
    line.prepend("People also say: ");
    return line;
  }

  function need(found) {
    var entry = entryOf(found.page.parts[0].href, found.page.title);
    entry.append(element("p", found.meaning));
    return entry;
  }

  function entryOf(address, text) {
    var entry = document.createElement("li");
    var link = element("a", text);
    link.href = address;
    entry.append(link);
    return entry;
  }

  /* Words that may mean danger: the card stands above the results, and never in place of them. */

  function warn() {
    var danger = Boolean(language) && language.danger(input.value).length > 0;
    if (care.hidden !== danger) return;
    care.hidden = !danger;
    urgent.hidden = danger; // the card says the same, and more
  }

  function show() {
    var query = input.value.trim();
    warn();
    if (!query || !site) {
      list.replaceChildren();
      say(site ? "" : "Search is being prepared.");
      return;
    }
    var results = site.find(query);
    list.replaceChildren.apply(list, results.length ? results.slice(0, LIMIT).map(item) : site.needs.map(need));
    say(counted(results.length));
  }

  function counted(total) {
    if (total === 0) return "No page found with these words. Perhaps one of these comes close.";
    if (total === 1) return "1 page found.";
    return total > LIMIT ? "The best " + LIMIT + " of " + total + " pages." : total + " pages found.";
  }

  var saying;
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(function () { status.textContent = text; }, PAUSE);
  }

  /* The dialog */

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    if (!site) show();
    prepare();
  }

  function prepare() {
    if (loading) return;
    loading = load().then(show, function () {
      loading = null;
      say("Search cannot be read here. The menu leads to every page.");
    });
  }

  function close() {
    input.value = "";
    clearTimeout(saying);
    status.textContent = "";
    list.replaceChildren();
    warn();
    dialog.close(); // the browser returns focus to the opener
  }

  function move(step) {
    var stops = [input].concat(Array.from(list.querySelectorAll("a")));
    var next = stops[stops.indexOf(document.activeElement) + step];
    if (next) next.focus();
  }

  input.addEventListener("input", show);
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
  opener.addEventListener("pointerdown", prepare); // a finger is slower than a network
  opener.addEventListener("click", open);
  opener.hidden = false;
})();

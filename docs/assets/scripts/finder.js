// The finder: each choice is a link to an address that holds all choices, so that the back button,
// bookmarks and shared addresses work, and nothing has to be stored.
(function () {
  "use strict";
  var finder = document.querySelector(".rp-finder");
  if (!finder) return;

  var kind = finder.dataset.kind;
  var most = Number(finder.dataset.most);
  var opened = "opened" in finder.dataset;
  var groups = Array.from(finder.querySelectorAll("[data-facet]"));
  var facets = groups.map(function (group) { return group.dataset.facet; });
  var box = finder.querySelector(".rp-answers");
  var list = box.querySelector("[role=list]");
  var items = Array.from(list.children);

  var title = document.createElement("h2");
  title.className = "rp-found";
  title.id = "rp-found";
  title.tabIndex = -1;
  var more = document.createElement("p");
  more.className = "rp-more";
  box.prepend(title);
  box.append(more);
  // Where everything is shown from the start, the choices stay in hand: told, not moved to.
  var jump = document.createElement("button");
  if (opened) {
    title.setAttribute("aria-live", "polite");
    jump.type = "button";
    jump.className = "rp-jump";
    jump.addEventListener("click", function () { title.focus(); });
    box.before(jump);
  }
  finder.classList.add("rp-finder--ready");

  // What makes a word of these lists clear away from its question.
  var AFTER = { efforts: " energy", costs: " cost" };

  function address(choices) {
    return "#" + new URLSearchParams(choices);
  }

  // What the address asks for; anything it does not know is left out.
  function asked() {
    var all = new URLSearchParams(location.hash.slice(1));
    var choices = {};
    groups.forEach(function (group) {
      var word = all.get(group.dataset.facet);
      if (word && words(group).indexOf(word) >= 0) choices[group.dataset.facet] = word;
    });
    if (all.get("one")) choices.one = all.get("one");
    if (Number(all.get("from")) > 0) choices.from = Number(all.get("from"));
    return choices;
  }

  function words(group) {
    return Array.from(group.children, function (choice) { return choice.dataset.word; });
  }

  function carries(item, facet, word) {
    return item.dataset[facet].split("|").indexOf(word) >= 0;
  }

  function named(choices) {
    return facets.filter(function (facet) { return facet in choices; });
  }

  function matches(item, choices) {
    return named(choices).filter(function (facet) { return carries(item, facet, choices[facet]); });
  }

  function fitting(choices) {
    var wanted = named(choices).length;
    return items.filter(function (item) { return matches(item, choices).length === wanted; });
  }

  // Where nothing fits, what fits best; the order within stays gentlest first.
  function nearest(choices) {
    var best = Math.max.apply(null, items.map(function (item) { return matches(item, choices).length; }));
    return best && items.filter(function (item) { return matches(item, choices).length === best; });
  }

  function changed(choices, facet, word) {
    var next = {};
    named(choices).forEach(function (name) { next[name] = choices[name]; });
    if (next[facet] === word) delete next[facet];
    else next[facet] = word;
    return next;
  }

  function showChoices(choices) {
    groups.forEach(function (group) {
      var facet = group.dataset.facet;
      Array.from(group.children).forEach(function (choice) {
        var link = choice.querySelector("a");
        var next = changed(choices, facet, choice.dataset.word);
        var here = choices[facet] === choice.dataset.word;
        link.href = address(next);
        if (here) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
        if (!opened) return;
        var count = link.querySelector(".rp-count") || link.appendChild(document.createElement("span"));
        count.className = "rp-count";
        count.textContent = " " + fitting(here ? choices : next).length;
      });
    });
  }

  function reason(item, choices) {
    var fits = matches(item, choices);
    var not = named(choices).filter(function (facet) { return fits.indexOf(facet) < 0; });
    function spoken(some) {
      return some.map(function (facet) { return choices[facet] + (AFTER[facet] || ""); }).join(", ");
    }
    return (fits.length ? "Fits: " + spoken(fits) + ". " : "") + (not.length ? "Does not fit: " + spoken(not) + "." : "");
  }

  function link(text, href) {
    var made = document.createElement("a");
    made.textContent = text;
    made.href = href;
    return made;
  }

  function chance(among, not) {
    var others = among.filter(function (item) { return item.dataset.item !== not; });
    return (others.length ? others : among)[Math.floor(Math.random() * (others.length || among.length))];
  }

  function showMore(choices, found, shown, from) {
    more.replaceChildren();
    var picked = {};
    named(choices).forEach(function (facet) { picked[facet] = choices[facet]; });
    if (most < items.length && found.length > most && !choices.one) {
      var next = from + most < found.length ? from + most : 0;
      more.append(link(next ? "Show others" : "Back to the first ones", address(Object.assign({}, picked, next && { from: next }))), " ");
    }
    if (kind === "small acts") {
      var drawn = chance(found, choices.one);
      more.append(link(choices.one ? "Another one" : "One for me", address(Object.assign({}, picked, { one: drawn.dataset.item }))), " ");
    }
    if (named(choices).length || choices.one) more.append(link("Start again", "#rp-finder"));
  }

  function show() {
    var choices = asked();
    var any = named(choices).length > 0 || choices.one;
    var found = fitting(choices);
    var near = !found.length;
    if (near) found = nearest(choices) || items;
    var one = items.find(function (item) { return item.dataset.item === choices.one; });
    var from = choices.from < found.length ? choices.from : 0;
    var shown = one ? [one] : found.slice(from, from + most);

    items.forEach(function (item) {
      item.hidden = shown.indexOf(item) < 0;
      var why = item.querySelector(".rp-why") || item.appendChild(document.createElement("p"));
      why.className = "rp-why";
      why.textContent = reason(item, choices);
    });
    box.hidden = !any && !opened;
    if (one) title.textContent = "One for you, if you like";
    else if (near) title.textContent = "Nothing fits all of that. These come nearest";
    else if (!any) title.textContent = "All " + items.length + " " + kind;
    else if (shown.length < found.length) title.textContent = shown.length + " of " + found.length + " that fit";
    else title.textContent = found.length === 1 ? "One that fits" : found.length + " that fit";
    jump.textContent = "Show " + (near ? "the nearest" : found.length);
    showChoices(choices);
    showMore(choices, found, shown, from);
    return any;
  }

  show();
  addEventListener("hashchange", function () {
    if (show() && !opened) title.focus();
  });
})();

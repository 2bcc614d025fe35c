/* Help now: the reader's country stands at the top, and a date that has passed is said.
   It all comes from the page and from the browser's own settings; nothing is sent or kept. */
(function () {
  "use strict";

  var countries = Array.from(document.querySelectorAll(".rp-country"));
  var here = document.querySelector(".rp-here"); // room for the country, below what to do in danger
  if (!countries.length || !here) return;

  function element(kind, className, parts) {
    var made = document.createElement(kind);
    made.className = className;
    made.append.apply(made, parts);
    return made;
  }

  function finder() {
    return document.querySelector(".rp-countries [href^='https://findahelpline.com']").cloneNode(true);
  }

  /* Dates, by the reader's own clock: the page may be a copy that was made long ago. */

  function today() {
    var now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function warn(time) {
    var line = time.closest(".rp-line");
    if (!line) { // an emergency number is called first, and checked only where there is time
      time.closest(".rp-fresh").append(" Not confirmed since " + time.textContent + ": check it if you have the time.");
      return;
    }
    var what = line.querySelector(".rp-call") ? "number" : "entry";
    var emergency = line.closest(".rp-country").querySelector(".rp-number .rp-call").cloneNode(true);
    emergency.className = ""; // a link within a sentence, so that the line's own buttons stand out
    line.querySelector(".rp-name").after(element("p", "rp-passed", [
      element("strong", "", ["Check this " + what + " first."]), " Its date, " + time.textContent + ", has passed. In danger: ",
      emergency, ". To find another line: ", finder(), "."
    ]));
  }

  document.querySelectorAll(".rp-expires").forEach(function (time) {
    if (time.dateTime <= today()) warn(time);
  });

  /* The country. A number works only where the phone is, so the clock counts before the language. */

  function code(country) { return country.querySelector("h3").id; }
  function name(country) { return country.querySelector("h3").firstChild.textContent.trim(); }
  function find(wanted) { return countries.find(function (country) { return code(country) === wanted; }); }

  function byClock(zone) {
    return countries.find(function (country) { return country.dataset.zones.split(" ").includes(zone); });
  }

  function byLanguage() {
    return navigator.languages.map(function (tag) {
      return find((new Intl.Locale(tag).region || "").toLowerCase());
    }).find(Boolean);
  }

  function guess() {
    var zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
    var clock = byClock(zone);
    var language = byLanguage();
    if (clock && language && clock !== language) {
      return [clock, "A guess from your browser's clock. Its language says " + name(language) + "."];
    }
    // A clock set to a place that is not listed: the language would name a country where the reader is not.
    if (!clock && /^(?!Etc\/).+\//.test(zone)) language = null;
    var found = clock || language;
    return [found, found ? "A guess from your browser's settings." : "We could not guess it. Please choose."];
  }

  /* One country in short: whom to call in danger, and the first line for each way to make contact. */

  var WAYS = ["[href^='tel:']", "[href^='sms:'], .rp-way--whatsapp", ".rp-call[href^='https:']"];

  function short(part) {
    var copy = part.cloneNode(true);
    copy.querySelectorAll(".rp-detail, .rp-caution").forEach(function (more) { more.remove(); });
    return copy;
  }

  function lines(country) {
    var all = Array.from(country.querySelectorAll(".rp-line"));
    var first = WAYS.map(function (way) {
      return all.find(function (line) { return line.querySelector(way); });
    });
    var shown = all.filter(function (line) { return first.includes(line); }).map(short);
    if (!shown.length) return Array.from(country.querySelectorAll(".rp-none")).map(short);
    if (!first[1] && !first[2]) shown.push(element("p", "", ["To text or chat: we list no line here that offers it. Look at ", finder(), "."]));
    return shown;
  }

  function view(country) {
    var all = element("a", "", ["All we have for " + name(country) + ", and where it was read"]);
    all.href = "#" + code(country);
    return [short(country.querySelector(".rp-emergency"))].concat(
      lines(country),
      Array.from(country.querySelectorAll(".rp-caution")).map(short),
      element("p", "", [all]),
      element("p", "rp-fresh", ["Use these numbers in this country only. Ripple has not dialed them. A call or a text may show on a phone bill."])
    );
  }

  /* The choice */

  var select = element("select", "", [new Option("Choose a country", "")].concat(countries.map(function (country) {
    return new Option(name(country), code(country));
  })));
  select.id = "rp-country";
  select.autocomplete = "off"; // or a reload would keep a choice that is not shown
  var label = element("label", "", ["Country"]);
  label.htmlFor = select.id;
  var reason = element("p", "rp-here__reason", []);
  reason.setAttribute("role", "status");
  var place = element("div", "", []);
  var box = element("section", "rp-here__country", [element("div", "rp-here__choice", [label, select]), reason, place]);
  box.setAttribute("aria-label", "Help in your country");

  function show(country, why) {
    reason.textContent = why;
    place.replaceChildren.apply(place, country ? view(country) : [element("p", "", ["Your country is not in the list? In danger, ask somebody near you for the emergency number. To talk, text or chat: ", finder(), "."])]);
  }

  select.addEventListener("change", function () {
    var chosen = find(select.value);
    show(chosen, chosen ? "Below: " + name(chosen) + "." : "Please choose.");
  });

  var first = guess();
  if (first[0]) select.value = code(first[0]);
  show.apply(null, first);
  here.append(box);
})();

/* How old these pages are, by the reader's own clock: a copy may be read years after it was made.
   The day stands at the foot of every page; this only adds to it. */
(function () {
  "use strict";

  var YEAR = 365 * 24 * 60 * 60 * 1000;
  var line = document.querySelector(".rp-built");
  if (!line) return;
  var made = new Date(line.querySelector("time").dateTime);
  if (Date.now() - made < YEAR) return;

  var note = document.createElement("strong");
  note.textContent = "By the clock of your device, this is more than a year old.";
  line.append(" ", note, " What to do stays much the same. Telephone numbers, prices and findings may have changed, so check a number first if you have the time.");
})();

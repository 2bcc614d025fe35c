/* This week's practice, by the reader's own clock. Which one it is stands in the page already: in
   the list of the year, or among the answers of the finder. Nothing is fetched, kept or counted. */
(function () {
  "use strict";

  var DAY = 24 * 60 * 60 * 1000;
  var box = document.querySelector(".rp-week");
  if (!box) return;

  /* The ISO week, 1 to 53, that holds the Thursday beside a day. Only the date of the local clock
     counts, as if it were everywhere the same hour: so no change of clocks can move it. */
  function week(now) {
    var day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
    var thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY);
    return Math.floor((thursday - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY / 7) + 1;
  }

  var ids = box.dataset.weeks.split(" ");
  var number = Math.min(week(new Date()), ids.length); // a week 53 shows week 52 once more
  var row = document.getElementById("week-" + number);
  var source = row || document.querySelector("[data-item='" + ids[number - 1] + "']");
  if (!source) return;

  var card = document.createElement("div");
  card.className = "rp-card";
  source.querySelectorAll("p:not(.rp-why, .rp-year__week)").forEach(function (line) {
    card.append(line.cloneNode(true));
  });
  box.prepend(card);

  if (row) {
    row.setAttribute("aria-current", "date");
    row.firstElementChild.prepend("This week: ");
  }
})();

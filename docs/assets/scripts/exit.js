// Leave a page at once: the page is blanked, and the Back button does not lead to it again.
(function () {
  "use strict";
  var link = document.querySelector(".rp-exit__link");
  if (!link) return;
  var title = document.title;

  function leave(event) {
    if (event) event.preventDefault();
    document.documentElement.classList.add("rp-leaving");
    document.title = "Weather";
    location.replace(link.href);
  }

  link.addEventListener("click", leave);

  // Each step within the page would be one more page for the Back button to come back to.
  document.addEventListener("click", function (event) {
    var step = event.target.closest("a[href^='#']");
    if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(step.href);
  });

  // The Shift key three times in a row within two seconds, with nothing else pressed between.
  var presses = [];
  function forget() { presses = []; }
  document.addEventListener("keydown", function (event) { if (event.key !== "Shift") forget(); });
  document.addEventListener("mousedown", forget);
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") return;
    presses = presses.concat(Date.now()).slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] < 2000) leave();
  });

  // Shown again from the browser's memory, the page must be readable.
  addEventListener("pageshow", function () {
    document.documentElement.classList.remove("rp-leaving");
    document.title = title;
  });
})();

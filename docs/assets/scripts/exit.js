// Leave a page at once: the page is blanked, and it does not stay behind the "back" button.
(function () {
  "use strict";
  var link = document.querySelector(".rp-exit__link");
  if (!link) return;

  function leave(event) {
    if (event) event.preventDefault();
    document.documentElement.classList.add("rp-leaving");
    document.title = "";
    location.replace(link.href);
  }

  link.addEventListener("click", leave);

  // The Shift key three times in a row, with no other key between and within two seconds.
  var presses = [];
  document.addEventListener("keyup", function (event) {
    presses = event.key === "Shift" ? presses.concat(Date.now()).slice(-3) : [];
    if (presses.length === 3 && presses[2] - presses[0] < 2000) leave();
  });

  // Shown again from the browser's memory, the page must be readable.
  addEventListener("pageshow", function () { document.documentElement.classList.remove("rp-leaving"); });
})();

/* Tables wider than the screen scroll in a named region that the keyboard can reach. */
(function () {
  "use strict";

  function name(table, number) {
    var caption = table.caption;
    if (caption) return caption.textContent.trim();
    var heading = Array.from(document.querySelectorAll(".rp-text :is(h1, h2, h3, h4)")).filter(function (title) {
      return title.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING;
    }).pop();
    var words = heading ? heading.firstChild.textContent.trim() : "";
    return "Table " + number + (words ? ": " + words : "");
  }

  Array.from(document.querySelectorAll(".rp-text table")).forEach(function (table, position) {
    if (table.closest("[role=region]")) return;
    var region = document.createElement("div");
    region.className = "rp-scroll";
    table.replaceWith(region);
    region.append(table);
    function update() {
      if (region.scrollWidth > region.clientWidth) {
        region.setAttribute("role", "region");
        region.setAttribute("aria-label", name(table, position + 1));
        region.tabIndex = 0;
      } else {
        ["role", "aria-label", "tabindex"].forEach(function (attribute) { region.removeAttribute(attribute); });
      }
    }
    update();
    var watch = new ResizeObserver(update); // windows turn, letters grow, fonts come late
    watch.observe(region);
    watch.observe(table);
  });
})();

/* What stays in sight while the page scrolls covers now this, now that: laid into its place, or back. */
flat => {
  if (!flat) return window.auditFlat.forEach(element => element.style.removeProperty("position"));
  window.auditFlat = [...document.querySelectorAll("*")].filter(element => getComputedStyle(element).position === "sticky");
  window.auditFlat.forEach(element => element.style.setProperty("position", "static", "important"));
}

/* What stays in sight while the page scrolls covers now this, now that: laid into its place, or back. */
unstick => {
  if (!unstick) return window.auditUnstuck.forEach(element => element.style.removeProperty("position"));
  window.auditUnstuck = [...document.querySelectorAll("*")].filter(element => getComputedStyle(element).position === "sticky");
  window.auditUnstuck.forEach(element => element.style.setProperty("position", "static", "important"));
}

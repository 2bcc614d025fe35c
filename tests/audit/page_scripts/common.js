/* What the scripts of the checks share. */

/* Whether an element is on the screen, or would be after scrolling. */
const shown = element => element.checkVisibility({ visibilityProperty: true });

/* A name by which a person finds an element: its kind, its mark, and the first of its words. */
function named(element) {
  const mark = element.id ? "#" + element.id : element.classList.length ? "." + element.classList[0] : "";
  const label = element.getAttribute("aria-label") || element.textContent || element.value || "";
  const words = label.trim().replace(/\s+/g, " ").slice(0, 40);
  return element.localName + mark + (words ? ` "${words}"` : "");
}

/* For the eyes hidden, for ears kept: a box of one pixel. */
const unseen = element => element.clientWidth <= 1 && element.clientHeight <= 1;

/* Everything a keyboard should stop at, in the order of the page. */
function stops() {
  const kinds = "a[href], button, input, select, textarea, summary, iframe, [contenteditable], [tabindex]";
  const within = document.querySelector("dialog:modal") || document; // nothing else can be reached then
  const all = [...within.querySelectorAll(kinds)].filter(element =>
    element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") && shown(element));
  return all.filter(element => { // the arrow keys lead on within a group of choices
    if (element.type !== "radio") return true;
    const group = all.filter(other => other.type === "radio" && other.name === element.name && other.form === element.form);
    return element === (group.find(other => other.checked) || group[0]);
  });
}

/* With colors forced by the device: controls have an edge, what is current has a sign, focus is seen.
   Asked first with the page's own colors, it notes which signs there are to keep. */
forced => {
  const LOOKS = ["borderTopColor", "borderBottomColor", "borderLeftColor", "borderRightColor", "borderBottomWidth",
    "borderLeftWidth", "fontWeight", "textDecorationLine", "color"];
  if (!forced) LOOKS.push("backgroundColor"); // a ground of our own is what a device takes away
  const look = element => LOOKS.map(name => getComputedStyle(element)[name]).join() + getComputedStyle(element, "::before").content;
  function differs(current) {
    const peers = [...(current.closest("ul, ol")?.querySelectorAll(current.localName) || [])];
    const other = peers.find(one => !one.hasAttribute("aria-current") && shown(one));
    return other && look(current) !== look(other);
  }
  if (!forced) {
    window.auditSigns = [...document.querySelectorAll("[aria-current]")].filter(one => shown(one) && differs(one));
    return [];
  }

  const faults = [];
  const edged = style => ["Top", "Bottom"].some(side =>
    style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1 &&
    style[`border${side}Color`] !== style.backgroundColor) ||
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1);
  const native = "input:is([type=checkbox], [type=radio], [type=range], [type=file])"; // drawn by the browser
  for (const control of document.querySelectorAll("button, select, textarea, input")) {
    if (shown(control) && !control.matches(native) && !edged(getComputedStyle(control))) {
      faults.push(`forced colors: no edge is left of ${named(control)}`);
    }
  }

  for (const current of window.auditSigns.filter(one => !differs(one))) {
    faults.push(`forced colors: nothing shows that ${named(current)} is the current one`);
  }

  for (const stop of stops()) {
    stop.focus({ focusVisible: true, preventScroll: true });
    const style = getComputedStyle(stop);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) {
      faults.push(`forced colors: no outline shows that ${named(stop)} has the focus`);
    }
  }
  document.activeElement.blur();
  return faults;
}

/* Each control in turn, with the focus a keyboard gives: something shows it, and nothing covers it. */
() => {
  const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderTopColor",
    "borderTopWidth", "borderBottomColor", "borderBottomWidth", "backgroundColor", "textDecorationLine"];
  const look = element => LOOKS.map(name => getComputedStyle(element)[name]);

  /* Whether the mouse would find the element at one of nine places of one of its boxes. */
  function uncovered(element) {
    return [...element.getClientRects()].some(box => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      if (right <= left || bottom <= top) return false;
      return [0.5, 0.1, 0.9].some(across => [0.5, 0.1, 0.9].some(down => {
        const hit = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
        return hit && (element.contains(hit) || hit.closest("label")?.control === element);
      }));
    });
  }

  const faults = [];
  const opened = document.querySelector(":popover-open") || document; // may cover the rest: Esc reveals it
  for (const stop of stops().filter(one => opened.contains(one))) {
    const before = look(stop);
    stop.focus({ focusVisible: true });
    const after = look(stop);
    const outlined = after[0] !== "none" && parseFloat(after[1]) >= 1;
    if (!outlined && after.every((value, position) => value === before[position])) {
      faults.push(`nothing shows that ${named(stop)} has the focus`);
    }
    if (!uncovered(stop)) faults.push(`hidden while it has the focus: ${named(stop)}`);
    stop.blur();
  }
  return faults;
}

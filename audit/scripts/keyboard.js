/* Where the keyboard should stop, kept for the steps of the walk; returns how many there are. */
() => {
  const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderTopColor",
    "borderTopWidth", "borderBottomColor", "borderBottomWidth", "backgroundColor", "textDecorationLine"];
  const look = element => LOOKS.map(name => getComputedStyle(element)[name]);
  const all = stops();
  const before = new Map(all.map(element => [element, look(element)]));

  /* A place of the element that nothing else covers. */
  function uncovered(element) {
    return [...element.getClientRects()].some(box => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      if (right <= left || bottom <= top) return false;
      return [0.1, 0.5, 0.9].some(across => [0.1, 0.5, 0.9].some(down => {
        const hit = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
        return hit && (element.contains(hit) || hit.closest("label")?.control === element);
      }));
    });
  }

  /* What has the focus now: its place among the stops and what is wrong with it; null off the page. */
  window.auditStep = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const place = all.indexOf(element);
    const name = named(element);
    if (place < 0) return [place, name, [`focus: ${name} gets it and is no control`]];
    const now = look(element);
    const changed = now.some((value, position) => value !== before.get(element)[position]);
    const outlined = now[0] !== "none" && parseFloat(now[1]) >= 1;
    const faults = [];
    if (!outlined && !changed) faults.push(`focus: nothing shows that ${name} has it`);
    if (!uncovered(element)) faults.push(`focus: ${name} is hidden while it has it`);
    return [place, name, faults];
  };
  document.activeElement.blur();
  return all.map(named);
}

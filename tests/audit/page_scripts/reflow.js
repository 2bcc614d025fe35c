/* No scrolling sideways but for marked tables, nothing cut off, no words upon others. */
() => {
  const faults = [];
  const page = document.scrollingElement;
  const root = document.documentElement;

  /* The nearest box around an element that scrolls or cuts off sideways. */
  function frame(element) {
    for (let box = element.parentElement; box && box !== document.body && box !== root; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return box;
    }
    return null;
  }

  const elements = [...document.body.querySelectorAll("*")].filter(element => shown(element) && !element.closest("svg"));
  if (page.scrollWidth > root.clientWidth) {
    faults.push(`scrolls sideways: ${page.scrollWidth} pixels in a window of ${root.clientWidth}`);
  }
  const wide = elements.filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && !unseen(element) && (box.right > root.clientWidth + 1 || box.left < -1) && !frame(element);
  });
  for (const element of wide.filter(one => !wide.some(other => other !== one && other.contains(one)))) {
    faults.push(`sticks out of the window: ${named(element)}`);
  }

  for (const element of elements) {
    const style = getComputedStyle(element);
    const [across, down] = [element.scrollWidth > element.clientWidth + 1, element.scrollHeight > element.clientHeight + 1];
    if (style.display === "inline" || unseen(element) || element.matches("input, select, textarea, dialog")) continue;
    if (across && /auto|scroll/.test(style.overflowX)) {
      const marked = element.getAttribute("role") === "region" && element.matches("[aria-label], [aria-labelledby]") && element.tabIndex === 0;
      if (!marked || !element.querySelector("table, pre")) faults.push(`scrolls sideways and is not marked: ${named(element)}`);
    }
    const cut = (across && /hidden|clip/.test(style.overflowX)) || (down && /hidden|clip/.test(style.overflowY));
    if (cut && element.textContent.trim()) faults.push(`cuts off its words: ${named(element)}`);
  }

  /* Words, line by line; those that stay in sight while the page scrolls may lie upon others. */
  const still = new Set(elements.filter(element => /sticky|fixed/.test(getComputedStyle(element).position)));
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !shown(parent) || parent.closest("svg, select, textarea, sup")) continue;
    let out = unseen(parent);
    for (let box = parent; box && !out; box = box.parentElement) out = still.has(box) || (box !== parent && unseen(box));
    if (out) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) {
      if (box.width > 2) lines.push({ top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2, left: box.left + 1, right: box.right - 1, parent });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const told = new Set();
  lines.forEach((line, position) => {
    for (let next = position + 1; next < lines.length && lines[next].top < line.bottom; next += 1) {
      const other = lines[next];
      if (other.left < line.right && line.left < other.right && !told.has(line.parent)) {
        told.add(line.parent);
        faults.push(`words lie upon others: ${named(line.parent)} and ${named(other.parent)}`);
      }
    }
  });
  return faults;
}

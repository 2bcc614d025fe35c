/* Each piece of text of the page, by itself: [those that are seen, all that there are]. */
() => {
  // What works with scripts only waits hidden for them; the page says what there is instead.
  const parts = ".rp-search-button, .rp-answers, .rp-copy, .rp-explorer, .rp-group, .rp-log, .rp-look, .rp-message__copy, .rp-own__tools";
  const waiting = `[hidden]:is(${parts}), .rp-print:disabled, dialog:not([open])`;
  const seen = new Set(), all = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim().replace(/\s+/g, " ");
    if (!text || parent.closest(`script, style, template, ${waiting}`)) continue;
    all.add(text);
    if (shown(parent)) seen.add(text);
  }
  return [[...seen], [...all]];
}

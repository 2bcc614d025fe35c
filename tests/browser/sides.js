/* What a script from right to left, or long words, do to the sides of things. */
({ code, rtl }) => {
  const faults = [];
  const box = (element) => element.getBoundingClientRect();
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && box(element).width > 1;
  const meet = (one, other) =>
    one.left + 1 < other.right && other.left + 1 < one.right && one.top + 1 < other.bottom && other.top + 1 < one.bottom;
  const named = (element) => `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 30)}"`;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

  const { lang, dir } = document.documentElement;
  if (lang !== code || dir !== (rtl ? "rtl" : "")) faults.push(`the page says lang "${lang}" and dir "${dir}"`);

  /* The header covers nothing, and its parts do not meet. */
  const header = all(".rp-header")[0];
  const parts = header ? [...header.querySelectorAll(".rp-header__row > *")].filter(shown) : [];
  const rows = new Set(parts.map((part) => Math.round((box(part).top + box(part).bottom) / 20)));
  if (rows.size > 2) faults.push(`the header has ${rows.size} rows`);
  const main = document.querySelector("main");
  if (header && scrollY === 0 && box(header).bottom > box(main).top + 1) faults.push("the header covers the page");

  /* Buttons and links that look like them do not lie upon each other. */
  const buttons = all("button, .rp-button, summary, input, select, textarea");
  const within = document.querySelector("dialog[open], [popover]:popover-open");
  const pressed = buttons.filter((button) => !within || within.contains(button));
  [...pressed, ...(within ? [] : parts)].forEach((one, place, list) => list.slice(place + 1).forEach((other) => {
    const nested = one.contains(other) || other.contains(one) || one.closest("label, summary") === other;
    if (!nested && meet(box(one), box(other))) faults.push(`lie upon each other: ${named(one)} and ${named(other)}`);
  }));

  /* A thick edge marks where lines begin. */
  document.querySelectorAll("main *").forEach((element) => {
    if (!shown(element)) return;
    const { borderLeftWidth, borderRightWidth, boxShadow, direction } = getComputedStyle(element);
    const drawn = /(-?[\d.]+)px 0px 0px 0px inset/.exec(boxShadow); // below the left edge where above 0
    if (drawn && Number(drawn[1]) !== 0 && (Number(drawn[1]) < 0) !== (direction === "rtl")) {
      faults.push(`its edge is where lines end: ${named(element)}`);
    }
    const [left, right] = [borderLeftWidth, borderRightWidth].map(parseFloat);
    const [start, end] = direction === "rtl" ? [right, left] : [left, right];
    if (end >= 3 && end > start) faults.push(`its edge is where lines end: ${named(element)}`);
  });

  /* The number of a step stands where the step begins, beside its words. */
  all("[data-section='steps'] + ol > li").forEach((step) => {
    const style = getComputedStyle(step, "::before");
    const from = parseFloat(style.left) + parseFloat(style.marginLeft);
    const start = rtl ? step.clientWidth - from - parseFloat(style.width) : from;
    if (Math.abs(start) > 1) faults.push(`its number is ${start} pixels from where lines begin: ${named(step)}`);
  });

  /* The drawing at the head of a page leaves its title alone. */
  all(".rp-drawing--head").forEach((drawing) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("h1"));
    if ([...range.getClientRects()].some((line) => meet(line, box(drawing)))) faults.push("a drawing lies upon the title");
  });

  /* So do the rings of the front page. */
  all(".rp-home .rp-illustration svg").forEach((rings) => {
    const middle = (box(rings).left + box(rings).right) / 2;
    if ((middle < innerWidth / 2) !== rtl) faults.push("rings lie where the title begins");
  });

  /* Words in a picture are whole. */
  all("main svg text").forEach((text) => {
    const [words, picture] = [box(text), box(text.ownerSVGElement)];
    if (words.left < picture.left - 1 || words.right > picture.right + 1) faults.push(`a picture cuts off ${named(text)}`);
  });

  /* Lines begin at their side. */
  all("main p, main li, main h1, main h2").forEach((element) => {
    const { direction, textAlign } = getComputedStyle(element);
    const foreign = element.closest("[lang]") !== document.documentElement;
    if (rtl && !foreign && direction !== "rtl") faults.push(`runs from left to right: ${named(element)}`);
    if (textAlign === "left" || textAlign === "right") faults.push(`is set to the ${textAlign}: ${named(element)}`);
  });
  return faults;
}

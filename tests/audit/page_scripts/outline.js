/* Headings in order, landmarks with names, pictures with words, the language of the page. */
() => {
  const faults = [];
  const all = selector => [...document.querySelectorAll(selector)].filter(shown);

  let level = 0;
  const headings = all("h1, h2, h3, h4, h5, h6");
  for (const heading of headings) {
    const next = Number(heading.localName[1]);
    if (next > level + 1) faults.push(`heading skips a level: ${named(heading)} after h${level}`);
    if (!heading.textContent.trim()) faults.push(`heading has no words: ${named(heading)}`);
    level = next;
  }
  const first = headings.filter(heading => heading.localName === "h1").length;
  if (first !== 1) faults.push(`${first} main headings (h1) instead of one`);

  for (const [what, selector] of [["banner", "body > header"], ["main part", "main"], ["foot", "body > footer"]]) {
    const found = all(selector).length;
    if (found !== 1) faults.push(`landmark: ${found} of ${what} (${selector}) instead of one`);
  }
  const names = all("nav").map(nav => nav.getAttribute("aria-label") || "");
  names.forEach((name, position) => {
    if (!name) faults.push("landmark: a navigation has no name");
    else if (names.indexOf(name) < position) faults.push(`landmark: two navigations are named "${name}"`);
  });

  for (const image of document.querySelectorAll("img:not([alt]), area:not([alt]), input[type=image]:not([alt])")) {
    faults.push(`picture has no alternative text: ${image.getAttribute("src")}`);
  }
  for (const drawing of all("svg:not([aria-hidden=true])")) {
    const name = drawing.getAttribute("aria-label") || drawing.querySelector("title")?.textContent;
    if (drawing.getAttribute("role") !== "img" || !name) faults.push(`drawing has no name and is not hidden: ${named(drawing)}`);
  }

  if (!document.documentElement.lang) faults.push("the page does not say its language");
  if (!document.title.trim()) faults.push("the page has no title");
  return faults;
}

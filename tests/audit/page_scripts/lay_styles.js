/* Lay a sheet of styles over those of the page, which no policy stops; an empty one lifts it again.
   Two frames later the scripts of the page have seen it, too. */
async text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
}

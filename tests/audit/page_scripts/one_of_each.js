/* Of parts beside each other that are made of the same elements only the first stays, or all come back;
   two frames later the scripts of the page have seen it, too. */
async oneOfEach => {
  if (!oneOfEach) {
    window.auditLeftOut.forEach(([part, place]) => place.replaceWith(part));
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    return;
  }
  const kind = element => [element.localName, ...element.classList, ...element.getAttributeNames()].join(" ");
  const makeup = part => [...new Set([part, ...part.querySelectorAll("*")].map(kind))].sort().join();
  window.auditLeftOut = [];
  for (const whole of document.querySelectorAll("ul, ol, tbody, main, main article, main section, main div")) {
    const seen = new Set();
    for (const part of [...whole.children].filter(one => one.matches("li, tr, section, article, details, div"))) {
      const made = makeup(part);
      if (seen.has(made)) {
        const place = document.createComment("");
        part.replaceWith(place);
        window.auditLeftOut.push([part, place]);
      }
      seen.add(made);
    }
  }
}

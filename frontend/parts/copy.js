/* Words to copy, and a practice to pass on. Without scripts the words are there to select. */

import { copyOr } from "../shared/copy.js";
import { find, findAll } from "../shared/elements.js";

/** Let each button for words copy those before it, or hand them to the device's share sheet. */
export function copyButtons() {
  findAll(document, ".rp-copy").forEach((line) => {
    const words = /** @type {HTMLElement} */ (line.previousElementSibling);
    const button = find(line, "button", HTMLButtonElement);
    const status = find(line, "[role='status']", HTMLElement);
    const share = "share" in navigator ? line.dataset.share : "";
    line.hidden = false;
    if (share) button.textContent = share;
    button.addEventListener("click", async () => {
      status.textContent = "";
      if (share) {
        navigator.share({ text: textOf(words) }).catch(() => {}); // the reader changed their mind
        return;
      }
      const done = await copyOr(textOf(words), () => getSelection()?.selectAllChildren(words));
      status.textContent = status.dataset[done] || "";
    });
  });
}

/**
 * What is shown, with the addresses of links where somebody else can follow them.
 * @param {HTMLElement} words
 */
function textOf(words) {
  const addresses = findAll(words, "a").map((link) => /** @type {HTMLAnchorElement} */ (link).href);
  return [words.innerText.trim(), ...new Set(addresses)].filter((part) => !part.startsWith("file:")).join("\n\n");
}

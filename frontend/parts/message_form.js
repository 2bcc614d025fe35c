/* A message to whoever looks after the site. It is nowhere kept and sent by nobody but the reader. */

import { copy } from "../shared/copy.js";
import { find } from "../shared/elements.js";

const LONGEST = 200; // characters of an address

/** Name the page the reader came from, and let "Copy" and the email follow the text. */
export function messageForm() {
  const root = document.querySelector(".rp-message");
  if (!root) return;
  const box = find(root, "textarea", HTMLTextAreaElement);
  const button = find(root, ".rp-message__copy", HTMLButtonElement);
  const status = find(root, "[role='status']", HTMLElement);
  const mail = /** @type {HTMLAnchorElement | null} */ (root.querySelector(".rp-message__mail"));

  const [start] = box.value.split("\n"); // it asks for the page
  // As in #page=practices/rest-before-you-give
  const from = new URLSearchParams(location.hash.slice(1)).get("page");
  if (from) box.value = box.value.replace(start, () => `${start} ${from.slice(0, LONGEST)}`);

  function follow() {
    status.textContent = "";
    if (mail) mail.href = mail.href.replace(/&body=.*$/, () => `&body=${encodeURIComponent(box.value.replace(/\r?\n/g, "\r\n"))}`);
  }

  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = status.dataset[await copy(box)] || "";
  });
  box.addEventListener("input", follow);
  follow();
}

/* Copying what a reader wrote, or words of a page. */

/**
 * Copy the text of a box; where the browser does not do that, select it for the reader.
 * @param {HTMLTextAreaElement} box
 * @returns {Promise<"copied" | "selected">}
 */
export function copy(box) {
  return copyOr(box.value, () => {
    box.focus();
    box.select();
  });
}

/**
 * Copy a text; where the browser does not do that, select where it stands.
 * @param {string} text
 * @param {() => void} select
 * @returns {Promise<"copied" | "selected">}
 */
export async function copyOr(text, select) {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch { // refused, or a browser without it
    select();
    return "selected";
  }
}

/* Copying what a reader wrote. */

/**
 * Copy the text of a box; where the browser does not do that, select it for the reader.
 * @param {HTMLTextAreaElement} box
 * @returns {Promise<"copied" | "selected">}
 */
export async function copy(box) {
  try {
    await navigator.clipboard.writeText(box.value);
    return "copied";
  } catch { // refused, or a browser without it
    box.focus();
    box.select();
    return "selected";
  }
}

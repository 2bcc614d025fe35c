/* Every part of a page runs on its own. */

/**
 * Run each part; one that throws never stops another, and its error still reaches the console.
 * @param {(() => void)[]} parts
 */
export function run(parts) {
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      setTimeout(() => { throw error; });
    }
  }
}

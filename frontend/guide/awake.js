/* The screen stays on for ten minutes after a press at most: whoever falls asleep gets the dark back. */

const AWAKE = 10 * 60 * 1000; // milliseconds

/** A hold on the screen. */
export function makeAwake() {
  /** @type {Promise<WakeLockSentinel | void>} */
  let lock = Promise.resolve();
  let limit = 0;

  function letSleep() {
    clearTimeout(limit);
    lock.then((held) => { if (held) held.release(); });
    lock = Promise.resolve();
  }

  /** @param {number} wait milliseconds that a timer takes besides */
  function keepAwake(wait) {
    letSleep();
    if (!("wakeLock" in navigator)) return;
    // eslint-disable-next-line compat/compat -- asked for above
    lock = navigator.wakeLock.request("screen").catch(() => {}); // refused, as on a low battery
    limit = window.setTimeout(letSleep, AWAKE + wait);
  }

  return { keepAwake, letSleep };
}

/* A short buzz, for whoever sits with closed eyes and wants no sound. It is off until somebody asks for
   it, and is felt once then, so that it startles nobody later. */

const BUZZ = [200, 150, 200]; // milliseconds: on, off, on

/**
 * A buzz while a box is ticked. The box stays hidden where nothing can buzz: some browsers on desks
 * know the call and have no motor.
 * @param {HTMLElement} box hidden from the start
 * @param {HTMLInputElement} tick
 */
export function makeVibration(box, tick) {
  // eslint-disable-next-line compat/compat -- it asks
  const able = Boolean(navigator.vibrate) && matchMedia("(any-pointer: coarse)").matches;

  /** @param {number[]} pattern */
  function play(pattern) {
    if (able && tick.checked) navigator.vibrate(pattern);
  }

  return {
    /** @param {boolean} timed whether the screen has a timer */
    offer(timed) { box.hidden = !able || !timed; },
    /** Play it once. */
    buzz() { play(BUZZ); },
    /** Be still at once. */
    rest() { play([]); }
  };
}

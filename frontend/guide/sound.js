/* A soft sound. It is off until somebody asks for it, and plays once then, so that it startles nobody
   later. */

const PITCHES = [330, 495]; // a fifth, in Hz
const SECONDS = 2.5;

/**
 * A sound that plays while a box is ticked.
 * @param {HTMLInputElement} tick
 */
export function makeSound(tick) {
  /** @type {AudioContext | null} */
  let audio = null;

  return {
    /** Get ready to play; browsers demand that it happens within a press. */
    wake() {
      if (!tick.checked) return;
      // eslint-disable-next-line compat/compat -- without it, there is no box to tick
      audio = audio || new AudioContext();
      audio.resume();
    },
    /** Play it once. */
    ring() {
      if (!tick.checked || !audio) return;
      const now = audio.currentTime;
      const volume = audio.createGain();
      volume.gain.setValueAtTime(0, now);
      volume.gain.linearRampToValueAtTime(0.1, now + 0.1);
      volume.gain.exponentialRampToValueAtTime(0.0001, now + SECONDS);
      volume.connect(audio.destination);
      for (const pitch of PITCHES) {
        const tone = audio.createOscillator();
        tone.frequency.value = pitch;
        tone.connect(volume);
        tone.start(now);
        tone.stop(now + SECONDS);
      }
    },
    /** Be silent at once. */
    rest() {
      if (audio) audio.suspend();
    }
  };
}

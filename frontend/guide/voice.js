/* A voice that reads the steps, so that eyes can be closed. Only voices that the browser calls local
   are taken: others send the words to a company. */

/**
 * A voice that reads while a box is ticked. The box stays hidden where the device has no such voice;
 * some browsers know their voices only after a moment.
 * @param {HTMLElement} box hidden from the start
 * @param {HTMLInputElement} tick
 * @param {string} language of the page, such as "en"
 */
export function makeVoice(box, tick, language) {
  const speech = window.speechSynthesis;
  /** @type {SpeechSynthesisVoice | undefined} */
  let voice;

  function look() {
    voice = localVoice(speech.getVoices(), language);
    box.hidden = !voice;
  }

  if (speech) {
    look();
    if (speech.addEventListener) speech.addEventListener("voiceschanged", look);
  }

  return {
    /**
     * Read this instead of what is being read.
     * @param {string} words
     */
    read(words) {
      if (!speech) return;
      speech.cancel();
      if (!tick.checked || !voice || !words) return;
      const said = new SpeechSynthesisUtterance(words);
      said.voice = voice;
      said.lang = voice.lang;
      said.rate = 0.9; // unhurried
      speech.speak(said);
    },
    /** Be silent at once. */
    rest() {
      if (speech) speech.cancel();
    }
  };
}

/**
 * A voice of the device for a language; the browser's own choice where there are several.
 * @param {SpeechSynthesisVoice[]} voices
 * @param {string} language
 */
export function localVoice(voices, language) {
  const [wanted] = language.toLowerCase().split("-");
  const fitting = voices.filter(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === wanted);
  return fitting.find((voice) => voice.default) || fitting[0];
}

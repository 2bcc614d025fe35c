/* Which voice reads the steps: one of the device, in the language of the page, or none. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { localVoice } from "../guide/voice.js";

/**
 * @param {string} lang
 * @param {boolean} localService
 * @param {boolean} [isDefault]
 */
function voice(lang, localService, isDefault = false) {
  return { lang, localService, default: isDefault, name: lang, voiceURI: lang };
}

test("a voice that the browser does not call local is never taken", () => {
  assert.equal(localVoice([voice("en-US", false, true)], "en"), undefined);
  assert.equal(localVoice([], "en"), undefined);
});

test("the language of the page decides, whatever its country and however it is written", () => {
  const voices = [voice("de-DE", true, true), voice("en_GB", true), voice("en-US", true)];
  assert.equal(localVoice(voices, "en")?.lang, "en_GB");
  assert.equal(localVoice(voices, "es"), undefined);
  assert.equal(localVoice([...voices, voice("en-IE", true, true)], "en-US")?.lang, "en-IE");
});

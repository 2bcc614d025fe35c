/* What search needs besides its dialog; fetched after search-words.js when somebody first searches. */

import { makeLanguage } from "./search/language.js";
import { readSite } from "./search/site.js";

const { words } = window.rippleSearch;
const language = makeLanguage(words);

window.rippleSearch.language = language;
window.rippleSearch.read = (index, base) => readSite(index, base, words, language);

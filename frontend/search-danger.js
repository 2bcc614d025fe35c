/* Finds words of danger; fetched after danger-words.js, before all else that search needs. */

import { makeDanger } from "./search/danger.js";

if (window.rippleDanger.words) window.rippleDanger.dangers = makeDanger(window.rippleDanger.words).dangers;

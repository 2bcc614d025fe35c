/* What search needs besides its dialog; fetched when somebody first searches. */

import { readSite } from "./search/site.js";

window.rippleSearch = { parts: {}, read: readSite };

/* What the page of help loads besides. */

import { countryFirst } from "./parts/country_first.js";
import { run } from "./shared/run.js";

run([countryFirst]);

/* What the page of help loads besides. */

import { help } from "./parts/country_first.js";
import { run } from "./shared/run.js";

run([help]);

/* What the essentials in one file hold: pages one at a time, search, the way out, and what grew old. */

import { age } from "./parts/age.js";
import { country } from "./one-file/country.js";
import { dates } from "./one-file/dates.js";
import { quickExit } from "./parts/quick_exit.js";
import { pages, stepsTaken } from "./one-file/pages.js";
import { run } from "./shared/run.js";
import { search } from "./one-file/search.js";

run([age, country, dates, () => quickExit(stepsTaken), pages, search]);

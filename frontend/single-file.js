/* What a practice that is passed on as a single file holds. */

import { age } from "./parts/age.js";
import { run } from "./shared/run.js";

run([age]);

/* What the page of the log loads besides. */

import { log } from "./parts/log.js";
import { run } from "./shared/run.js";

run([log]);

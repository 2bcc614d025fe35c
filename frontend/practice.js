/* What the page of a practice loads besides. */

import { guide } from "./parts/guide.js";
import { printSteps } from "./parts/print-steps.js";
import { run } from "./shared/run.js";

run([guide, printSteps]);

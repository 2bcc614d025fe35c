/* What the page of a practice loads besides. */

import { guide } from "./parts/guide.js";
import { printSteps } from "./parts/practice_facts.js";
import { run } from "./shared/run.js";

run([guide, printSteps]);

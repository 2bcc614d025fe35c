/* What the page for the night loads besides. */

import { nightHelp } from "./parts/night_help.js";
import { run } from "./shared/run.js";

run([nightHelp]);

/* What the page of ripples loads besides. */

import { rippleExplorer } from "./parts/ripple_explorer.js";
import { run } from "./shared/run.js";

run([rippleExplorer]);

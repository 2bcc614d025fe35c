/* What the page of ripples loads besides. */

import { rippleExplorer } from "./parts/ripple-explorer.js";
import { run } from "./shared/run.js";

run([rippleExplorer]);

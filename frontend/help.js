/* What the page of help loads besides. */

import { help } from "./parts/help.js";
import { run } from "./shared/run.js";

run([help]);

/* What the page of the look back loads besides. */

import { lookBack } from "./parts/look_back.js";
import { run } from "./shared/run.js";

run([lookBack]);

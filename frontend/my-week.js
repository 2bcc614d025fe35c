/* What the page to plan a week loads besides. */

import { myWeek } from "./parts/my_week.js";
import { run } from "./shared/run.js";

run([myWeek]);

/* What every page loads. */

import { age } from "./parts/age.js";
import { copyButtons } from "./parts/copy.js";
import { finder } from "./parts/finder.js";
import { keep } from "./parts/keep_box.js";
import { quickExit } from "./parts/quick_exit.js";
import { search } from "./parts/search.js";
import { tables } from "./parts/tables.js";
import { thisWeek } from "./parts/this_week.js";
import { run } from "./shared/run.js";

run([search, tables, quickExit, finder, thisWeek, age, keep, copyButtons]);

/* What every page loads. */

import { age } from "./parts/age.js";
import { copyButtons } from "./parts/copy.js";
import { exit } from "./parts/exit.js";
import { finder } from "./parts/finder.js";
import { keep } from "./parts/keep.js";
import { run } from "./shared/run.js";
import { search } from "./parts/search.js";
import { tables } from "./parts/tables.js";
import { week } from "./parts/week.js";

run([search, tables, exit, finder, week, age, keep, copyButtons]);

/* What every page loads. */

import { age } from "./parts/age.js";
import { copyButtons } from "./parts/copy.js";
import { help } from "./parts/country_first.js";
import { finder } from "./parts/finder.js";
import { guide } from "./parts/guide.js";
import { keep } from "./parts/keep_box.js";
import { printSteps } from "./parts/practice_facts.js";
import { exit } from "./parts/quick_exit.js";
import { search } from "./parts/search.js";
import { tables } from "./parts/tables.js";
import { week } from "./parts/this_week.js";
import { run } from "./shared/run.js";

run([search, tables, exit, finder, help, guide, printSteps, week, age, keep, copyButtons]);

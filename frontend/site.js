/* What every page loads. */

import { age } from "./parts/age.js";
import { copyButtons } from "./parts/copy.js";
import { exit } from "./parts/exit.js";
import { finder } from "./parts/finder.js";
import { guide } from "./parts/guide.js";
import { help } from "./parts/help.js";
import { keep } from "./parts/keep.js";
import { printSteps } from "./parts/print-steps.js";
import { run } from "./shared/run.js";
import { search } from "./parts/search.js";
import { tables } from "./parts/tables.js";
import { week } from "./parts/week.js";

run([search, tables, exit, finder, help, guide, printSteps, week, age, keep, copyButtons]);

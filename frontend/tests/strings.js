/* The strings of this repository, for tests of scripts that say something. */

import { parse } from "yaml";
import { readFileSync } from "node:fs";

import { useStrings } from "../shared/strings.js";

const { strings } = parse(readFileSync("data/strings.yml", "utf-8")).extra;
useStrings(strings.scripts, strings.page_scripts);

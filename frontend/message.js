/* What the page to write a message loads besides. */

import { messageForm } from "./parts/message_form.js";
import { run } from "./shared/run.js";

run([messageForm]);

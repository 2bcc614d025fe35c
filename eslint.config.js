/* What every script is checked for, beside its types. */

import compat from "eslint-plugin-compat";
import globals from "globals";
import js from "@eslint/js";

// What the oldest browsers that we promise do not know, and the checker of types does not tell.
const TOO_NEW = [
  "replaceChildren", "structuredClone", "reportError", "requestSubmit", "toggleAttribute", "showModal", "showPopover"
];

export default [
  { ignores: ["macros/editions/templates/"] }, // built from frontend/
  js.configs.recommended,
  {
    rules: {
      "eqeqeq": "error",
      "no-restricted-globals": ["error", "HTMLDialogElement", "event", "name", "structuredClone", "reportError"],
      "no-restricted-properties": ["error",
        ...TOO_NEW.map((property) => ({ property, message: "Too new for the oldest browsers that we promise; ask for it first." })),
        { object: "Intl", property: "Locale", message: "Old browsers lack it, and it throws on odd tags." }],
      "no-shadow": "error",
      "no-var": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
      "prefer-template": "error"
    }
  },
  { // APIs of browsers, against .browserslistrc
    ...compat.configs["flat/recommended"],
    files: ["frontend/**/*.js", "macros/**/*.js"],
    ignores: ["frontend/build.js", "frontend/tests/**"]
  },
  { files: ["frontend/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["frontend/build.js", "frontend/tests/**/*.js"], languageOptions: { globals: globals.node } },
  { files: ["tests/firefox/**/*.js"], languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  { files: ["macros/**/*.js"], languageOptions: { globals: globals.serviceworker } }
];

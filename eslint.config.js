/* What every script is checked for, beside its types. */

import compat from "eslint-plugin-compat";
import globals from "globals";
import js from "@eslint/js";

// What the oldest browsers that we promise do not know, and the checker of types does not tell.
const TOO_NEW = [
  "replaceChildren", "structuredClone", "reportError", "requestSubmit", "toggleAttribute", "showModal", "showPopover"
];

// Words that a reader sees are data: two words, or one that begins large. These places show nothing:
const UNSEEN = [
  "CallExpression[callee.name=/^(find|findAll|pressed)$/] > ", // selectors
  "CallExpression[callee.property.name=/^(querySelector|querySelectorAll|closest|matches)$/] > ",
  "CallExpression[callee.name='matchMedia'] > ",
  "ExpressionStatement[directive] > ",
  "NewExpression[callee.name=/Error$/] > ", // for developers: no reader meets them
  "Property[key.name=/^(class|className|viewBox)$/] > ", // lists of classes and numbers
  "BinaryExpression > ", // compared with what a browser says, such as a key or the name of an element
  "ImportDeclaration > "
];
// What begins as a selector or as our classes is one.
const WORDS = "/^(?![.[]|rp-)(?:[A-Z][a-z]+[.:!?…]?$|.*[A-Za-z]{2}[^A-Za-z]*\\s.*[A-Za-z]{2})/su";
const SHOWN = [["Literal", "value"], ["TemplateElement", "value.raw"]].map(([kind, value]) => {
  const unseen = UNSEEN.map((place) => `${place}${kind === "Literal" ? "" : "TemplateLiteral > "}${kind}`);
  return {
    selector: `${kind}[${value}=${WORDS}]:not(${unseen.join(", ")})`,
    message: "A reader may see this: put it into data/strings.yml and say it with told(). Where nobody does, say why in an eslint-disable line."
  };
});

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
  {
    files: ["frontend/**/*.js", "macros/**/*.js"],
    ignores: ["frontend/build.js", "frontend/tests/**"],
    rules: { "no-restricted-syntax": ["error", ...SHOWN] }
  },
  { files: ["frontend/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["frontend/build.js", "frontend/tests/**/*.js"], languageOptions: { globals: globals.node } },
  { files: ["tests/firefox/**/*.js"], languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  { files: ["macros/**/*.js"], languageOptions: { globals: globals.serviceworker } }
];

// The rules of the styles in frontend/. What a rule lets through stands beside it in the file, with its reason.

const COLOR_FUNCTIONS = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix"];

// The oldest browsers know the longhands only (margin-inline-start), and none of the logical places.
const SHORTHANDS = ["/^(margin|padding|border|inset|scroll-margin|scroll-padding)-(inline|block)$/", "/^border-(inline|block)-(color|style|width)$/"];
const UNKNOWN_PLACES = ["/^inset-(inline|block)-/", "/^border-(start|end)-(start|end)-radius$/"];
// One side and its opposite trade places where a script runs from right to left. `top` and `bottom` do
// not: no script of Ripple runs down the page. For the same reason sizes are widths and heights.
const SIDES = ["left", "right", "/^(margin|padding|scroll-margin|scroll-padding)-(left|right|top|bottom)$/", "/^border-(left|right|top|bottom)/"];

// Without these a page works as well; it only looks or prints a little plainer.
const NOT_NEEDED = [
  "css-color-adjust", "css-content-visibility", "css-focus-visible", "css-marker-pseudo", "css-media-scripting",
  "css-paged-media", "css-scroll-behavior", "text-size-adjust",
  "css-not-sel-list", // "selector-not-notation" sees to it
  "flexbox-gap" // frontend/old_browsers.css; frontend/tests/old-browsers.test.js sees to it
];

export default {
  extends: ["stylelint-config-recommended"],
  plugins: ["stylelint-no-unsupported-browser-features"],
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  referenceFiles: ["frontend/tokens.css"],
  rules: {
    // Held against .browserslistrc.
    "plugin/no-unsupported-browser-features": [true, { ignorePartialSupport: true, ignore: NOT_NEEDED }],

    // The oldest browsers (Chrome and Firefox 80, Safari 13.1) drop the whole rule, or the whole block.
    "selector-pseudo-class-disallowed-list": ["is", "where"],
    "at-rule-disallowed-list": ["container", "layer", "nest", "property", "scope", "starting-style"],
    "selector-not-notation": "simple",
    "media-feature-range-notation": "prefix",
    "max-nesting-depth": [0, { ignoreAtRules: ["media", "supports", "page"] }],

    // Any part can be changed by one more class.
    "selector-max-id": 0,
    "selector-max-class": 2,
    "selector-max-specificity": "0,3,2",
    "no-descending-specificity": null, // it compares what never meets, such as `.rp-title a` and `.rp-care a`
    "declaration-no-important": true,

    // Colors are in tokens.css and the other files of tokens_*.css.
    "color-named": "never",
    "color-no-hex": true,
    "function-disallowed-list": COLOR_FUNCTIONS,

    "property-disallowed-list": ["inset", ...SHORTHANDS, ...UNKNOWN_PLACES, ...SIDES],
    "declaration-property-value-disallowed-list": {
      "/^(margin|padding|inset)$/": ["/^\\S+ \\S+ \\S+ \\S+$/"], // a fourth value is a left side
      "/^(float|clear|text-align)$/": ["left", "right"],
    },

    "no-unknown-custom-properties": true,

    // For two values the later one is for browsers that know it.
    "declaration-block-no-duplicate-properties": [true, { ignore: ["consecutive-duplicates-with-different-values"] }],
  },
  overrides: [
    {
      files: ["frontend/tokens*.css"],
      rules: { "color-no-hex": null, "function-disallowed-list": null },
    },
  ],
};

/* What scripts hand to each other through the page, and what browsers know and the checker does not. */

interface Window {
  /** Set by search-words.js, which `make schema` writes; search-engine.js adds the rest. */
  rippleSearch: {
    words: import("../search/language.js").Words;
    language: import("../search/language.js").Language;
    read: import("../search/site.js").Read;
  };
  /** Set by danger-words.js, which `make schema` writes; search-danger.js adds the rest. */
  rippleDanger: {
    words: import("../search/danger.js").DangerWords;
    dangers: (text: string) => import("../search/danger.js").Danger[];
  };
  /** The index of search where it is read as a script. */
  __index: import("../search/site.js").Index;
  /** Not in every browser. */
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): {
      createScriptURL(address: string): object;
    };
  };
}

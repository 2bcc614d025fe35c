/* What scripts hand to each other through the page, and what browsers know and the checker does not. */

interface Window {
  /** Set by search-engine.js; on a disk, scripts of the index put their parts in. */
  rippleSearch: {
    parts: Record<string, unknown>;
    read: typeof import("../search/site.js").readSite;
  };
  /** Set by danger-words.js, which `make schema` writes; search-danger.js adds the rest. */
  rippleDanger: {
    words?: import("../search/danger.js").DangerWords;
    /** A language without words of danger shows help on every search. */
    all?: boolean;
    dangers: (text: string) => import("../search/danger.js").Danger[];
  };
  /** Not in every browser. */
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): {
      createScriptURL(address: string): object;
    };
  };
}

/* Addresses of scripts. Browsers that know trusted types take them from a named policy only, and the
   policy of the page names those that there may be: ripple-keep and ripple-search. */

/**
 * A function from an address to one that the browser runs a script from.
 * @param {"ripple-keep" | "ripple-search"} name
 * @param {(address: string) => string} check throws where no script may come from the address
 * @returns {(address: string) => string}
 */
export function scriptAddresses(name, check) {
  if (!window.trustedTypes) return check;
  // eslint-disable-next-line compat/compat -- asked for above
  const policy = window.trustedTypes.createPolicy(name, { createScriptURL: check });
  // To the checker of types an address is text; the browser sees what the policy made.
  return (address) => /** @type {any} */ (policy.createScriptURL(address));
}

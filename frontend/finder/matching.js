/* Which answers of a finder fit what was chosen. A facet is a question, such as "needs"; a choice is
   one word for it, such as "lonely". */

/** @typedef {Record<string, string>} Choices a word for each facet that was chosen */
/**
 * @typedef {object} Item an answer
 * @property {string} id
 * @property {Record<string, string[]>} words its words by facet
 * @property {Record<string, number>} ranks how early it comes for a need that it was chosen for by hand
 */
/** @typedef {{ picked: Choices, one: string, from: number }} State what an address asks for */

/**
 * What the end of an address asks for; anything it cannot know is left out.
 * @param {string} hash such as #needs=lonely&from=6
 * @param {Map<string, string[]>} facets the words of each facet, in the order of the page
 * @returns {State}
 */
export function stateOf(hash, facets) {
  const asked = new URLSearchParams(hash.slice(1));
  /** @type {Choices} */
  const picked = {};
  facets.forEach((words, facet) => {
    const word = asked.get(facet);
    if (word && words.includes(word)) picked[facet] = word;
  });
  const from = Number(asked.get("from"));
  return { picked, one: asked.get("one") || "", from: from > 0 ? from : 0 };
}

/**
 * The end of an address that asks for this.
 * @param {Choices} picked
 * @param {{ one?: string, from?: number }} [more]
 */
export function hashOf(picked, more = {}) {
  const all = Object.entries({ ...picked, ...more }).map(([name, value]) => [name, String(value)]);
  return `#${new URLSearchParams(all)}`;
}

/**
 * The choices after a word was chosen, or chosen again, which takes it away.
 * @param {Choices} picked
 * @param {string} facet
 * @param {string} word
 * @returns {Choices}
 */
export function toggled(picked, facet, word) {
  if (picked[facet] !== word) return { ...picked, [facet]: word };
  return Object.fromEntries(Object.entries(picked).filter(([name]) => name !== facet));
}

/**
 * The facets in which an item carries the chosen word.
 * @param {Item} item
 * @param {Choices} picked
 * @returns {string[]}
 */
export function matches(item, picked) {
  return Object.keys(picked).filter((facet) => (item.words[facet] || []).includes(picked[facet]));
}

/**
 * The items that fit all choices.
 * @template {Item} Kind
 * @param {Kind[]} items
 * @param {Choices} picked
 * @returns {Kind[]}
 */
export function fitting(items, picked) {
  const wanted = Object.keys(picked).length;
  return items.filter((item) => matches(item, picked).length === wanted);
}

/**
 * Items in their own order, but first those that were chosen by hand for a need.
 * @template {Item} Kind
 * @param {Kind[]} items
 * @param {string | undefined} need
 * @returns {Kind[]}
 */
export function pickedFirst(items, need) {
  if (!need) return items;
  const isPicked = (/** @type {Kind} */ item) => item.ranks[need] !== undefined;
  const picked = items.filter(isPicked).sort((one, other) => one.ranks[need] - other.ranks[need]);
  return [...picked, ...items.filter((item) => !isPicked(item))];
}

/**
 * The items that fit best where none fits all, in their own order; all of them where none fits at all.
 * @template {Item} Kind
 * @param {Kind[]} items
 * @param {Choices} picked
 * @returns {Kind[]}
 */
export function nearest(items, picked) {
  const best = Math.max(...items.map((item) => matches(item, picked).length));
  return items.filter((item) => matches(item, picked).length === best);
}

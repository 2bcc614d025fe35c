/* Which effects of a cause are there by when. */

/** @typedef {{ when: number, harmful: boolean }} Effect `when` counts from "at once" */

/**
 * The effects there are up to a time: the earliest first, else in the order of the table.
 * @template {Effect} Kind
 * @param {Kind[]} effects
 * @param {number} until
 * @returns {Kind[]}
 */
export function spread(effects, until) {
  return effects
    .map((effect, row) => ({ effect, row }))
    .filter(({ effect }) => effect.when <= until)
    .sort((one, other) => one.effect.when - other.effect.when || one.row - other.row)
    .map(({ effect }) => effect);
}

/**
 * How many of these help, and how many harm.
 * @param {Effect[]} effects
 * @returns {[number, number]}
 */
export function tally(effects) {
  const harmful = effects.filter((effect) => effect.harmful).length;
  return [effects.length - harmful, harmful];
}

/* Making and finding elements of a page. */

/**
 * An element with these properties and children.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * A button that does something when it is pressed.
 * @param {string} label
 * @param {() => void} press
 * @returns {HTMLButtonElement}
 */
export function makeButton(label, press) {
  const made = make("button", { type: "button", textContent: label });
  made.addEventListener("click", press);
  return made;
}

/**
 * An element that a part of the page cannot do without.
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} ${selector}`);
  return found;
}

/**
 * All elements of a kind, in the order of the page.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {Kind[]}
 */
export function findAll(root, selector) {
  return Array.from(/** @type {NodeListOf<Kind>} */ (root.querySelectorAll(selector)));
}

/**
 * The element that an event is about or that holds it, such as the link that was pressed.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function pressed(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/**
 * Put these in the place of all that an element holds. (`replaceChildren` is too new.)
 * @param {Element} element
 * @param {...(Node | string)} children
 */
export function fill(element, ...children) {
  element.textContent = "";
  element.append(...children);
}

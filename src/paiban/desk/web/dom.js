// Elements of the page around the page: found by id, made from values.

/** @param {string} id @returns {any} */
export const at = (id) => document.getElementById(id);

/** An element with words and children. @param {string} name @param {Record<string, any>} values @param {any[]} children @returns {any} */
export function make(name, values = {}, ...children) {
  const made = Object.assign(document.createElement(name), values);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Put children in the place of an element's own. Whoever was on one of them by keys is on its like again. @param {HTMLElement} element @param {any[]} children */
export function fill(element, ...children) {
  const own = () => /** @type {HTMLElement[]} */ ([...element.querySelectorAll("button, a, summary, select")]);
  const held = own().find((each) => each === document.activeElement);
  const before = held ? own().indexOf(held) : -1;
  const words = held?.textContent;
  element.replaceChildren(...children);
  if (!held) return;
  const like = own().filter((each) => (each.tagName === "SELECT") === (held.tagName === "SELECT")); // a menu takes keys of its own
  const there = like.find((each) => each === own()[before]) ?? like.at(-1);
  (like.find((each) => each.textContent === words) ?? there)?.focus({ preventScroll: true });
}

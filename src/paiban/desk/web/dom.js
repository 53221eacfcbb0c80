// Elements of the page around the page: found by id, made from values.

/** @param {string} id @returns {any} */
export const at = (id) => document.getElementById(id);

/** An element with words and children. @param {string} name @param {Record<string, any>} values @param {any[]} children @returns {any} */
export function make(name, values = {}, ...children) {
  const made = Object.assign(document.createElement(name), values);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// Keys by the names that the desk knows them by, `Ctrl Shift z`: whatever is locked, and whichever script the keyboard writes.

/** What a key is called, with all that is held beside it. Letters, and the digits of the readings, are those of the key; of a sign it is no matter what
 * it takes to write it. @param {KeyboardEvent} event */
export function pressed(event) {
  const { key = "", code = "" } = event;
  const written = event.getModifierState?.("AltGraph"); // a third sign of the key, on some keyboards with Ctrl and Alt held
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key[A-Z]$/.test(code) ? code.slice(-1).toLowerCase() : "";
  const own = letter || (/^Digit[123]$/.test(code) && !written ? code.slice(-1) : "");
  const held = [[(event.ctrlKey || event.metaKey) && !written, "Ctrl"], [event.altKey && !written, "Alt"], [event.shiftKey && (own || key.length > 1), "Shift"]];
  return [...held.filter(([is]) => is).map(([, name]) => name), own || key].join(" ");
}

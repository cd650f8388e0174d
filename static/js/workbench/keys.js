// Keys of the page. They need Ctrl or Alt, are never taken while letters are being composed or with AltGr, which
// writes Polish letters, and can be switched off.

import { keepSwitch, readSwitch } from "./kept.js";

const SWITCH = "workbench-keys";

function pressed(event) {
  if (event.isComposing || event.keyCode === 229 || event.getModifierState("AltGraph")) return "";
  // A letter by what it says in Latin keyboards, in others by its place.
  const key = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace(/^(Key|Digit)/, "");
  return [
    event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", event.shiftKey ? "Shift" : "",
    key === "NumpadEnter" ? "Enter" : key,
  ].filter(Boolean).join("+");
}

// `always` and `actions` lead from "Ctrl+Enter" to what is done; what they return as `false` is left to the browser.
export function listenForKeys(always, actions, help) {
  const toggle = help.querySelector("[data-keys-on]");
  toggle.checked = readSwitch(SWITCH);
  toggle.addEventListener("change", () => keepSwitch(SWITCH, toggle.checked));
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || help.open) return;
    const name = pressed(event);
    if (event.repeat && toggle.checked && actions.has(name)) {
      event.preventDefault();
      return;
    }
    const action = always.get(name) ?? (toggle.checked ? actions.get(name) : undefined);
    if (action && action() !== false) event.preventDefault();
    else if (toggle.checked && event.key === "?" && !event.target.closest("input, textarea, select")) help.showModal();
  });
}

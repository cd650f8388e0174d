// The only script that keeps anything in the browser: whether the keys are on, and what could not be sent for want of
// a connection, until it is sent. Signing out empties it all (Clear-Site-Data).

const TYPED = "workbench-typed:";

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null; // forbidden by the person's settings
  }
}

export const readSwitch = (name) => storage()?.getItem(name) !== "off";

export function keepSwitch(name, isOn) {
  storage()?.setItem(name, isOn ? "on" : "off");
}

// `fields` are URLSearchParams; says whether they are kept.
export function keepTyped(address, fields) {
  try {
    storage().setItem(TYPED + address, fields.toString());
    return true;
  } catch {
    return false;
  }
}

export function typedBefore(address) {
  return new URLSearchParams(storage()?.getItem(TYPED + address) ?? "");
}

export function forgetTyped(address) {
  storage()?.removeItem(TYPED + address);
}

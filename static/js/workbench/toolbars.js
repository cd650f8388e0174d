// A row of buttons is one stop of the Tab key; arrows go along it.

const buttonsOf = (bar) => [...bar.querySelectorAll("button:not([hidden])")];

function choose(bar, chosen) {
  for (const button of bar.querySelectorAll("button")) button.tabIndex = button === chosen ? 0 : -1;
}

export function enter(bar) {
  const first = bar && buttonsOf(bar)[0];
  first?.focus();
  return Boolean(first);
}

export function makeToolbars(root) {
  for (const bar of root.querySelectorAll("[data-toolbar]")) {
    choose(bar, buttonsOf(bar)[0]);
    bar.addEventListener("focusin", (event) => choose(bar, event.target));
    bar.addEventListener("keydown", (event) => {
      const by = new Map([["ArrowRight", 1], ["ArrowDown", 1], ["ArrowLeft", -1], ["ArrowUp", -1]]).get(event.key);
      if (!by || event.altKey || event.ctrlKey) return;
      event.preventDefault();
      const buttons = buttonsOf(bar);
      buttons.at((buttons.indexOf(event.target) + by) % buttons.length).focus();
    });
  }
}

// The search box of every desk page answers while one types: a combobox with a list of links. htmx fetches the list;
// here are its keys. Without scripts the box is a form like any other.
const box = document.getElementById("desk-search");
const place = document.getElementById("desk-hits");

function options() {
  return [...place.querySelectorAll("[role=option]")];
}

function choose(option) {
  for (const other of options()) other.setAttribute("aria-selected", String(other === option));
  if (option) box.setAttribute("aria-activedescendant", option.id);
  else box.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

function show(isOpen) {
  place.hidden = !isOpen;
  box.setAttribute("aria-expanded", String(isOpen && options().length > 0));
  if (!isOpen) choose(null);
}

function stop() {
  htmx.trigger(box, "htmx:abort");
  place.replaceChildren();
  show(false);
}

function step(by) {
  const all = options();
  const now = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  // One place beside the list is the box itself, with nothing chosen.
  choose(all[((now + 1 + by + all.length + 1) % (all.length + 1)) - 1]);
}

const keys = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Escape: () => show(false),
  Enter: () => place.querySelector("[aria-selected=true]").click(),
};

if (box && place) {
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "desk-hit-list", "aria-expanded": "false" };
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
  box.addEventListener("keydown", (event) => {
    if (place.hidden && event.key === "ArrowDown" && options().length) return show(true);
    if (place.hidden || !(event.key in keys) || !options().length) return;
    if (event.key === "Enter" && !place.querySelector("[aria-selected=true]")) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("input", () => {
    if (box.value.trim().length < Number(box.dataset.fewest)) stop();
  });
  box.addEventListener("htmx:beforeRequest", (event) => {
    if (box.value.trim().length < Number(box.dataset.fewest)) event.preventDefault();
  });
  // An answer that does not come takes the last one along: that belongs to other words.
  for (const failure of ["htmx:responseError", "htmx:sendError"]) box.addEventListener(failure, stop);
  place.addEventListener("htmx:afterSwap", () => {
    choose(null);
    show(box.form.contains(document.activeElement));
  });
  box.form.addEventListener("submit", stop);
  box.form.addEventListener("focusout", (event) => {
    if (!box.form.contains(event.relatedTarget)) show(false);
  });
  place.addEventListener("mousedown", (event) => event.preventDefault()); // a click leaves the focus in the box
}

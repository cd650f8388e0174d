// The editor of a paper's wording: a placeholder picked from the list is written where the cursor stands.
// Without scripts the list is there to be read and typed from.

const fields = [...document.querySelectorAll("textarea[data-wording]")];
let last = fields[0];

for (const field of fields) field.addEventListener("focus", () => { last = field; });

for (const button of document.querySelectorAll("[data-placeholder]")) {
  button.disabled = false;
  button.addEventListener("click", () => {
    last.focus();
    last.setRangeText(button.dataset.placeholder, last.selectionStart, last.selectionEnd, "end");
    last.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

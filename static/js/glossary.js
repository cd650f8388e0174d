// <mark data-insert="words" data-insert-into="id"> writes the words where the cursor stands in the field; by
// click, Enter or the space bar. Without scripts the words stand beside the term to be copied.

function insert(mark) {
  const field = document.getElementById(mark.dataset.insertInto);
  if (!field) return;
  const before = field.value.slice(0, field.selectionStart);
  const gap = before && !/\s$/.test(before) ? " " : "";
  field.setRangeText(gap + mark.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

for (const mark of document.querySelectorAll("mark[data-insert]")) {
  if (!document.getElementById(mark.dataset.insertInto)) continue;
  mark.tabIndex = 0;
  mark.setAttribute("role", "button");
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[role=button]");
  if (mark) insert(mark);
});
document.addEventListener("keydown", (event) => {
  const mark = event.target.closest("mark[role=button]");
  if (!mark || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  insert(mark);
});

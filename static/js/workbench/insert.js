// Words of the glossary and facts of the Polish, written where the caret is: by the buttons below the Polish, or by
// a click on a marked term.

import { say, word } from "./words.js";
import { sentenceOf } from "./sentences.js";
import { enter } from "./toolbars.js";
import { write } from "./undo.js";

const isPart = (sign) => Boolean(sign) && /[\p{L}\p{N}]/u.test(sign);

function insert(sentence, text) {
  const { field } = sentence;
  sentence.placeCaret();
  const before = field.value.charAt(field.selectionStart - 1);
  const after = field.value.charAt(field.selectionEnd);
  write(field, (isPart(before) || /[,.;:!?)]/.test(before) ? " " : "") + text + (isPart(after) ? " " : ""));
  sentence.wasVisited = true;
  field.focus();
}

export function chooseWord(sentence) {
  if (!enter(sentence.element.querySelector(".insertables"))) say(word("nothing-to-insert"));
}

export function makeInsertable(form) {
  for (const chip of form.querySelectorAll(".chip")) chip.disabled = false;
  form.addEventListener("click", (event) => {
    const source = event.target.closest("[data-insert]");
    if (!source || event.detail > 1) return; // a double click selects the term
    if (source.matches("button") || getSelection().isCollapsed) insert(sentenceOf(source), source.dataset.insert);
  });
  form.addEventListener("keydown", (event) => {
    const bar = event.target.closest(".insertables");
    if (!bar || event.key !== "Escape") return;
    event.preventDefault();
    sentenceOf(bar).field.focus();
  });
}

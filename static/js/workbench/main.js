// The page of one translation, for people who work on it all day: nothing here is needed to do the work.

import { checkWhileTyping } from "./findings.js";
import { chooseWord, makeInsertable } from "./insert.js";
import { listenForKeys } from "./keys.js";
import { saveByItself } from "./saving.js";
import { guardSending } from "./sending.js";
import { accept, current, findSentences, sentenceOf, step, toTheEnd } from "./sentences.js";
import { suggest, take } from "./suggestions.js";
import { makeToolbars } from "./toolbars.js";
import { redo, rememberSteps, undo } from "./undo.js";
import { listen, offerToRead } from "./voice.js";
import { say, word } from "./words.js";

const form = document.querySelector("form[data-workbench]");
if (form) begin(form);

function begin(form) {
  const sentences = findSentences(form);
  const help = document.getElementById("keys");
  for (const sentence of sentences) rememberSteps(sentence.field);
  for (const element of document.querySelectorAll("[data-scripted]")) element.hidden = false;
  checkWhileTyping(sentences, form);
  suggest(form, sentences);
  makeInsertable(form);
  offerToRead(document.querySelectorAll('[data-do^="listen"]'));
  makeToolbars(form);
  guardSending(form, sentences, saveByItself(form, sentences));

  const back = (move, done) => (sentence) => {
    sentence.field.focus();
    say(word(move(sentence.field) ? done : "nothing-to-undo"));
  };
  const doings = new Map([
    ["accept", accept],
    ["undo", back(undo, "undone")],
    ["redo", back(redo, "redone")],
    ["listen", (sentence) => listen(sentence.element.querySelector('[data-do="listen"]'), [sentence.field.value])],
    ["listen-all", (_, button) => listen(button, sentences.map((sentence) => sentence.field.value))],
    ["help", () => help.showModal()],
  ]);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) doings.get(button.dataset.do)(sentenceOf(button), button);
  });

  const withCurrent = (action) => () => {
    const sentence = current(); // a page may have none
    return sentence ? action(sentence) : false;
  };
  const inField = (action) => () => sentenceOf(document.activeElement) ? action(current()) : false;
  listenForKeys(
    new Map([
      ["Ctrl+Z", inField(doings.get("undo"))],
      ["Ctrl+Y", inField(doings.get("redo"))],
      ["Ctrl+Shift+Z", inField(doings.get("redo"))],
    ]),
    new Map([
      ["Ctrl+Enter", withCurrent((sentence) => sentenceOf(document.activeElement) ? accept(sentence) : sentence.go())],
      ["Ctrl+Shift+Enter", () => form.querySelector("[data-save]")?.click()],
      ["Alt+ArrowDown", () => step(1)],
      ["Alt+ArrowUp", () => step(-1)],
      ["Alt+Enter", withCurrent(chooseWord)],
      ["Alt+End", () => toTheEnd()],
      ["Alt+R", withCurrent(doings.get("listen"))],
      ["Alt+K", () => help.showModal()],
      ...[1, 2, 3].map((number) => [`Alt+${number}`, inField((sentence) => take(sentence, number))]),
    ]),
    help,
  );
}

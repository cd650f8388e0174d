// Undo and redo in one field, also of what was not typed: a taken suggestion, a term written in. The browser's own
// memory is lost when a script writes into a field, so this one takes its place.

const TOGETHER = 1500; // ms within which letters typed one after the other are one step
const MOST = 300;
const past = new WeakMap();
let isRestoring = false;

function state(field, kind = "") {
  return { text: field.value, start: field.selectionStart, end: field.selectionEnd, kind, at: Date.now() };
}

function belongsTogether(before, now) {
  const isTyped = now.kind === "insertText" || now.kind.startsWith("delete");
  const isNewWord = now.kind === "insertText" && /\s/.test(now.text.charAt(now.start - 1));
  return isTyped && before.kind === now.kind && now.at - before.at < TOGETHER && !isNewWord;
}

function remember(field, kind) {
  const steps = past.get(field);
  const now = state(field, kind);
  if (now.text === steps.present.text) return;
  if (!belongsTogether(steps.present, now)) steps.done.push(steps.present);
  if (steps.done.length > MOST) steps.done.shift();
  steps.present = now;
  steps.undone.length = 0;
}

function caret(field) {
  const { present } = past.get(field);
  if (present.text !== field.value) return;
  present.start = field.selectionStart;
  present.end = field.selectionEnd;
}

function move(field, from, to) {
  const steps = past.get(field);
  const next = field.readOnly ? undefined : steps[from].pop();
  if (!next) return false;
  steps[to].push(steps.present);
  steps.present = { ...next, kind: "" };
  field.value = next.text;
  field.setSelectionRange(next.start, next.end);
  isRestoring = true;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "historyUndo" }));
  isRestoring = false;
  return true;
}

export const undo = (field) => move(field, "done", "undone");
export const redo = (field) => move(field, "undone", "done");

// Writes `text` over what is between `start` and `end`, as one step, and leaves the caret behind it.
export function write(field, text, start = field.selectionStart, end = field.selectionEnd) {
  if (field.readOnly) return; // scripts may write there all the same
  caret(field);
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
}

export function rememberSteps(field) {
  past.set(field, { done: [], undone: [], present: state(field) });
  field.addEventListener("beforeinput", (event) => {
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault(); // from the browser's menu or a shaken phone
      (event.inputType === "historyUndo" ? undo : redo)(field);
    } else if (!event.isComposing) caret(field);
  });
  field.addEventListener("input", (event) => {
    if (!isRestoring && !event.isComposing) remember(field, event.inputType ?? "");
  });
  field.addEventListener("compositionend", () => remember(field, "insertCompositionText"));
}

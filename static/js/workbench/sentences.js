// The sentences of the page in reading order, which of them are open, and where one works.

import { say, word } from "./words.js";

const GAP = /⟦[^⟧]*⟧|[⟦⟧]/;
const all = [];
let last = null;

class Sentence {
  constructor(element) {
    this.element = element;
    this.field = element.querySelector("textarea");
    this.key = element.dataset.sentence;
    this.isOpen = "open" in element.dataset;
    this.mustBeCorrected = element.querySelectorAll("[data-findings] .tag-red").length;
    this.checked = this.field.value; // what the checks have answered about
    this.wasVisited = false;
  }

  // Opens or closes the sentence and tells the progress of the page.
  set(isOpen) {
    this.isOpen = isOpen;
    this.element.querySelector("[data-done-mark]").hidden = isOpen;
    const done = all.filter((sentence) => !sentence.isOpen).length;
    document.querySelector("[data-done-count]").textContent = done;
    document.querySelector("[data-progress]").value = done;
  }

  // What stands in the way of calling it done: the name of a word, or nothing.
  get obstacle() {
    if (!this.field.value.trim() || GAP.test(this.field.value)) return "write-first";
    return this.mustBeCorrected && this.checked === this.field.value ? "correct-first" : "";
  }

  go() {
    this.field.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "center" });
    this.placeCaret();
  }

  // At the first visit: over the first gap, or at the end.
  placeCaret() {
    if (this.wasVisited) return;
    this.wasVisited = true;
    const gap = GAP.exec(this.field.value);
    const start = gap ? gap.index : this.field.value.length;
    this.field.setSelectionRange(start, gap ? start + gap[0].length : start);
  }
}

export function findSentences(form) {
  for (const element of form.querySelectorAll("[data-sentence]")) {
    const sentence = new Sentence(element);
    all.push(sentence);
    element.addEventListener("focusin", () => { last = sentence; });
    sentence.field.addEventListener("pointerdown", () => { sentence.wasVisited = true; });
    sentence.field.addEventListener("keydown", ({ key, altKey }) => {
      if (!altKey && /^(Arrow|Home|End)/.test(key)) sentence.wasVisited = true;
    });
    sentence.field.addEventListener("input", () => {
      sentence.wasVisited = true;
      if (!sentence.isOpen && sentence.obstacle === "write-first") sentence.set(true);
    });
    sentence.field.addEventListener("change", () => {
      if (sentence.isOpen && !sentence.obstacle) sentence.set(false);
    });
  }
  return all;
}

export const sentenceOf = (node) => all.find((sentence) => sentence.element.contains(node));

// Where the caret is, or was last.
export const current = () => sentenceOf(document.activeElement) ?? last ?? all.find((sentence) => sentence.isOpen) ?? all[0];

// To the sentence before or after; from elsewhere on the page, back to where one was.
export function step(by) {
  const here = sentenceOf(document.activeElement);
  const next = here ? all[all.indexOf(here) + by] : current();
  next?.go();
}

// The open sentence after this one, from the beginning again when there is none below.
export function nextOpen(sentence) {
  const place = all.indexOf(sentence);
  return [...all.slice(place + 1), ...all.slice(0, place)].find((other) => other.isOpen);
}

export function accept(sentence) {
  const { obstacle } = sentence;
  if (obstacle) {
    sentence.field.focus();
    say(word(obstacle));
    return;
  }
  sentence.set(false);
  const next = nextOpen(sentence);
  if (next) next.go();
  else toTheEnd(word("nothing-open"));
}

export function toTheEnd(said = "") {
  const buttons = document.getElementById("workbench-actions");
  (buttons?.querySelector("[data-approve]") ?? buttons?.querySelector("button"))?.focus();
  if (said) say(said);
}

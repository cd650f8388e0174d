// The checks of a sentence while it is typed. Typing never waits for them, and what they say of an older text is
// thrown away.

import { post } from "./posting.js";
import { say, word } from "./words.js";

const WAIT = 600; // ms without a key
const PATIENCE = 15000;

// What must be corrected, as one text: told only when it becomes another.
const faultsOf = ({ element }) =>
  [...element.querySelectorAll("[data-findings] li:has(.tag-red)")].map((item) => item.textContent).join();

class Checks {
  constructor(sentence, form) {
    this.sentence = sentence;
    this.form = form;
    this.told = faultsOf(sentence);
    sentence.field.addEventListener("input", (event) => { if (!event.isComposing) this.plan(); });
    sentence.field.addEventListener("compositionend", () => this.plan());
    sentence.element.addEventListener("click", (event) => this.show(event.target.closest("[data-from]")));
  }

  plan() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const { field } = this.sentence;
    const text = field.value;
    if (text === this.sentence.checked) return;
    const request = new AbortController();
    const late = setTimeout(() => request.abort(new Error("late")), PATIENCE);
    this.request = request;
    const body = new FormData();
    body.set("segment", this.sentence.key);
    body.set("text", text);
    try {
      const response = await post(this.form, this.form.dataset.findingsUrl, body, { signal: request.signal });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const answer = page.querySelector("[data-answer]");
      if (field.value !== text) return;
      if (!answer) throw new Error("signed out");
      this.sentence.checked = text;
      this.tell(answer);
    } catch (trouble) {
      if (trouble.name !== "AbortError" && field.value === text) this.fall();
    } finally {
      clearTimeout(late);
    }
  }

  tell(answer) {
    const { sentence } = this;
    const replaced = document.activeElement;
    for (const part of ["[data-polish]", "[data-findings]"]) {
      const there = sentence.element.querySelector(part);
      const now = answer.querySelector(part);
      if (there.textContent.trim() !== now.textContent.trim() || part === "[data-polish]") {
        there.replaceChildren(...document.adoptNode(now).childNodes);
      }
    }
    if (!replaced.isConnected) sentence.field.focus({ preventScroll: true });
    sentence.mustBeCorrected = Number(answer.dataset.blocking);
    if (sentence.mustBeCorrected && !sentence.isOpen) sentence.set(true);
    this.speak(answer.querySelector("[data-said]").textContent);
  }

  speak(count) {
    const faults = faultsOf(this.sentence);
    if (faults === this.told) return;
    this.told = faults;
    const isHere = this.sentence.element.contains(document.activeElement);
    if (isHere) say(faults ? count : word("corrected"));
    else if (faults) say(word("open-again"));
  }

  fall() {
    const note = document.createElement("p");
    note.className = "text-muted";
    note.textContent = word("unchecked");
    this.sentence.checked = null; // whatever is typed now is asked about again
    this.sentence.element.querySelector("[data-findings]").replaceChildren(note);
  }

  // Selects in the field what a finding is about. Places are counted in characters, fields count in pairs.
  show(mark) {
    const { field } = this.sentence;
    if (!mark || field.value !== this.sentence.checked) return;
    const text = field.value.trimStart(); // the checks look at the text without the white space around it
    const skipped = field.value.length - text.length;
    const [start, end] = [mark.dataset.from, mark.dataset.to].map(
      (place) => skipped + [...text].slice(0, Number(place)).join("").length,
    );
    field.focus();
    field.setSelectionRange(start, end);
  }
}

export function checkWhileTyping(sentences, form) {
  for (const sentence of sentences) new Checks(sentence, form);
}

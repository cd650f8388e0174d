// What the memory suggests, asked for when one comes to a sentence and, ahead, for the next open one.

import { post } from "./posting.js";
import { say, word } from "./words.js";
import { nextOpen, sentenceOf } from "./sentences.js";
import { write } from "./undo.js";

const PATIENCE = 15000;
const asked = new WeakSet();

function note(place, name) {
  const text = document.createElement("p");
  text.className = "text-muted";
  text.textContent = word(name);
  place.replaceChildren(text);
}

async function load(sentence) {
  const place = sentence.element.querySelector("[data-suggestions]");
  if (asked.has(sentence) || place.querySelector("[data-take]")) return;
  asked.add(sentence);
  const ask = place.querySelector("button");
  const hadFocus = place.contains(document.activeElement);
  note(place, "loading");
  if (hadFocus) sentence.field.focus();
  const body = new FormData();
  body.set("segment", sentence.key);
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const { form } = sentence.field;
    const response = await post(form, form.dataset.suggestionsUrl, body, { signal, headers: { "HX-Request": "true" } });
    if (!response.ok || response.redirected) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    place.replaceChildren(...document.adoptNode(page.body).childNodes);
  } catch {
    asked.delete(sentence);
    note(place, "no-answer");
    if (ask) place.append(ask);
  }
}

async function look(sentence) {
  await load(sentence);
  const next = nextOpen(sentence);
  if (next) load(next);
}

export function take(sentence, number) {
  const button = sentence.element.querySelectorAll("[data-take]")[number - 1];
  if (!button) {
    say(word("nothing-to-take"));
    return;
  }
  const { field } = sentence;
  if (field.readOnly) return;
  write(field, button.dataset.take, 0, field.value.length);
  sentence.wasVisited = true;
  const name = `taken-${sentence.key}`;
  const taken = field.form.elements.namedItem(name) ?? document.createElement("input");
  taken.type = "hidden";
  taken.name = name;
  taken.value = button.value.split(":")[1];
  field.after(taken);
  field.focus();
  say(word("taken"));
}

export function suggest(form, sentences) {
  for (const sentence of sentences) sentence.field.addEventListener("focus", () => look(sentence));
  form.addEventListener("click", (event) => {
    const sentence = sentenceOf(event.target);
    const button = event.target.closest("[data-suggestions] button");
    if (!button) return;
    event.preventDefault();
    const taken = [...sentence.element.querySelectorAll("[data-take]")].indexOf(button);
    if (taken < 0) load(sentence);
    else take(sentence, taken + 1);
  });
}

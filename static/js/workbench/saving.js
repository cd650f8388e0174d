// What is typed is sent to the portal by itself, so that a closed tab loses nothing. It is no draft yet: saving and
// approving make one of it. Typing never waits for the network; without it the words stay in this browser.

import { forgetTyped, keepTyped, typedBefore } from "./kept.js";
import { post } from "./posting.js";
import { say, word } from "./words.js";
import { write } from "./undo.js";

const WAIT = 1500; // ms without a key
const MOST_WAIT = 5000; // ms of typing without a pause
const PATIENCE = 15000;
const LONGEST_PAUSE = 60000;

// Words as the portal stores them, so that its own spelling is no difference.
const printed = (text) => (text ?? "").normalize("NFC").replace(/['`´ʼ‘]/g, "’").replace(/\s+/g, " ").trim();

class Saving {
  constructor(form, sentences) {
    this.form = form;
    this.sentences = sentences;
    this.url = form.dataset.typedUrl;
    // What was sent with the page and refused is on this page only.
    this.sent = new Map(sentences.map(({ key, field, element }) => {
      return [key, "unsent" in element.dataset ? null : field.value];
    }));
    this.offered = new Map(); // kept in this browser, and neither put into the text nor sent
    this.sequence = 0;
    this.pause = WAIT;
    this.isStopped = false; // while the page is leaving
    this.isRefused = false; // for good: another page is edited
    this.isAsking = false;
  }

  // The sentences whose text the portal does not have.
  get unsent() {
    return this.sentences.filter(({ key, field }) => field.value !== this.sent.get(key));
  }

  plan() {
    if (this.isStopped || this.isRefused) return;
    if (this.pause > WAIT) this.keep();
    this.since ??= Date.now();
    clearTimeout(this.timer);
    const rest = Math.max(0, this.since + MOST_WAIT - Date.now());
    this.timer = setTimeout(() => this.send(), this.pause > WAIT ? this.pause : Math.min(WAIT, rest));
  }

  body(sentences) {
    const fields = new FormData();
    for (const name of ["csrfmiddlewaretoken", "token"]) fields.set(name, this.form.elements.namedItem(name).value);
    this.sequence += 1;
    fields.set("sequence", this.sequence);
    for (const { key, field } of sentences) fields.set(`segment-${key}`, field.value);
    return fields;
  }

  async send() {
    const { unsent } = this;
    if (this.isStopped || this.isRefused || this.isAsking || !unsent.length) return;
    const typed = new Map(unsent.map(({ key, field }) => [key, field.value]));
    this.isAsking = true;
    this.since = undefined;
    this.tell(word("saving"));
    try {
      this.request = new AbortController();
      const signal = AbortSignal.any([this.request.signal, AbortSignal.timeout(PATIENCE)]);
      const response = await post(this.form, this.url, this.body(unsent), { signal });
      if (!this.isStopped) await this.answered(response, typed);
    } catch {
      if (!this.isStopped) this.failed("kept-here", "not-kept");
    }
    this.isAsking = false;
    if (this.unsent.length) this.plan();
  }

  async answered(response, typed) {
    if (response.redirected || response.status === 403) this.failed("signed-out", "signed-out-here");
    else if (response.status === 204) this.arrived(response, typed);
    else if (response.status === 409 || response.status === 422) this.refused(response.status, await response.text());
    else this.failed("kept-here", "not-kept");
  }

  arrived(response, typed) {
    for (const [key, text] of typed) this.sent.set(key, text);
    this.pause = WAIT;
    this.keep();
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    this.tell(word("saved").replace("{time}", time));
    const isOld = response.headers.get("Translation-Version") !== this.form.elements.namedItem("version").value;
    const note = document.querySelector("[data-changed-meanwhile]");
    if (isOld && note.hidden) {
      note.hidden = false;
      say(note.querySelector("p").textContent);
    }
  }

  failed(kept, lost) {
    const isKept = this.keep();
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
    this.warn(word(isKept ? kept : lost));
  }

  refused(status, html) {
    this.keep();
    const page = new DOMParser().parseFromString(html, "text/html");
    if (status === 422) {
      this.warn(page.body.textContent.trim());
      this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
      return;
    }
    this.isRefused = true;
    const place = document.querySelector("[data-not-kept]");
    place.replaceChildren(...document.adoptNode(page.body).childNodes);
    place.hidden = false;
    place.querySelector("button")?.addEventListener("click", () => this.carry());
    for (const { field } of this.sentences) field.readOnly = true;
    for (const button of document.querySelectorAll("#workbench-actions button")) button.disabled = true;
    this.tell("");
    place.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
  }

  // Only what the portal does not have goes with whoever takes over; the rest may be newer there.
  carry() {
    const unsent = new Set(this.unsent);
    for (const sentence of this.sentences) sentence.field.disabled = !unsent.has(sentence);
  }

  // What was typed, and what it was typed over. Words that may name a person never stay in a browser.
  keep() {
    if (this.form.dataset.personal !== undefined) return false;
    const fields = new URLSearchParams();
    for (const [key, text] of this.offered) fields.set(`typed-${key}`, text);
    for (const { key, field } of this.unsent) {
      fields.set(`typed-${key}`, field.value);
      fields.set(`over-${key}`, this.sent.get(key) ?? "");
    }
    if (fields.size) return keepTyped(this.url, fields);
    forgetTyped(this.url);
    return true;
  }

  bringBack() {
    const fields = typedBefore(this.url);
    for (const { key, field, element } of this.sentences) {
      const text = fields.get(`typed-${key}`);
      if (text === null || printed(text) === printed(field.value)) continue;
      if (fields.has(`over-${key}`) && printed(fields.get(`over-${key}`)) === printed(field.value)) {
        write(field, text, 0, field.value.length);
        say(word("brought-back"));
      } else {
        this.offered.set(key, text);
        const offer = document.getElementById("kept-here").content.cloneNode(true);
        offer.querySelector("[lang=uk]").textContent = text;
        offer.querySelector("button").addEventListener("click", (event) => {
          event.target.closest("div").remove();
          this.offered.delete(key);
          write(field, text, 0, field.value.length);
          field.focus();
        });
        element.lastElementChild.append(offer);
      }
    }
    this.keep();
  }

  // The page may be closed at any moment from now on.
  leave(isGone) {
    const { unsent } = this;
    if (this.isStopped || this.isRefused) return;
    if (unsent.length) {
      this.keep(); // nobody learns whether a beacon arrives
      navigator.sendBeacon(this.url, this.body(unsent));
    }
    if (isGone) navigator.sendBeacon(this.form.dataset.letGoUrl, this.body([]));
  }

  // The form itself is being sent; a beacon and this browser have the last words if it does not arrive.
  stop() {
    this.leave(false);
    this.isStopped = true;
    clearTimeout(this.timer);
    this.request?.abort();
  }

  goOn() {
    this.isStopped = false;
    for (const { field } of this.sentences) field.disabled = false;
    if (this.unsent.length) this.plan();
  }

  tell(text) {
    document.querySelector("[data-saving]").textContent = text;
  }

  warn(text) {
    const place = document.querySelector("[data-saving]");
    if (place.textContent !== text) say(text);
    this.tell(text);
  }
}

export function saveByItself(form, sentences) {
  if (!form.elements.namedItem("token")) return null;
  const saving = new Saving(form, sentences);
  for (const { field } of sentences) field.addEventListener("input", () => saving.plan());
  window.addEventListener("online", () => { saving.pause = WAIT; saving.plan(); });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) saving.leave(false);
    else if (saving.pause > WAIT) saving.send(); // perhaps after signing in on another page
  });
  window.addEventListener("beforeunload", () => saving.leave(false));
  window.addEventListener("pagehide", () => saving.leave(true));
  saving.bringBack();
  if (saving.unsent.length) saving.plan();
  return saving;
}

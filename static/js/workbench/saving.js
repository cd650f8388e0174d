// What is typed is sent to the portal by itself, so that a closed tab loses nothing. It is no draft yet: saving and
// approving make one of it. Typing never waits for the network; without it the words stay in this browser.

import { forgetTyped, keepTyped, typedBefore } from "./kept.js";
import { say, word } from "./words.js";
import { write } from "./undo.js";

const WAIT = 1500; // ms without a key
const MOST_WAIT = 5000; // ms of typing without a pause
const PATIENCE = 15000;
const LONGEST_PAUSE = 60000;

class Saving {
  constructor(form, sentences) {
    this.form = form;
    this.sentences = sentences;
    this.url = form.dataset.typedUrl;
    this.sent = new Map(sentences.map(({ key, field }) => [key, field.value]));
    this.sequence = 0;
    this.pause = WAIT;
    this.isStopped = false;
    this.isAsking = false;
  }

  // The sentences whose text the portal does not have.
  get unsent() {
    return this.sentences.filter(({ key, field }) => field.value !== this.sent.get(key));
  }

  plan() {
    if (this.isStopped) return;
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
    if (this.isStopped || this.isAsking || !unsent.length) return;
    const typed = new Map(unsent.map(({ key, field }) => [key, field.value]));
    this.isAsking = true;
    this.since = undefined;
    this.tell(word("saving"));
    try {
      const response = await fetch(this.url, {
        method: "POST", body: this.body(unsent), signal: AbortSignal.timeout(PATIENCE),
      });
      await this.answered(response, typed);
    } catch {
      this.failed("kept-here", "not-kept");
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
    forgetTyped(this.url);
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
    const isKept = this.form.dataset.personal === undefined && this.keep();
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
    this.warn(word(isKept ? kept : lost));
  }

  refused(status, html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (status === 422) {
      this.warn(page.body.textContent.trim());
      this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
      return;
    }
    this.isStopped = true;
    const place = document.querySelector("[data-not-kept]");
    place.replaceChildren(...document.adoptNode(page.body).childNodes);
    place.hidden = false;
    place.querySelector("form")?.addEventListener("submit", () => this.keep());
    for (const { field } of this.sentences) field.readOnly = true;
    for (const button of document.querySelectorAll("#workbench-actions button")) button.disabled = true;
    this.tell("");
    place.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
  }

  // What was typed, and what it was typed over.
  keep() {
    const fields = new URLSearchParams();
    for (const { key, field } of this.unsent) {
      fields.set(`typed-${key}`, field.value);
      fields.set(`over-${key}`, this.sent.get(key));
    }
    return keepTyped(this.url, fields);
  }

  bringBack() {
    const fields = typedBefore(this.url);
    for (const { key, field, element } of this.sentences) {
      const text = fields.get(`typed-${key}`);
      if (text === null || text === field.value) continue;
      if (fields.get(`over-${key}`) === field.value) {
        write(field, text, 0, field.value.length);
        say(word("brought-back"));
      } else {
        const offer = document.getElementById("kept-here").content.cloneNode(true);
        offer.querySelector("[lang=uk]").textContent = text;
        offer.querySelector("button").addEventListener("click", (event) => {
          event.target.closest("div").remove();
          write(field, text, 0, field.value.length);
          field.focus();
        });
        element.lastElementChild.append(offer);
      }
    }
    forgetTyped(this.url);
  }

  // The page may be closed at any moment from now on.
  leave(isGone) {
    const { unsent } = this;
    if (this.isStopped) return;
    if (unsent.length && !navigator.sendBeacon(this.url, this.body(unsent))) this.keep();
    if (unsent.length && !navigator.onLine && this.form.dataset.personal === undefined) this.keep();
    if (isGone) navigator.sendBeacon(this.form.dataset.letGoUrl, this.body([]));
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
  if (!form.elements.namedItem("token")) return;
  const saving = new Saving(form, sentences);
  for (const { field } of sentences) field.addEventListener("input", () => saving.plan());
  window.addEventListener("online", () => { saving.pause = WAIT; saving.plan(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) saving.leave(false); });
  window.addEventListener("pagehide", () => saving.leave(true));
  saving.bringBack();
}

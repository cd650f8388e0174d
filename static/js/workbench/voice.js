// The Ukrainian text read aloud by a voice of this device; without one the buttons stay hidden. Voices that live on
// somebody's server are not asked: the text would leave the office.

const speech = window.speechSynthesis;
let pressed = null;

const voice = () => speech?.getVoices().find((one) => one.localService && /^uk\b/i.test(one.lang.replace("_", "-")));

function stop() {
  speech.cancel();
  pressed?.setAttribute("aria-pressed", "false");
  pressed = null;
}

// Begins to read, or stops when `button` is the one that is reading.
export function listen(button, texts) {
  if (!voice()) return;
  const isStopped = pressed === button;
  if (pressed) stop();
  const words = texts.map((text) => text.replace(/[⟦⟧]/g, "").trim()).filter(Boolean);
  if (isStopped || !words.length) return;
  pressed = button;
  button.setAttribute("aria-pressed", "true");
  words.forEach((text, place) => {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = voice();
    spoken.lang = spoken.voice.lang;
    if (place === words.length - 1) spoken.onend = () => { if (pressed === button) stop(); };
    spoken.onerror = ({ error }) => {
      if (pressed === button && !["canceled", "interrupted"].includes(error)) stop();
    };
    speech.speak(spoken);
  });
}

export function offerToRead(buttons) {
  const show = () => { for (const button of buttons) button.hidden = !voice(); };
  show();
  speech?.addEventListener?.("voiceschanged", show);
  window.addEventListener("pagehide", () => speech?.cancel());
}

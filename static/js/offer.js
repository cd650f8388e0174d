// What the page of an offer gains when scripts run: the phone's own sheet for sharing, a voice that reads, and
// being readable without a connection once it was opened.
const share = document.querySelector("[data-share]");
share.hidden = !navigator.share;
share.addEventListener("click", () => navigator.share({ title: share.dataset.title, url: share.dataset.share }).catch(() => {}));

const speech = document.querySelector("[data-speech]"), [speak, hush] = speech.children;
const spoken = [...document.querySelectorAll("h1, [data-spoken]")];
const reader = window.speechSynthesis;

// Shown only where the device has a voice for the language of the text: a wrong one cannot be understood.
function offerVoice() {
  speech.hidden = !voice();
}

function voice() {
  return reader.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(spoken[0].lang));
}

function still() {
  hush.hidden = !(reader.pending || reader.speaking);
}

speak.addEventListener("click", () => {
  reader.cancel();
  const lines = spoken.flatMap((part) => part.innerText.split("\n")).filter((line) => line.trim());
  for (const line of lines) {
    const utterance = new SpeechSynthesisUtterance(line);
    utterance.voice = voice();
    utterance.lang = spoken[0].lang;
    utterance.onend = still;
    reader.speak(utterance);
  }
  hush.hidden = false;
});
hush.addEventListener("click", () => { reader.cancel(); still(); });
if (reader) {
  offerVoice();
  reader.addEventListener("voiceschanged", offerVoice);
  addEventListener("pagehide", () => reader.cancel());
}

const scope = location.pathname.replace(/[^/]+\/$/, "");
navigator.serviceWorker?.register("/worker.js", { scope }).then(async () => {
  const styles = [...document.styleSheets].map(({ href }) => href);
  await (await caches.open("offers")).addAll([location.pathname, ...styles]); // the worker sees only what comes next
}).catch(() => {}); // no room, or a private window: the page works all the same

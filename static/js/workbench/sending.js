// Saving and approving replace the page: once, with a connection, and nothing is typed into a page that is leaving.

const LONGEST = 30000; // ms until a page that is still there can be used again

export function guardSending(form, sentences, saving) {
  let isSending = false;
  let timer;

  const set = (isLeaving) => {
    clearTimeout(timer);
    isSending = isLeaving;
    for (const { field } of sentences) field.readOnly = isLeaving || Boolean(saving?.isRefused);
    if (isLeaving) saving?.stop();
    else saving?.goOn();
  };

  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget === "_blank") return;
    if (isSending) {
      event.preventDefault();
    } else if (!navigator.onLine) {
      event.preventDefault();
      saving?.goOn();
      saving?.failed("kept-here", "not-kept");
    } else {
      set(true);
      timer = setTimeout(() => set(false), LONGEST);
    }
  });
  window.addEventListener("pageshow", () => set(false));
}

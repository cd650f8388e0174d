// A part of the intake is saved while it is typed (htmx). Here is what else it takes that nothing typed is lost: saying
// so when it was not saved, trying again, and saving the last moment before the page goes away. Without scripts the
// buttons save.
const AGAIN = 5000;
const TOKEN = "input[name=csrfmiddlewaretoken]";
const saving = document.getElementById("save-state"), aloud = document.getElementById("save-aloud");

// A screen reader hears how saving goes only when that changes: not at every pause in the typing.
if (saving) {
  let heard = "";
  new MutationObserver(() => {
    const words = saving.textContent.replace(/\s+/g, " ").trim(), news = saving.querySelector(".tag-green") ? "saved" : words;
    if (news !== heard) aloud.textContent = words;
    heard = news;
  }).observe(saving, { childList: true });
}

function tell(what) {
  if (saving.querySelector(`[data-about=${what}]`)) return; // said once, not at every try
  const words = document.querySelector(`template[data-told=${what}]`).content.cloneNode(true);
  saving.replaceChildren(words);
}

// Signing in on another page gives this browser another token against forged requests.
async function renewToken() {
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const field of document.querySelectorAll(TOKEN)) field.value = page.querySelector(TOKEN).value;
}

// On a slow line people type before the scripts are there.
const differs = ({ type, value, defaultValue, checked, defaultChecked }) => {
  if (type === "checkbox" || type === "radio") return checked !== defaultChecked;
  return type !== "hidden" && defaultValue !== undefined && value !== defaultValue;
};

for (const form of document.querySelectorAll("form[data-keeps]")) {
  let typed = [...form.elements].some(differs), isOut = false, again;
  const save = () => window.htmx?.trigger(form, "change");
  const retry = async () => {
    if (isOut) await renewToken().catch(() => {});
    save();
  };
  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", (event) => {
    if (isOut) event.preventDefault(); // the sign-in page would take the place of what was typed
    else typed = false;
  });
  form.addEventListener("htmx:configRequest", () => { typed = false; });
  form.addEventListener("htmx:afterRequest", ({ detail: { successful, xhr } }) => {
    clearTimeout(again);
    const isAnswered = successful && xhr.responseText.includes("save-state") && !xhr.responseText.includes("<html");
    isOut = !isAnswered && (xhr.status === 403 || xhr.status === 200); // 200: the sign-in page answered, or led back here
    if (isAnswered) return;
    typed = true;
    tell(isOut ? "signed-out" : "unsaved");
    again = setTimeout(retry, AGAIN);
  });
  const keep = () => {
    if (!typed) return;
    typed = false;
    fetch(form.getAttribute("hx-post"), {
      method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true, headers: { "HX-Request": "true" },
    });
  };
  if (typed) document.addEventListener("DOMContentLoaded", save); // when htmx listens to the form
  window.addEventListener("pagehide", keep);
  // Out of sight is not gone: the page may come back, so it has to learn the new version.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && typed) save();
  });
}

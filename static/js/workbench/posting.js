// Sends what the page asks of the portal. Signing in on another page gives this browser another token against forged
// requests: a refused request fetches it once, puts it into the forms of this page and tries again.

const TOKEN = "csrfmiddlewaretoken";
const isRefused = (response) => response.redirected || response.status === 403;

async function renewToken(form, signal) {
  const response = await fetch(form.dataset.listUrl, { signal });
  if (!response.ok || response.redirected) return false;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const token = page.querySelector(`input[name=${TOKEN}]`)?.value;
  if (!token) return false;
  for (const field of document.querySelectorAll(`input[name=${TOKEN}]`)) field.value = token;
  return true;
}

export async function post(form, url, fields, options = {}) {
  const send = () => {
    fields.set(TOKEN, form.querySelector(`input[name=${TOKEN}]`).value);
    return fetch(url, { ...options, method: "POST", body: fields });
  };
  const response = await send();
  return isRefused(response) && (await renewToken(form, options.signal)) ? send() : response;
}

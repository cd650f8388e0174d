// What the scripts say, in the language of the page: the texts stand in the template.

const region = document.querySelector("[data-announce]");

export function word(name) {
  return document.querySelector(`[data-words] [data-word="${name}"]`).textContent;
}

// One short sentence for whoever listens; the same one twice is said twice.
export function say(text) {
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 50);
}

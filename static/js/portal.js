// What pages gain when scripts run; nothing depends on it.

// A screen reader starts at the list of what to correct.
document.querySelector(".error-summary")?.focus();

// Only one menu is open at a time, and Escape closes it.
const menus = document.querySelectorAll("details.menu");

function closeMenus(except) {
  for (const menu of menus) if (menu !== except) menu.open = false;
}

document.addEventListener("click", (event) => {
  closeMenus(event.target.closest("details.menu"));
});
document.addEventListener("keydown", (event) => {
  const open = document.querySelector("details.menu[open]");
  if (event.key !== "Escape" || !open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// <button type="button" data-print hidden> prints the page; it shows itself only where it works.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The sign-in page, which answers when the session has ended, is no answer to put into a corner of this one.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { pathname } = new URL(detail.xhr.responseURL || location.href);
  if (pathname === new URL(detail.pathInfo.finalRequestPath, location.href).pathname) return;
  detail.shouldSwap = false;
  detail.isError = true;
});

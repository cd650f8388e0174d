// <button data-copies="id" hidden> copies the text of that element; it shows itself only where the browser can.
const told = document.getElementById("copied");
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copies]") : []) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
    button.ariaLabel = button.ariaLabel.replace(button.textContent, told.dataset.said); // its name begins with what is read on it
    told.textContent = button.textContent = told.dataset.said;
  });
}

// Binds the button of a passkey form to allauth's script, and says so on the page when the key was not read.
(function () {
  "use strict";

  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    document.getElementById("passkey-trouble").hidden = false;
  });

  document.addEventListener("DOMContentLoaded", function () {
    const button = document.querySelector("[data-passkey]");
    const kind = button.dataset.passkey;
    const ids = { data: "js_data", credential: button.dataset.credential, [kind]: button.id };
    window.allauth.webauthn.forms[kind + "Form"]({ ids: ids });
    button.disabled = false;
  });
})();

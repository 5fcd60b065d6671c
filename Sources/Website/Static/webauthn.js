"use strict";
// Asks the browser for a credential and sends its answer by the form that holds the question.

const bytes = (text) => {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
};

const text = (buffer) => {
  let plain = "";
  for (const byte of new Uint8Array(buffer || [])) plain += String.fromCharCode(byte);
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};

const credentials = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

async function ask(kind, options) {
  options.challenge = bytes(options.challenge);
  if (kind === "create") {
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = credentials(options.excludeCredentials);
    const made = await navigator.credentials.create({ publicKey: options });
    return {
      client_data: text(made.response.clientDataJSON),
      attestation: text(made.response.attestationObject),
    };
  }
  options.allowCredentials = credentials(options.allowCredentials);
  const shown = await navigator.credentials.get({ publicKey: options });
  return {
    credential: text(shown.rawId),
    client_data: text(shown.response.clientDataJSON),
    authenticator_data: text(shown.response.authenticatorData),
    signature: text(shown.response.signature),
    user_handle: text(shown.response.userHandle),
  };
}

for (const form of document.querySelectorAll("form[data-webauthn]")) {
  const trouble = form.querySelector("[data-webauthn-trouble]");
  const button = form.querySelector("button");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    button.disabled = true;
    try {
      if (!window.PublicKeyCredential) throw new Error("this browser knows no security keys here");
      const answer = await ask(form.dataset.webauthn, JSON.parse(form.dataset.options));
      for (const [name, value] of Object.entries(answer)) form.elements[name].value = value;
      form.submit();
    } catch (error) {
      trouble.textContent = `That did not work: ${error.message}`;
      trouble.hidden = false;
      button.disabled = false;
    }
  });
}

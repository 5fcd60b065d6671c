// Shows results while people type; without it the form does the same when it is sent.
"use strict";
(() => {
  const form = document.querySelector("form[data-live]");
  const input = form && form.querySelector("input[name=q]");
  if (!input) return;
  let timer = 0;
  let asking = null;
  let shown = input.value;

  async function show() {
    const text = input.value;
    if (text === shown) return;
    if (asking) asking.abort();
    asking = new AbortController();
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (value) address.searchParams.append(name, value);
    try {
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("search-answer");
      const old = document.getElementById("search-answer");
      if (!fresh || !old || input.value !== text) return;
      old.replaceWith(document.adoptNode(fresh));
      document.title = page.title;
      // The place stays while the answer is exchanged, so that readers of screens are told.
      const heading = document.getElementById("search-heading");
      document.getElementById("search-said").textContent = heading ? heading.textContent : "";
      history.replaceState(null, "", address);
      shown = text;
    } catch (error) {
      // Another letter was typed, or the network is away: sending the form will tell.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    // Slower than the limit on searches.
    timer = setTimeout(show, 250);
  });
})();

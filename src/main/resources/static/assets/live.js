// Keeps the parts marked data-live fresh while somebody looks; without it the page is as it was when it was opened.
"use strict";

const PAUSE = 3000;

async function refresh() {
  if (document.hidden || document.querySelector("[data-live] :focus-visible")) {
    return;
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live][id]")) {
    const next = fresh.getElementById(part.id);
    if (next && next.innerHTML !== part.innerHTML) {
      part.replaceChildren(...next.cloneNode(true).childNodes);
    }
  }
}

async function keepFresh() {
  await refresh().catch(() => {});
  setTimeout(keepFresh, PAUSE);
}

// Only the demo's days are short enough to watch them pass.
if (document.getElementById("clock")) {
  setTimeout(keepFresh, PAUSE);
}

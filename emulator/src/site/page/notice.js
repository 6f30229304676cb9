// Messages to the reader: errors in the page, and short announcements for screen readers.

import { el } from "./dom.js";

const PAUSE = 5000;
let last = 0;

// Announces a change. Changes that follow each other closely are announced once.
export function announce(text, { always = false } = {}) {
  const now = performance.now();
  if (!always && now - last < PAUSE) return;
  last = now;
  document.getElementById("announcement").textContent = text;
}

// An error with what to do next.
export function errorBox(error, title) {
  const hint = error.hint ? el("p", {}, `${error.hint}`) : null;
  return el("div", { class: "error", role: "alert" }, el("p", {}, el("strong", {}, `${title}: `), error.message), hint);
}

// Runs an action of a button or a form. An error is shown in `place`, which is emptied first.
export async function attempt(place, title, action) {
  place.replaceChildren();
  try {
    return await action();
  } catch (error) {
    place.replaceChildren(errorBox(error, title));
    return undefined;
  }
}

// A text for a part without content: what it is, and what to do next.
export function empty(text, ...next) {
  return el("div", { class: "empty" }, el("p", {}, text), ...next);
}

// A menu in the header: a button that opens a panel.

import { el } from "./dom.js";

// Creates a menu. `shown` is the content of the button.
export function menu(shown, panel, title = null) {
  const summary = el("summary", { title }, shown);
  const details = el("details", { class: "menu" }, summary, el("div", { class: "panel" }, panel));
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) {
      details.open = false;
      summary.focus();
      event.stopPropagation();
    }
  });
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    for (const other of document.querySelectorAll("details.menu[open]")) {
      if (other !== details) other.open = false;
    }
  });
  return details;
}

// Closes open menus when the reader clicks elsewhere.
export function closeMenusOutside() {
  document.addEventListener("click", (event) => {
    for (const details of document.querySelectorAll("details.menu[open]")) {
      if (!details.contains(event.target)) details.open = false;
    }
  });
}

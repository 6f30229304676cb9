// How the outcome of a run is shown: a letter, a word and a class for the color. The letter makes it readable without
// color.

import { el } from "./dom.js";

const OUTCOMES = {
  succeeded: { letter: "S", mark: "s" },
  failed: { letter: "F", mark: "f" },
  canceled: { letter: "C", mark: "c" },
  running: { letter: "R", mark: "r" },
  waiting: { letter: "W", mark: "w" },
  unknown: { letter: "?", mark: "u" },
};

export function look(outcome) {
  return OUTCOMES[outcome] ?? OUTCOMES.unknown;
}

// The letter alone, next to a text that has the word.
export function letter(outcome) {
  const { letter: text, mark } = look(outcome);
  return el("span", { class: `badge ${mark}`, "aria-hidden": "true" }, el("b", {}, text));
}

// A badge with the letter and the word.
export function badge(outcome) {
  const { letter: text, mark } = look(outcome);
  return el("span", { class: `badge ${mark}` }, el("b", { "aria-hidden": "true" }, text), outcome);
}

export function isUnfinished(outcome) {
  return outcome === "running" || outcome === "waiting";
}

// The legend of the letters.
export function legend() {
  const entries = Object.entries(OUTCOMES).filter(([name]) => name !== "unknown");
  return el(
    "ul",
    { class: "legend", "aria-label": "Outcomes" },
    entries.map(([name]) => el("li", {}, badge(name))),
  );
}

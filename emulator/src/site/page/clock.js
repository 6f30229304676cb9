// The clock of the service, and its panel.

import { get, send } from "./api.js";
import { el } from "./dom.js";
import { menu } from "./menu.js";
import { announce, attempt } from "./notice.js";
import { exact, now, synchronize } from "./time.js";

const ROUTE = "/_emulator/clock";
const SECOND = 1000;
let speed = 1;

// Reads the clock.
export async function readClock() {
  const clock = await get(ROUTE);
  speed = clock.speed;
  synchronize(Date.parse(clock.now), clock.speed);
}

function speedWords() {
  if (speed === 0) return "frozen";
  return speed === 1 ? "" : `×${speed}`;
}

export async function clockMenu() {
  const face = el("span", { class: "face" });
  const state = el("span", { class: "muted" });
  const draw = () => {
    const text = exact(now());
    if (face.textContent !== `${text} KST`) face.textContent = `${text} KST`;
    const words = speedWords();
    state.textContent = words ? ` ${words}` : "";
  };
  draw();
  setInterval(draw, SECOND);
  const form = panel(draw);
  const receive = (name) => {
    if (name === "clock") readClock().then(draw, () => {});
  };
  return { element: menu([el("span", { class: "muted" }, "Clock "), face, state], form), receive };
}

function panel(draw) {
  const problem = el("div", {});
  const put = (body, said) =>
    attempt(problem, "The clock was not changed", async () => {
      await (body === null ? send("DELETE", ROUTE) : send("PUT", ROUTE, body));
      await readClock();
      draw();
      announce(said, { always: true });
    });
  const button = (text, body) => el("button", { type: "button", click: () => put(body, `Clock: ${text}`) }, text);
  const factor = el("input", { id: "clock-speed", type: "number", min: "0", step: "any", value: "60", required: true });
  const moment = el("input", { id: "clock-now", type: "datetime-local", step: "1", required: true });
  const span = el("input", { id: "clock-advance", type: "text", size: "8", value: "1d2h", required: true });
  const form = (label, input, text, read) =>
    el(
      "form",
      {
        class: "row",
        submit: (event) => {
          event.preventDefault();
          put(read(input.value), `Clock: ${text.toLowerCase()}`);
        },
      },
      el("label", { for: input.id }, label),
      input,
      el("button", {}, text),
    );
  return [
    el("p", { class: "muted" }, "Dates, states of runs and triggers follow this clock. Advancing it runs what is due."),
    el(
      "div",
      { class: "row" },
      button("Freeze", { speed: 0 }),
      button("Run", { speed: 1 }),
      button("Machine's clock", null),
    ),
    el("div", { class: "row" }, button("+1 h", { advance: "1h" }), button("+1 d", { advance: "1d" })),
    form("Advance by", span, "Advance", (value) => ({ advance: value.trim() })),
    form("Speed", factor, "Set", (value) => ({ speed: Number(value) })),
    form("Time in Korea", moment, "Set", (value) => ({ now: `${value.length === 16 ? `${value}:00` : value}+09:00` })),
    problem,
  ];
}

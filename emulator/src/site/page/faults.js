// The panel of the faults.

import { get, send } from "./api.js";
import { code, el, table, update } from "./dom.js";
import { menu } from "./menu.js";
import { announce, attempt } from "./notice.js";

const ROUTE = "/_emulator/faults";

export async function faultMenu() {
  const [choices, first] = await Promise.all([get("/_emulator/choices"), get(ROUTE)]);
  const count = el("b", { class: "count" });
  const list = el("div", {});
  const problem = el("div", {});
  let rules = [];
  const draw = ({ faults }) => {
    rules = faults;
    count.textContent = faults.length;
    count.classList.toggle("active", faults.length > 0);
    update(list, faults.length === 0 ? el("p", { class: "muted" }, "No request fails on purpose.") : rows(faults, put));
  };
  const put = (faults, said) =>
    attempt(problem, "The faults were not changed", async () => {
      draw(await send("PUT", ROUTE, { faults: faults.map(({ matched, applied, ...rule }) => rule) }));
      announce(said, { always: true });
    });
  draw(first);
  const receive = (name) => {
    // Counts change with requests, but only an open panel shows them.
    if (name === "faults" || (name === "request" && element.open)) get(ROUTE).then(draw, () => {});
  };
  const clear = () =>
    attempt(problem, "The faults were not removed", async () => {
      draw(await send("DELETE", ROUTE));
      announce("No faults", { always: true });
    });
  const form = addForm(choices, (rule) => put([...rules, rule], `Added ${rule.fault}`));
  const panel = [
    list,
    el("button", { type: "button", click: clear }, "Clear all"),
    el("h3", {}, "Add a fault"),
    form,
    problem,
  ];
  const element = menu([el("span", { class: "muted" }, "Faults "), count], panel);
  return { element, receive };
}

function rows(faults, put) {
  const remove = (index) => () =>
    put(
      faults.filter((_, other) => other !== index),
      "Removed a fault",
    );
  const which = (rule) =>
    [
      rule.operation ?? "any operation",
      rule.rate === undefined ? null : `rate ${rule.rate}`,
      rule.skip === undefined ? null : `after ${rule.skip}`,
      rule.times === undefined ? null : `${rule.times} times`,
    ]
      .filter(Boolean)
      .join(", ");
  const row = (rule, index) => [
    code(rule.fault),
    which(rule),
    `${rule.applied} of ${rule.matched}`,
    el(
      "button",
      { type: "button", "data-key": `remove-${index}`, "aria-label": `Remove ${rule.fault}`, click: remove(index) },
      "Remove",
    ),
  ];
  return table("Faults", [["Fault"], ["Requests"], ["Applied"], ["Change"]], faults.map(row));
}

function addForm(choices, add) {
  const option = (value) => el("option", { value }, value);
  const fault = el("select", { id: "fault-name" }, choices.faults.map(option));
  const operation = el(
    "select",
    { id: "fault-operation" },
    el("option", { value: "" }, "any"),
    choices.operations.map(option),
  );
  const number = (id, attributes) => el("input", { id, type: "number", ...attributes });
  const rate = number("fault-rate", { min: "0", max: "1", step: "any", placeholder: "1" });
  const skip = number("fault-skip", { min: "0", step: "1", placeholder: "0" });
  const times = number("fault-times", { min: "1", step: "1", placeholder: "no limit" });
  const field = (label, input) => el("div", {}, el("label", { for: input.id }, label), input);
  const submit = (event) => {
    event.preventDefault();
    const rule = { fault: fault.value };
    if (operation.value) rule.operation = operation.value;
    if (rate.value) rule.rate = Number(rate.value);
    if (skip.value) rule.skip = Number(skip.value);
    if (times.value) rule.times = Number(times.value);
    add(rule);
  };
  return el(
    "form",
    { class: "grid-form", submit },
    field("Fault", fault),
    field("Operation", operation),
    field("Rate, 0 to 1", rate),
    field("Skip the first", skip),
    field("Times", times),
    el("button", {}, "Add"),
  );
}

// The filters of the overview. They are in the address, so a reload and the back button keep them.

import { change, parameter } from "./address.js";
import { el } from "./dom.js";

const NAMES = ["job", "status", "since"];
const SINCE = { "": "any time", "1h": "last hour", "24h": "last 24 hours", "7d": "last 7 days", "30d": "last 30 days" };
const TYPING = 250;

// Returns the filters of the address.
export function filters() {
  return Object.fromEntries(NAMES.map((name) => [name, parameter(name)]));
}

export function isFiltered() {
  return NAMES.some((name) => parameter(name) !== "");
}

// Returns the form. It calls `changed` after each change, also by the back button.
export function filterForm(statuses, changed) {
  const option = ([value, text]) => el("option", { value }, text);
  const job = el("input", {
    id: "filter-job",
    type: "search",
    placeholder: "name or ID",
    autocomplete: "off",
    spellcheck: "false",
  });
  const status = el(
    "select",
    { id: "filter-status" },
    option(["", "any"]),
    statuses.map((one) => option([one, one])),
  );
  const since = el("select", { id: "filter-since" }, Object.entries(SINCE).map(option));
  const inputs = { job, status, since };
  const fill = () => {
    for (const name of NAMES) {
      const value = parameter(name);
      // A value from elsewhere that the list does not have.
      if (inputs[name].options && ![...inputs[name].options].some((one) => one.value === value)) {
        inputs[name].append(option([value, value]));
      }
      inputs[name].value = value;
    }
  };
  const apply = (options) => {
    change({ job: job.value.trim(), status: status.value, since: since.value, page: "", jobs: "" }, options);
    changed();
  };
  let timer = null;
  let hasEntry = false;
  job.addEventListener("focus", () => (hasEntry = false));
  job.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One entry in the history for a whole word, not one for each letter.
      apply({ replace: hasEntry });
      hasEntry = true;
    }, TYPING);
  });
  status.addEventListener("change", () => apply());
  since.addEventListener("change", () => apply());
  addEventListener("popstate", () => {
    hasEntry = false;
    fill();
    changed();
  });
  fill();
  const clear = () => {
    change(Object.fromEntries([...NAMES, "page", "jobs"].map((name) => [name, ""])));
    fill();
    changed();
  };
  const field = (label, input) => el("div", {}, el("label", { for: input.id }, label), input);
  return el(
    "form",
    { class: "filters", role: "search", "aria-label": "Runs", submit: (event) => event.preventDefault() },
    field("Job", job),
    field("Status", status),
    field("Created", since),
    el("button", { type: "button", click: clear }, "Clear"),
  );
}

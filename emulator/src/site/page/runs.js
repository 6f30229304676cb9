// Tables of runs, and links to their other pages.

import { change, href, parameters } from "./address.js";
import { el, named, table } from "./dom.js";
import { badge } from "./outcome.js";
import { age, duration, now } from "./time.js";

// Returns the milliseconds that a run waited before its start.
export function waited(run) {
  if (run.created === null) return null;
  if (run.started === null) return run.ended === null && run.outcome === "waiting" ? now() - run.created : null;
  return run.started - run.created;
}

// Returns the milliseconds that a run ran.
export function ran(run) {
  return run.started === null ? null : (run.ended ?? now()) - run.started;
}

export function startedBy(run) {
  if (run.trigger !== null) {
    const trigger = ["trigger ", named(run.trigger.name, run.trigger.id)];
    return run.workflow === null
      ? trigger
      : el("a", { href: href(["workflows", run.workflow]), "data-key": `by-${run.id}` }, trigger);
  }
  return run.workflow === null
    ? "call"
    : el("a", { href: href(["workflows", run.workflow]), "data-key": `by-${run.id}` }, "workflow");
}

// Returns a table of runs. Without `withJob`, all runs are of one job.
export function runTable(caption, runs, { withJob = true } = {}) {
  const columns = [
    ["Outcome"],
    ["Run"],
    ...(withJob ? [["Job"]] : []),
    ["Created"],
    ["Waited", "number"],
    ["Ran", "number"],
    ["Workers", "number"],
    ["Started by"],
  ];
  const row = (run) => [
    badge(run.outcome),
    el("a", { href: href(["runs", run.id]), "data-key": `run-${run.id}` }, el("code", {}, run.id)),
    ...(withJob
      ? [el("a", { href: href(["jobs", run.job.id]), "data-key": `job-of-${run.id}` }, named(run.job.name, run.job.id))]
      : []),
    age(run.created),
    duration(waited(run)),
    duration(ran(run)),
    run.workers ?? "",
    startedBy(run),
  ];
  return table(caption, columns, runs.map(row), { class: "runs" });
}

// Returns links to the pages of a list. `name` is the parameter in the address, `changed` is called after a change.
export function pager(label, name, { page, limit, total }, changed) {
  if (total <= limit && page === 0) return null;
  const last = Math.max(0, Math.ceil(total / limit) - 1);
  const link = (text, target) => {
    if (target < 0 || target > last || target === page) return el("span", { class: "muted" }, text);
    const query = parameters();
    query.set(name, target);
    const go = (event) => {
      event.preventDefault();
      change({ [name]: target === 0 ? "" : String(target) });
      changed();
    };
    return el("a", { href: `?${query}`, "data-key": `${name}-${text}`, click: go }, text);
  };
  const first = total === 0 ? 0 : page * limit + 1;
  const range = `${first}–${Math.min(total, (page + 1) * limit)} of ${total}`;
  return el(
    "nav",
    { class: "pager", "aria-label": label },
    link("Newer", page - 1),
    el("span", {}, range),
    link("Older", page + 1),
  );
}

// Returns the time of the next change of one of these runs; null if none is known.
export function nextChange(runs) {
  const times = runs.map((run) => run.nextChange).filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

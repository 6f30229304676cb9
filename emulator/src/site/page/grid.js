// The grid: a row for each job, a column for each of its last runs.

import { href } from "./address.js";
import { el, named } from "./dom.js";
import { isUnfinished, letter, look } from "./outcome.js";
import { age, ago, duration } from "./time.js";

const LOWEST = 8;

// Returns the table of the grid.
export function grid({ jobs, runsPerJob }) {
  const head = ["Job", `Last ${runsPerJob} runs, newest on the right`, "Last", "Usual time", "Succeeded"];
  const kinds = ["", "cells", "last", "number", "number"];
  return el(
    "table",
    { class: "grid", keydown: move },
    el("caption", { class: "hidden" }, "Jobs and their last runs. Arrow keys move between runs."),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        head.map((title, index) => el("th", { scope: "col", class: kinds[index] }, title)),
      ),
    ),
    el("tbody", {}, jobs.map(row)),
  );
}

function row(job) {
  const longest = Math.max(1, ...job.runs.map((run) => run.duration ?? 0));
  const last = job.runs.at(-1);
  const link = el(
    "a",
    { href: href(["jobs", job.id]), "data-key": `job-${job.id}`, title: job.name ?? job.id },
    named(job.name, job.id),
  );
  const cells = job.runs.map((run, index) => cell(job, run, longest, index === job.runs.length - 1));
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, link),
    el("td", { class: "cells" }, cells.length === 0 ? el("span", { class: "muted" }, "no runs") : el("ol", {}, cells)),
    el(
      "td",
      { class: "last" },
      last ? [letter(last.outcome), el("span", { class: "hidden" }, last.outcome), " ", age(last.created)] : "",
    ),
    el("td", { class: "number" }, duration(median(job.runs))),
    el("td", { class: "number" }, rate(job.runs)),
  );
}

function cell(job, run, longest, isNewest) {
  const { letter: text, mark } = look(run.outcome);
  const took = run.duration === null ? "" : `, ${isUnfinished(run.outcome) ? "for" : "took"} ${duration(run.duration)}`;
  const label = `${run.outcome} ${ago(run.created ?? 0)}${took}`;
  const bar = el("i", {});
  bar.style.setProperty("--height", String(Math.max(LOWEST, Math.round((100 * (run.duration ?? 0)) / longest))));
  const kind = `cell ${mark}${run.matches ? "" : " faint"}`;
  const attributes = { class: kind, href: href(["runs", run.id]), title: label, "aria-label": label };
  // The arrow keys reach the others, so Tab does not stop thirty times in each row.
  const key = { "data-key": `cell-${run.id}`, tabindex: isNewest ? "0" : "-1" };
  return el("li", {}, el("a", { ...attributes, ...key }, bar, el("b", { "aria-hidden": "true" }, text)));
}

// Returns the duration in the middle of the successful runs.
function median(runs) {
  const durations = runs.filter((run) => run.outcome === "succeeded").map((run) => run.duration ?? 0);
  durations.sort((one, other) => one - other);
  return durations.length === 0 ? null : durations[Math.floor(durations.length / 2)];
}

// Returns the share of successes among the runs that have succeeded or failed. It is 100% only if nothing has failed.
function rate(runs) {
  const count = (outcome) => runs.filter((run) => run.outcome === outcome).length;
  const ended = count("succeeded") + count("failed");
  return ended === 0 ? "" : `${Math.floor((100 * count("succeeded")) / ended)}%`;
}

function move(event) {
  const current = event.target.closest?.("a.cell");
  if (!current) return;
  const cells = (tr) => [...(tr?.querySelectorAll("a.cell") ?? [])];
  const tr = current.closest("tr");
  const own = cells(tr);
  const index = own.indexOf(current);
  // Rows end at the same column, so the place is counted from the right.
  const below = (other) => other[Math.max(0, other.length - (own.length - index))];
  const step = (name) => {
    let other = tr[name];
    while (other && cells(other).length === 0) other = other[name];
    return below(cells(other));
  };
  const targets = {
    ArrowLeft: () => own[index - 1],
    ArrowRight: () => own[index + 1],
    ArrowUp: () => step("previousElementSibling"),
    ArrowDown: () => step("nextElementSibling"),
    Home: () => own[0],
    End: () => own.at(-1),
  };
  const target = targets[event.key]?.();
  if (!target) return;
  event.preventDefault();
  for (const one of cells(target.closest("tr"))) one.tabIndex = one === target ? 0 : -1;
  target.focus();
}

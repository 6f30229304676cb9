// The page of one run.

import { href } from "./address.js";
import { get, send } from "./api.js";
import { code, el, named, section, table } from "./dom.js";
import { fields, raw, text } from "./fields.js";
import { announce, attempt } from "./notice.js";
import { isUnfinished, letter, look } from "./outcome.js";
import { ran, startedBy, waited } from "./runs.js";
import { age, duration, exact, now, synchronize, until } from "./time.js";
import { view } from "./view.js";

export async function show(root, id) {
  let outcome = null;
  return view(root, {
    failure: "The run cannot be shown",
    all: "All runs",
    read: () => get("/_emulator/run", { id }),
    present: (data, refresh) => {
      const { run } = data;
      synchronize(data.now);
      if (outcome !== null && outcome !== run.outcome) announce(`The run has ${run.outcome}.`, { always: true });
      outcome = run.outcome;
      const isMoving = isUnfinished(outcome);
      // The bar of a running run grows.
      const tick = isMoving && until(now()) !== null ? [5000] : [];
      const waits = [until(run.nextChange), ...tick].filter((wait) => wait !== null);
      return {
        content: { ...data, now: 0 },
        draw: () => draw(data, refresh),
        wait: waits.length > 0 ? Math.min(...waits) : null,
        isMoving,
      };
    },
  });
}

function draw(data, refresh) {
  const { run } = data;
  const job = data.jobExists
    ? el("a", { href: href(["jobs", run.job.id]), "data-key": "job" }, named(run.job.name, run.job.id))
    : named(run.job.name, run.job.id);
  document.title = `${run.outcome}: ${run.job.name ?? run.id} – Data Flow emulator`;
  const problem = el("div", {});
  return [
    el("p", { class: "crumbs" }, el("a", { href: href([""]), "data-key": "home" }, "Runs"), " / ", job),
    el("h1", {}, "Run ", code(run.id)),
    el("p", { class: `headline ${look(run.outcome).mark}` }, headline(data)),
    buttons(data, problem, refresh),
    problem,
    section("Time", bars(run)),
    el(
      "div",
      { class: "pair" },
      section("Settings", fields("Settings of the run", data.settings) ?? el("p", { class: "muted" }, "No settings.")),
      section(
        "Parameters",
        fields("Parameters of the run", data.parameters) ?? el("p", { class: "muted" }, "No parameters."),
      ),
    ),
    section("Difference from the last success", difference(data)),
    section("Log", log(data)),
    section("Resource", raw("The run as the API returns it", data.resource, "resource")),
  ];
}

// "failed 3 h ago after 4m12s, started by trigger daily"
function headline({ run, workflowName }) {
  const by = startedBy(run);
  const origin =
    by === "call"
      ? "started by a call"
      : [
          "started by ",
          by,
          run.workflow && run.trigger ? [" in workflow ", named(workflowName, run.workflow)] : null,
        ];
  const parts = {
    waiting: () => ["waiting for ", duration(waited(run))],
    running: () => ["running for ", duration(ran(run))],
  };
  const ended = () => [
    run.outcome,
    " ",
    age(run.ended ?? run.created),
    ran(run) === null ? " before it started" : [" after ", duration(ran(run))],
  ];
  return [letter(run.outcome), el("span", {}, (parts[run.outcome] ?? ended)(), ", ", origin)];
}

function buttons({ run, jobExists }, problem, refresh) {
  const act = (action, done) => () =>
    attempt(problem, `The run was not changed`, async () => {
      await send("POST", `/_emulator/executions/${encodeURIComponent(run.id)}/${action}`);
      announce(done, { always: true });
      await refresh();
    });
  const rerun = () =>
    attempt(problem, "No run was started", async () => {
      await send("POST", `/_emulator/executions/${encodeURIComponent(run.id)}/rerun`);
      const { runs } = await get("/_emulator/runs", { job: run.job.id, limit: "1" });
      location.href = runs.length > 0 ? href(["runs", runs[0].id]) : href([""]);
    });
  const isOpen = isUnfinished(run.outcome);
  const button = (label, click, enabled, kind) =>
    el("button", { type: "button", class: kind, "data-key": label, click, disabled: !enabled }, label);
  return el(
    "div",
    { class: "row actions", role: "group", "aria-label": "Change this run" },
    button("Rerun", rerun, jobExists, "primary"),
    button("Complete", act("complete", "The run has completed."), isOpen),
    button("Fail", act("fail", "The run has failed."), isOpen),
    button("Cancel", act("cancel", "The run is canceled."), isOpen),
  );
}

// The end of a range: without the date if it is that of the start.
function end(from, to) {
  const [date, time] = exact(to).split(" ");
  return exact(from).startsWith(date) ? time : `${date} ${time}`;
}

// Bars of the time that the run waited and ran.
function bars(run) {
  const [wait, running] = [waited(run) ?? 0, ran(run) ?? 0];
  const whole = Math.max(1, wait + running);
  const bar = (name, start, length, mark, from, to) => {
    const fill = el("i", { class: mark });
    fill.style.setProperty("--start", `${(100 * start) / whole}%`);
    fill.style.setProperty("--length", `${(100 * length) / whole}%`);
    const when = from === null ? "" : `${exact(from)} – ${to === null ? "now" : end(from, to)}`;
    return [
      name,
      el("div", { class: "track", "aria-hidden": "true" }, fill),
      from === null ? "–" : duration(length),
      when,
    ];
  };
  const rows = [
    bar("Waiting", 0, wait, "w", run.created, run.started ?? run.ended),
    bar(
      "Running",
      wait,
      running,
      look(run.outcome === "waiting" ? "running" : run.outcome).mark,
      run.started,
      run.ended,
    ),
  ];
  return table(
    "Times of the run",
    [["Phase"], ["Timeline", "wide"], ["Duration", "number"], ["From – to (KST)"]],
    rows,
    { class: "times" },
  );
}

function difference({ lastSuccess, run }) {
  if (lastSuccess === null) return el("p", { class: "muted" }, "The job has not succeeded before this run.");
  const other = lastSuccess.run;
  const link = el("a", { href: href(["runs", other.id]), "data-key": "success" }, code(other.id));
  const took =
    ran(run) === null || ran(other) === null
      ? null
      : [
          " It took ",
          duration(ran(other)),
          "; this run ",
          isUnfinished(run.outcome) ? "has taken " : "took ",
          duration(ran(run)),
          ".",
        ];
  const intro = el("p", {}, "Compared with ", link, ", ", age(other.created), ".", took);
  const rows = [...lastSuccess.settings, ...lastSuccess.parameters].map((one) => [
    code(one.field),
    el("bdi", { class: "value" }, text(one.other)),
    el("bdi", { class: "value" }, text(one.this)),
  ]);
  if (rows.length === 0) return [intro, el("p", { class: "muted" }, "Settings and parameters are the same.")];
  return [
    intro,
    table("Differences from the last success", [["Field"], ["Last success"], ["This run"]], rows, { class: "fields" }),
  ];
}

function log({ consoleLog, log, run }) {
  if (consoleLog) {
    const path = el("p", {}, "Console log: ", code(consoleLog));
    return log ? [path, el("pre", { class: "log", tabindex: "0", "aria-label": "Console log" }, log)] : path;
  }
  return el(
    "p",
    { class: "muted" },
    run.started === null
      ? "The run has not started, so it has no console log."
      : "The job has no log path in its settings.",
  );
}

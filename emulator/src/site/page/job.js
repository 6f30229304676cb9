// The page of one job.

import { href, parameter } from "./address.js";
import { get } from "./api.js";
import { code, el, named, section } from "./dom.js";
import { fields } from "./fields.js";
import { graph } from "./graph.js";
import { grid } from "./grid.js";
import { empty } from "./notice.js";
import { legend } from "./outcome.js";
import { nextChange, pager, runTable } from "./runs.js";
import { age, synchronize, until } from "./time.js";
import { view } from "./view.js";

export async function show(root, id) {
  const page = await view(root, {
    failure: "The job cannot be shown",
    all: "All jobs",
    read: () =>
      Promise.all([
        get("/_emulator/job", { id }),
        get("/_emulator/grid", { job: id, limit: "200" }),
        get("/_emulator/runs", { job: id, page: parameter("page"), limit: "25" }),
      ]),
    present: ([job, gridData, runs], refresh) => {
      synchronize(job.now);
      const row = { ...gridData, jobs: gridData.jobs.filter((one) => one.id === id) };
      return {
        content: [{ ...job, now: 0 }, row.jobs, runs.runs, runs.total],
        draw: () => draw(job, row, runs, refresh),
        wait: until(nextChange(runs.runs)),
      };
    },
  });
  addEventListener("popstate", page.refresh);
  return page;
}

function draw(job, row, runs, refresh) {
  document.title = `${job.name ?? job.id} – Data Flow emulator`;
  const nothing = (text) => el("p", { class: "muted" }, text);
  return [
    el("p", { class: "crumbs" }, el("a", { href: href([""]), "data-key": "home" }, "Jobs")),
    el("h1", {}, named(job.name, job.id)),
    el(
      "p",
      { class: "facts" },
      code(job.id),
      [job.type, job.status].filter(Boolean).map((word) => el("span", { class: "tag" }, word)),
      el("span", { class: "muted" }, "created ", age(job.created), ", changed ", age(job.updated)),
    ),
    section("History", history(row, runs, refresh)),
    section(
      "Nodes",
      job.graph.nodes.length === 0 ? nothing("A job without nodes runs a script.") : graph("the job", job.graph),
    ),
    el(
      "div",
      { class: "pair" },
      section("Settings", fields("Settings of the job", job.settings) ?? nothing("No settings.")),
      section("Parameters", fields("Parameters of the job", job.parameters) ?? nothing("No parameters.")),
    ),
    section(
      "Workflows",
      job.workflows.length === 0
        ? nothing("No workflow uses this job.")
        : el(
            "ul",
            {},
            job.workflows.map((one) =>
              el(
                "li",
                {},
                el(
                  "a",
                  { href: href(["workflows", one.id]), "data-key": `workflow-${one.id}` },
                  named(one.name, one.id),
                ),
              ),
            ),
          ),
    ),
  ];
}

function history(row, runs, refresh) {
  if (runs.total === 0)
    return empty(
      "The job has not run.",
      el("p", {}, "Start it with the command line or the API. The run appears here by itself."),
    );
  return [
    legend(),
    grid(row),
    el("h3", {}, "Runs"),
    runTable("Runs of the job, newest first", runs.runs, { withJob: false }),
    pager("Pages of runs", "page", runs, refresh),
  ];
}

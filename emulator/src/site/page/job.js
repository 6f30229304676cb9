// The page of one job.

import { href, parameter } from "./address.js";
import { get } from "./api.js";
import { code, el, named, section, update } from "./dom.js";
import { fields } from "./fields.js";
import { graph } from "./graph.js";
import { grid } from "./grid.js";
import { empty, errorBox } from "./notice.js";
import { legend } from "./outcome.js";
import { nextChange, pager, runTable } from "./runs.js";
import { age, synchronize, until } from "./time.js";

const MARGIN = 50;
const LONGEST_TIMER = 2 ** 31 - 1;

export async function show(root, id) {
  const problem = el("div", {});
  const body = el("div", {});
  update(root, problem, body);
  let timer = null;
  let shown = "";
  const refresh = async () => {
    let data;
    try {
      data = await Promise.all([
        get("/_emulator/job", { id }),
        get("/_emulator/grid", { job: id, limit: "200" }),
        get("/_emulator/runs", { job: id, page: parameter("page"), limit: "25" }),
      ]);
    } catch (error) {
      problem.replaceChildren(
        errorBox(error, "The job cannot be shown"),
        el("p", {}, el("a", { href: href([""]) }, "All jobs")),
      );
      body.replaceChildren();
      return;
    }
    problem.replaceChildren();
    const [job, gridData, runs] = data;
    synchronize(job.now);
    const row = { ...gridData, jobs: gridData.jobs.filter((one) => one.id === id) };
    const content = JSON.stringify([{ ...job, now: 0 }, row.jobs, runs.runs, runs.total]);
    if (content !== shown) update(body, draw(job, row, runs, refresh));
    shown = content;
    clearTimeout(timer);
    const next = nextChange(runs.runs);
    const wait = next === null ? null : until(next);
    if (wait !== null && wait < LONGEST_TIMER) timer = setTimeout(refresh, wait + MARGIN);
  };
  addEventListener("popstate", refresh);
  await refresh();
  return { refresh };
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

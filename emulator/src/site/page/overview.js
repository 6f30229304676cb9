// The first page: the grid of the jobs, a table of the runs, and the workflows.

import { parameter } from "./address.js";
import { get } from "./api.js";
import { code, el, section, update } from "./dom.js";
import { filterForm, filters, isFiltered } from "./filters.js";
import { grid } from "./grid.js";
import { announce, empty, errorBox } from "./notice.js";
import { legend } from "./outcome.js";
import { nextChange, pager, runTable } from "./runs.js";
import { alarm, synchronize, until } from "./time.js";
import { workflowTable } from "./workflows.js";

export async function show(root) {
  const choices = await get("/_emulator/choices");
  const [jobs, runs, workflows] = [el("div", {}), el("div", {}), el("div", {})];
  const problem = el("div", {});
  let shown = "";
  let newest = null;
  let latest = 0;
  const refresh = async () => {
    const wanted = filters();
    latest += 1;
    const number = latest;
    let data;
    try {
      data = await Promise.all([
        get("/_emulator/grid", { ...wanted, page: parameter("jobs") }),
        get("/_emulator/runs", { ...wanted, page: parameter("page") }),
        get("/_emulator/workflows", { limit: "20" }),
      ]);
    } catch (error) {
      problem.replaceChildren(errorBox(error, "The runs cannot be read"));
      return;
    }
    // A later request has other filters.
    if (number !== latest) return;
    problem.replaceChildren();
    const [gridData, runData, workflowData] = data;
    synchronize(runData.now);
    draw(gridData, runData, workflowData);
  };
  const draw = (gridData, runData, workflowData) => {
    // Nothing moves on the page if nothing has changed.
    const content = JSON.stringify([
      gridData.jobs,
      runData.runs,
      gridData.total,
      runData.total,
      workflowData.workflows,
      location.search,
    ]);
    if (content !== shown) {
      update(jobs, gridPart(gridData, refresh));
      update(runs, runPart(runData, refresh));
      update(workflows, workflowTable(workflowData));
      shown = content;
    }
    if (newest !== null && newest.search === location.search && runData.total > newest.total) {
      announce(`${runData.total - newest.total} new runs`);
    }
    newest = { total: runData.total, search: location.search };
    wake(until(nextChange([...runData.runs, ...gridData.jobs.flatMap((job) => job.runs)])));
  };
  // The state of a run changes with the clock, without a request.
  const wake = alarm(refresh);
  update(
    root,
    el("h1", {}, "Runs"),
    filterForm(choices.statuses, refresh),
    problem,
    section("Jobs", jobs),
    section("All runs", runs),
    section("Workflows", workflows),
  );
  await refresh();
  return { refresh };
}

function gridPart(data, changed) {
  if (data.jobs.length === 0) {
    return isFiltered()
      ? empty("No job matches the filters.", el("p", {}, "Clear the filters to see all jobs."))
      : empty(
          "There are no jobs.",
          el(
            "p",
            {},
            "Create one: ",
            code("ncloud-dataflow job create --name nightly --type SCRIPT"),
            " or see the API reference.",
          ),
        );
  }
  return [legend(), grid(data), pager("Pages of jobs", "jobs", data, changed)];
}

function runPart(data, changed) {
  if (data.runs.length === 0) {
    return isFiltered() || data.page > 0
      ? empty("No run matches the filters.", el("p", {}, "Clear the filters, or choose an earlier time."))
      : empty(
          "Nothing has run.",
          el("p", {}, "Start a job: ", code("ncloud-dataflow job run JOB"), ". It appears here by itself."),
        );
  }
  return [runTable("Runs, newest first", data.runs), pager("Pages of runs", "page", data, changed)];
}

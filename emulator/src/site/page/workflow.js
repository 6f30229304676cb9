// The page of one workflow.

import { href, parameter } from "./address.js";
import { get } from "./api.js";
import { code, el, named, section } from "./dom.js";
import { fields } from "./fields.js";
import { graph } from "./graph.js";
import { empty } from "./notice.js";
import { nextChange, pager, runTable } from "./runs.js";
import { age, exact, synchronize, until } from "./time.js";
import { view } from "./view.js";

export async function show(root, id) {
  const page = await view(root, {
    failure: "The workflow cannot be shown",
    all: "All workflows",
    read: () =>
      Promise.all([
        get("/_emulator/workflow", { id }),
        get("/_emulator/runs", { workflow: id, page: parameter("page"), limit: "25" }),
        get("/_emulator/triggers"),
      ]),
    present: ([workflow, runs, triggers], refresh) => {
      synchronize(workflow.now);
      return {
        content: [{ ...workflow, now: 0 }, runs.runs, runs.total, triggers],
        draw: () => draw(workflow, runs, triggers, refresh),
        wait: until(nextChange(runs.runs)),
      };
    },
  });
  addEventListener("popstate", page.refresh);
  return page;
}

function draw(workflow, runs, triggers, refresh) {
  document.title = `${workflow.name ?? workflow.id} – Data Flow emulator`;
  const link = (node) => (node.isJob && node.exists ? href(["jobs", node.id]) : null);
  const nodes =
    workflow.graph.nodes.length === 0
      ? el("p", { class: "muted" }, "The workflow has no nodes.")
      : graph("the workflow", workflow.graph, link);
  return [
    el("p", { class: "crumbs" }, el("a", { href: href([""]), "data-key": "home" }, "Workflows")),
    el("h1", {}, named(workflow.name, workflow.id)),
    el(
      "p",
      { class: "facts" },
      code(workflow.id),
      el("span", { class: "muted" }, "created ", age(workflow.created), ", changed ", age(workflow.updated)),
    ),
    section("Nodes", nodes),
    section("Schedule", schedule(workflow.trigger, triggers)),
    section("History", history(runs, refresh)),
  ];
}

function schedule(trigger, { triggers, firings }) {
  if (trigger === null) return el("p", { class: "muted" }, "The workflow has no trigger, so nothing starts it.");
  const name = el(
    "p",
    {},
    "Trigger ",
    named(trigger.name, trigger.id),
    " ",
    code(trigger.id),
    trigger.exists ? null : [" ", el("strong", { class: "f" }, "deleted")],
  );
  const planned = triggers.find((one) => one.id === trigger.id);
  const next = planned?.next ?? [];
  const times =
    next.length === 0
      ? null
      : [
          el("h3", {}, "Next times"),
          el(
            "ol",
            { class: "next" },
            next.map((time) =>
              el("li", {}, exact(Date.parse(time)), " ", el("span", { class: "muted" }, age(Date.parse(time)))),
            ),
          ),
        ];
  const fired = firings
    .filter((one) => one.triggerId === trigger.id)
    .slice(-5)
    .reverse();
  const past =
    fired.length === 0
      ? null
      : [
          el("h3", {}, "Last starts"),
          el(
            "ol",
            { class: "next" },
            fired.map((one) =>
              el(
                "li",
                {},
                exact(Date.parse(one.time)),
                one.reason ? el("span", { class: "muted" }, ` ${one.reason}`) : null,
              ),
            ),
          ),
        ];
  const words = planned?.schedule ? el("p", { class: "headline" }, planned.schedule) : null;
  return [
    name,
    words,
    times,
    past,
    trigger.rule ? fields("Rule of the trigger", { type: trigger.type, rule: trigger.rule }) : null,
  ];
}

function history(runs, refresh) {
  if (runs.total === 0)
    return empty(
      "The workflow has not run.",
      el("p", {}, "Start it with the command line or the API, or advance the clock to its next time."),
    );
  return [
    runTable("Runs of the jobs of this workflow, newest first", runs.runs),
    pager("Pages of runs", "page", runs, refresh),
  ];
}

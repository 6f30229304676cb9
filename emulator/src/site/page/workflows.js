// The table of the workflows.

import { href } from "./address.js";
import { el, named, table } from "./dom.js";
import { empty } from "./notice.js";
import { badge } from "./outcome.js";
import { age } from "./time.js";

export function workflowTable({ workflows, total }) {
  if (workflows.length === 0) return empty("There are no workflows.");
  const row = (workflow) => [
    el(
      "a",
      { href: href(["workflows", workflow.id]), "data-key": `workflow-${workflow.id}` },
      named(workflow.name, workflow.id),
    ),
    workflow.trigger ? named(workflow.trigger.name, workflow.trigger.id) : el("span", { class: "muted" }, "none"),
    String(workflow.jobs),
    workflow.lastRun
      ? [badge(workflow.lastRun.outcome), " ", age(workflow.lastRun.created)]
      : el("span", { class: "muted" }, "no runs"),
  ];
  const rows = table(
    "Workflows, newest first",
    [["Workflow"], ["Trigger"], ["Jobs", "number"], ["Last run of a job"]],
    workflows.map(row),
  );
  return total > workflows.length
    ? [rows, el("p", { class: "muted" }, `The newest ${workflows.length} of ${total}.`)]
    : rows;
}

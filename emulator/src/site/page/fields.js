// JSON values of the API, field by field, under the names of the API.

import { code, el, table } from "./dom.js";

// Returns the scalars and lists of an object with their paths.
export function flatten(value, path = "") {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object" || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, path ? `${path}.${name}` : name));
}

export function text(value) {
  if (value === null || value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

// A table of an object; null if it has no fields.
export function fields(caption, value) {
  const rows = flatten(value).map(([name, inner]) => [code(name), el("bdi", { class: "value" }, text(inner))]);
  return rows.length === 0 ? null : table(caption, [["Field"], ["Value"]], rows, { class: "fields" });
}

// JSON as it is, folded.
export function raw(title, value, key) {
  return el(
    "details",
    { "data-key": key },
    el("summary", {}, title),
    el("pre", { tabindex: "0", "aria-label": title, role: "group" }, JSON.stringify(value, null, 2)),
  );
}

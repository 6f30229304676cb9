// A drawing of nodes and edges, from left to right. The table next to it has the same content for everybody.

import { el, named, svg, table } from "./dom.js";
import { raw } from "./fields.js";

const [WIDTH, HEIGHT, GAP, SPACE, MARGIN] = [176, 46, 56, 16, 4];
const WIDEST = 20;

// Returns the drawing and the table. `link(node)` returns the address of a node, or null.
export function graph(title, { nodes, total, limit }, link = () => null) {
  const places = layout(nodes);
  const parts = [drawing(title, nodes, places, link), nodeTable(title, nodes, link)];
  if (total > nodes.length) parts.unshift(el("p", { class: "muted" }, `The first ${limit} of ${total} nodes.`));
  return parts;
}

// Returns the column and the row of each node: a node is right of all its parents. A cycle ends the search.
function layout(nodes) {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const columns = new Map();
  const column = (node, path) => {
    if (columns.has(node.id)) return columns.get(node.id);
    if (path.has(node.id)) return 0;
    const parents = node.parents.map((id) => known.get(id)).filter(Boolean);
    const found = Math.max(-1, ...parents.map((parent) => column(parent, new Set([...path, node.id])))) + 1;
    columns.set(node.id, found);
    return found;
  };
  for (const node of nodes) column(node, new Set());
  const rows = new Map();
  const order = (node) => {
    const above = node.parents.map((id) => places.get(id)?.row).filter((row) => row !== undefined);
    return above.length === 0 ? 0 : above.reduce((sum, row) => sum + row, 0) / above.length;
  };
  const places = new Map();
  for (let index = 0; index <= Math.max(0, ...columns.values()); index += 1) {
    const members = nodes.filter((node) => columns.get(node.id) === index);
    members.sort((one, other) => order(one) - order(other));
    for (const node of members) {
      const row = rows.get(index) ?? 0;
      rows.set(index, row + 1);
      places.set(node.id, { column: index, row });
    }
  }
  return places;
}

function drawing(title, nodes, places, link) {
  const all = [...places.values()];
  const columns = Math.max(0, ...all.map((place) => place.column)) + 1;
  const rows = Math.max(0, ...all.map((place) => place.row)) + 1;
  const width = columns * WIDTH + (columns - 1) * GAP + 2 * MARGIN;
  const height = rows * HEIGHT + (rows - 1) * SPACE + 2 * MARGIN;
  const tallest = (column) => all.filter((place) => place.column === column).length;
  const at = ({ column, row }) => ({
    x: MARGIN + column * (WIDTH + GAP),
    // A short column is in the middle.
    y: MARGIN + row * (HEIGHT + SPACE) + ((rows - tallest(column)) * (HEIGHT + SPACE)) / 2,
  });
  const arrow = svg(
    "marker",
    { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
    svg("path", { d: "M0 0 8 4 0 8z" }),
  );
  const edges = nodes.flatMap((node) =>
    node.parents.filter((id) => places.has(id)).map((id) => edge(at(places.get(id)), at(places.get(node.id)))),
  );
  const parents = new Set(nodes.flatMap((node) => node.parents));
  const boxes = nodes.map((node) => box(node, at(places.get(node.id)), parents.has(node.id), link(node)));
  const label = `Drawing of ${title}: ${nodes.length} nodes. The table below has the same content.`;
  const picture = svg(
    "svg",
    { class: "graph", role: "img", "aria-label": label, width, height, viewBox: `0 0 ${width} ${height}` },
    svg("defs", {}, arrow),
    edges,
    boxes,
  );
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `Drawing of ${title}` }, picture);
}

function edge(from, to) {
  const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
  const bend = Math.max(24, (x2 - x1) / 2);
  return svg("path", {
    class: "edge",
    "marker-end": "url(#arrow)",
    d: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
  });
}

function box(node, { x, y }, hasChildren, address) {
  const place = node.parents.length === 0 ? "first" : hasChildren ? "middle" : "final";
  const kind = `node ${place}${node.exists ? "" : " invalid"}${address ? " linked" : ""}`;
  const open = address ? { click: () => (location.href = address) } : {};
  return svg(
    "g",
    { class: kind, transform: `translate(${x} ${y})`, ...open },
    svg("title", {}, `${node.name ?? ""} ${node.kind ?? ""}${node.exists ? "" : " (deleted)"}`),
    svg("rect", { width: WIDTH, height: HEIGHT, rx: 6 }),
    svg("text", { x: 12, y: 20, class: "title" }, short(node.name || node.id)),
    svg("text", { x: 12, y: 36, class: "kind" }, short(node.exists ? (node.kind ?? "") : "deleted")),
  );
}

// Shortens a name, and removes the characters that change the direction of writing: SVG has no isolation for a text.
function short(name) {
  const letters = [...name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")];
  const width = (letter) => (letter.codePointAt(0) > 0x1100 ? 2 : 1);
  let [end, used] = [0, 0];
  while (end < letters.length && used + width(letters[end]) <= WIDEST) used += width(letters[end++]);
  return end < letters.length ? `${letters.slice(0, end).join("")}…` : letters.join("");
}

function nodeTable(title, nodes, link) {
  const names = new Map(nodes.map((node) => [node.id, node.name || node.id]));
  const row = (node) => {
    const address = link(node);
    const name = named(node.name, node.id);
    return [
      address ? el("a", { href: address, "data-key": `node-${node.id}` }, name) : name,
      [node.kind ?? "", node.exists ? null : [" ", el("strong", { class: "f" }, "deleted")]],
      node.parents.length === 0
        ? el("span", { class: "muted" }, "nothing")
        : node.parents.flatMap((id, index) => [index ? ", " : null, named(names.get(id) ?? id)]),
      raw("Fields", node.resource, `fields-${node.id}`),
    ];
  };
  return table(`Nodes of ${title}`, [["Node"], ["Kind"], ["After"], ["Fields", "wide"]], nodes.map(row), {
    class: "nodes",
  });
}

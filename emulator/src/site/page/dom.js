// Builds elements. Text is always a text node, so names are never markup.

const SVG = "http://www.w3.org/2000/svg";

// Creates an element. An attribute that is null or false is left out; a function is an event listener.
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

// A name of a resource: its direction of writing does not reach the text around it.
export function named(text, fallback = "(no name)") {
  return text ? el("bdi", { class: "name" }, text) : el("span", { class: "muted" }, fallback);
}

export function code(text) {
  return el("code", {}, text);
}

// Replaces the content. An element with the same `data-key` keeps the focus, and an open one stays open.
export function update(root, ...children) {
  const open = new Set([...root.querySelectorAll("details[open][data-key]")].map((one) => one.dataset.key));
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  root.replaceChildren(...children.flat(Infinity).filter(Boolean));
  for (const details of root.querySelectorAll("details[data-key]")) {
    if (open.has(details.dataset.key)) details.open = true;
  }
  if (focused !== undefined) {
    [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused)?.focus();
  }
}

// A table with a caption. Each column is [title, class]; the first cell of a row is its header.
export function table(caption, columns, rows, attributes = {}) {
  const head = columns.map(([title, kind]) => el("th", { scope: "col", class: kind }, title));
  const line = (cells) =>
    el(
      "tr",
      {},
      cells.map((cell, index) =>
        el(index === 0 ? "th" : "td", { scope: index === 0 ? "row" : null, class: columns[index]?.[1] }, cell),
      ),
    );
  return el(
    "table",
    attributes,
    el("caption", { class: "hidden" }, caption),
    el("thead", {}, el("tr", {}, head)),
    el("tbody", {}, rows.map(line)),
  );
}

// A section with a heading of the second level.
export function section(title, ...content) {
  return el("section", {}, el("h2", {}, title), ...content);
}

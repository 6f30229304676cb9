// The API reference.

import { change, parameter } from "./address.js";
import { get } from "./api.js";
import { code, el, section, table, update } from "./dom.js";
import { announce } from "./notice.js";

export async function show(root) {
  const [data, { routes }] = await Promise.all([
    get("/_emulator/docs", { endpoint: location.origin }),
    get("/_emulator"),
  ]);
  const names = data.operations[0].snippets.map((snippet) => snippet.name);
  const choose = (name) => {
    change({ language: name === names[0] ? "" : name }, { replace: true });
    pick(root, name);
  };
  document.title = "API reference – Data Flow emulator";
  const switcher = el(
    "div",
    { class: "switch", role: "group", "aria-label": "Language of the examples" },
    names.map((name) => el("button", { type: "button", "data-language": name, click: () => choose(name) }, name)),
  );
  update(
    root,
    el(
      "div",
      { class: "docs" },
      contents(data),
      el(
        "div",
        { class: "reference" },
        el("h1", {}, `${data.title} API ${data.version}`),
        el(
          "p",
          {},
          "Every example calls this emulator with the keys of the selected account. The real service is at ",
          code(data.endpoint),
          ".",
        ),
        switcher,
        errorPart(data.error),
        data.operations.map(operation),
        routePart(routes),
      ),
    ),
  );
  pick(root, names.includes(parameter("language")) ? parameter("language") : names[0]);
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
  return {};
}

// Shows the examples of one language.
function pick(root, name) {
  for (const button of root.querySelectorAll("[data-language]"))
    button.setAttribute("aria-pressed", String(button.dataset.language === name));
  for (const snippet of root.querySelectorAll("[data-snippet]")) snippet.hidden = snippet.dataset.snippet !== name;
}

function contents(data) {
  const groups = [...new Set(data.operations.map((one) => one.group))];
  const items = (group) =>
    data.operations
      .filter((one) => one.group === group)
      .map((one) => el("li", {}, el("a", { href: `#${one.id}` }, one.id)));
  return el(
    "nav",
    { class: "contents", "aria-label": "Operations" },
    groups.map((group) => el("div", {}, el("h2", {}, group), el("ul", {}, items(group)))),
    el("div", {}, el("h2", {}, "emulator"), el("ul", {}, el("li", {}, el("a", { href: "#routes" }, "Control routes")))),
  );
}

function prose(paragraphs) {
  return paragraphs.map((parts) => el("p", {}, inline(parts)));
}

function inline(parts) {
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : part));
}

function operation(one) {
  const [summary] = [one.summary];
  const description = one.description.filter((parts) => parts.join("") !== summary);
  return el(
    "section",
    { class: "operation", id: one.id, "aria-labelledby": `title-${one.id}` },
    el("h2", { id: `title-${one.id}` }, one.id),
    el("p", { class: "route" }, el("b", { class: "method" }, one.method), code(one.path)),
    el("p", {}, summary),
    prose(description),
    parameterPart("Parameters", `Parameters of ${one.id}`, one.parameters, true),
    one.fields && one.fields.length > 0
      ? parameterPart("Fields of the body", `Fields of the body of ${one.id}`, one.fields, false)
      : null,
    statusPart(one),
    one.snippets.map((snippet) =>
      el("div", { "data-snippet": snippet.name }, example(snippet.name, `${snippet.name}: ${one.id}`, snippet.text)),
    ),
    one.response
      ? el(
          "details",
          { "data-key": `response-${one.id}` },
          el("summary", {}, "Example of a response"),
          block(`Response of ${one.id}`, one.response),
        )
      : null,
    el("p", { class: "muted small" }, `Source: ${one.source}.`),
  );
}

function parameterPart(title, caption, rows, withPlace) {
  if (rows.length === 0) return null;
  const columns = [["Name"], ...(withPlace ? [["In"]] : []), ["Type"], ["Meaning", "wide"]];
  const row = (one) => [
    [code(one.name), one.isRequired ? el("span", { class: "tag" }, "required") : null],
    ...(withPlace ? [one.in] : []),
    one.type,
    [
      one.description.map((parts) => el("span", {}, inline(parts), " ")),
      one.default ? ["Default: ", code(one.default), "."] : null,
    ],
  ];
  return [el("h3", {}, title), table(caption, columns, rows.map(row), { class: "parameters" })];
}

function statusPart(one) {
  const tag = (kind) => (status) =>
    el("span", { class: `status ${kind}` }, String(status.status), status.words ? ` ${status.words}` : null);
  const notes = [
    one.isListing ? "A listing: it ends at the first empty page." : null,
    one.isSafeToRetry ? "Safe to retry." : "Not safe to retry: check the resource first.",
  ];
  return [
    el("h3", {}, "Responses"),
    el("p", { class: "statuses" }, one.success.map(tag("s")), one.errors.map(tag("f"))),
    el("p", { class: "muted small" }, notes.filter(Boolean).join(" ")),
  ];
}

function example(name, label, text) {
  const copied = el("span", { class: "muted" });
  const shown = block(label, text);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      copied.textContent = "Copied";
      announce("Copied", { always: true });
    } catch {
      // The clipboard needs a secure address; the reader can copy a selection.
      getSelection().selectAllChildren(shown);
      copied.textContent = "Selected: copy it with the keyboard";
      announce("Selected", { always: true });
    }
  };
  return [
    el(
      "div",
      { class: "row" },
      el("h3", {}, name),
      el("button", { type: "button", class: "small", "aria-label": `Copy ${label}`, click: copy }, "Copy"),
      copied,
    ),
    shown,
  ];
}

function block(label, text) {
  return el("pre", { tabindex: "0", role: "group", "aria-label": label }, text);
}

function errorPart(error) {
  if (!error) return null;
  return section(
    "Errors",
    el(
      "p",
      {},
      "An error response has a code at ",
      code(error.code),
      ", a message at ",
      code(error.message),
      error.details ? [" and an explanation at ", code(error.details)] : null,
      ". The journal of the emulator, ",
      code("/_emulator/requests"),
      ", has the reason of each refused request.",
    ),
  );
}

function routePart(routes) {
  const rows = routes.map((route) => [code(route.path), route.method, route.about]);
  return el(
    "section",
    { id: "routes" },
    el("h2", {}, "Control routes"),
    el("p", {}, "They need no signature. They take and return JSON."),
    table("Control routes", [["Path"], ["Method"], ["Meaning", "wide"]], rows),
  );
}

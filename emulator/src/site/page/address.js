// The address of the page: which page it is, and its filters.

// Returns the parameters of the query.
export function parameters() {
  return new URLSearchParams(location.search);
}

export function parameter(name) {
  return parameters().get(name) ?? "";
}

// Returns the kind of page and the ID in its path.
export function page() {
  const [kind, id] = location.pathname.split("/").slice(1);
  const kinds = { "": "overview", docs: "docs", runs: "run", jobs: "job", workflows: "workflow" };
  return { kind: kinds[kind], id: id === undefined ? "" : decoded(id) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Returns a link to a page: the account stays the same. `path` is a list of segments.
export function href(path, values = {}) {
  const account = parameter("account");
  const query = new URLSearchParams(account ? { account } : {});
  for (const [name, value] of Object.entries(values)) {
    if (value !== "" && value !== null && value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return `/${path.map(encodeURIComponent).join("/")}${text ? `?${text}` : ""}`;
}

// Changes parameters of the current address. An empty value removes one.
export function change(values, { replace = false } = {}) {
  const query = parameters();
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  const address = location.pathname + (text ? `?${text}` : "");
  if (address === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
}

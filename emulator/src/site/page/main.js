// The start of every page: what all have in common, then the page itself.

import { accountMenu } from "./account.js";
import { href, page } from "./address.js";
import { get, setToken, token } from "./api.js";
import { clockMenu, readClock } from "./clock.js";
import { el, update } from "./dom.js";
import { coalesce, listen } from "./events.js";
import { faultMenu } from "./faults.js";
import { closeMenusOutside } from "./menu.js";
import { announce, errorBox } from "./notice.js";
import { updateAges } from "./time.js";

const PAGES = {
  overview: () => import("./overview.js"),
  docs: () => import("./docs.js"),
  run: () => import("./run.js"),
  job: () => import("./job.js"),
  workflow: () => import("./workflow.js"),
};

const AGES = 5000;
const content = document.getElementById("content");

async function start() {
  const { kind, id } = page();
  for (const link of document.querySelectorAll("nav [data-page]")) {
    link.href = href(link.dataset.page === "docs" ? ["docs"] : [""]);
    if (link.dataset.page === kind) link.setAttribute("aria-current", "page");
  }
  try {
    await readClock();
  } catch (error) {
    if (error.isAccess) askForToken(error);
    else update(content, errorBox(error, "The page cannot be shown"));
    return;
  }
  closeMenusOutside();
  const menus = [await accountMenu(), await clockMenu(), await faultMenu()];
  const state = el("span", { class: "stream", title: "Whether changes appear by themselves" }, "connecting");
  document.getElementById("menus").replaceChildren(...menus.filter(Boolean).map((one) => one.element), state);
  const { show } = await PAGES[kind]();
  const shown = await show(content, id);
  const refresh = coalesce(() => shown.refresh?.());
  let connections = 0;
  listen({
    receive(name, data) {
      for (const one of menus) one?.receive?.(name);
      if (changesSomething(name, data)) refresh();
    },
    connected() {
      connections += 1;
      // What happened in between is unknown.
      if (connections > 1) refresh();
    },
    status(text) {
      if (text === "reconnecting" && state.textContent === "live") announce("The emulator does not respond.");
      state.textContent = text;
      state.className = `stream ${text}`;
    },
  });
  setInterval(updateAges, AGES);
}

// A request of the API that reads has no effect. Everything else may have one.
function changesSomething(name, data) {
  return name === "request" ? data?.method !== "GET" && data?.method !== "HEAD" : name !== "faults";
}

function askForToken(error) {
  const input = el("input", { id: "token", type: "password", autocomplete: "off", required: true, size: 40 });
  const submit = async (event) => {
    event.preventDefault();
    setToken(input.value.trim());
    try {
      await get("/_emulator");
      location.reload();
    } catch (failure) {
      askForToken(failure);
    }
  };
  const wasWrong = token() !== "";
  update(
    content,
    el("h1", {}, "Token"),
    el("p", {}, "This emulator can be reached by other machines. It printed a token at its start."),
    wasWrong ? errorBox(error, "No access") : null,
    el(
      "form",
      { class: "row", submit },
      el("label", { for: "token" }, "Token"),
      input,
      el("button", { class: "primary" }, "Continue"),
    ),
  );
  input.focus();
}

start().catch((error) => update(content, errorBox(error, "The page cannot be shown")));

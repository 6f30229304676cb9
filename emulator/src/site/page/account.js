// The account switch.

import { change, page, parameter } from "./address.js";
import { get, send } from "./api.js";
import { el, update } from "./dom.js";
import { menu } from "./menu.js";
import { attempt } from "./notice.js";

const ROUTE = "/_emulator/accounts";
const SHOWN = 8;

// Returns the menu.
export async function accountMenu() {
  const { accounts } = await get(ROUTE);
  const current =
    accounts.find((one) => one.accessKey === parameter("account")) ?? accounts.find((one) => one.isDefault);
  const problem = el("div", {});
  const list = el("ul", { class: "choices" });
  const choice = (account) => {
    const isCurrent = account.accessKey === current?.accessKey;
    const pick = () => open(account);
    return el(
      "li",
      {},
      el(
        "button",
        { class: "choice", click: pick, "aria-current": isCurrent ? "true" : null },
        el("bdi", {}, account.accessKey),
        account.isDefault ? el("span", { class: "muted" }, " default") : null,
      ),
    );
  };
  update(list, accounts.map(choice));
  const add = () =>
    attempt(problem, "The account was not created", async () => {
      const account = await send("POST", ROUTE);
      open(account);
    });
  const panel = [
    el("p", { class: "muted" }, "Each account has its own resources, clock and faults."),
    list,
    el("button", { click: add }, "New account"),
    problem,
  ];
  const key = current?.accessKey ?? "unknown";
  const short = key.length > SHOWN + 1 ? `${key.slice(0, SHOWN)}…` : key;
  return { element: menu([el("span", { class: "muted" }, "Account "), el("bdi", {}, short)], panel, key) };
}

function open(account) {
  // A resource of one account does not exist in another.
  const value = account.isDefault ? "" : account.accessKey;
  if (page().kind === "overview" || page().kind === "docs") {
    change({ account: value, page: "", jobs: "" });
    location.reload();
  } else {
    location.href = value ? `/?${new URLSearchParams({ account: value })}` : "/";
  }
}

// What a reader does with the site.

import { execFileSync } from "node:child_process";
import { inspect, open, ready } from "./site_page.mjs";

const rows = (page) => page.locator("table.runs tbody tr");

// Waits for a condition in the page. What is wrong is a fault, not an exception.
async function expect(faults, what, page, condition, argument) {
  try {
    await page.waitForFunction(condition, argument);
  } catch {
    faults.push(`not so: ${what}`);
  }
}

const query = (wanted) => new URLSearchParams(location.search).toString() === wanted;

// Filters are in the address; the back button and a reload keep them.
export async function* filter(given) {
  const { page, faults, close } = await open(given, "/");
  await ready(page);
  await page.getByLabel("Job", { exact: true }).fill(given.job);
  await expect(faults, "the job is in the address", page, query, `job=${given.job}`);
  const all = (job) =>
    [...document.querySelectorAll("table.runs tbody tr")].every((row) => row.innerText.includes(job));
  await expect(faults, "only runs of the job are shown", page, all, given.job);
  await page.getByLabel("Status").selectOption("FAILED");
  await expect(faults, "the status is in the address", page, query, `job=${given.job}&status=FAILED`);
  const failed = () =>
    [...document.querySelectorAll("table.runs tbody th")].every((cell) => cell.innerText.includes("failed"));
  await expect(faults, "only failed runs are shown", page, failed);
  await page.reload();
  await ready(page);
  await expect(faults, "a reload keeps the filters", page, failed);
  await page.goBack();
  await expect(faults, "back removes the status", page, query, `job=${given.job}`);
  await expect(faults, "back shows the runs", page, () =>
    document.querySelector("table.runs")?.innerText.includes("succeeded"),
  );
  await expect(faults, "back changes the form", page, () => document.getElementById("filter-status").value === "");
  await page.getByLabel("Job", { exact: true }).fill("no-such-job");
  await expect(faults, "an empty result says so", page, () =>
    document.body.innerText.includes("No job matches the filters."),
  );
  yield { place: "filters", faults };
  await close();
}

// Runs the example of an operation as the page shows it.
async function call(given, page, id) {
  const text = await page.evaluate(async (wanted) => {
    const response = await fetch(`/_emulator/docs?endpoint=${encodeURIComponent(location.origin)}`);
    const { operations } = await response.json();
    return operations.find((operation) => operation.id === wanted).snippets[0].text;
  }, id);
  return execFileSync("bash", ["-euo", "pipefail", "-c", text], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

// A run that the API starts appears by itself and ends by itself, on the first page and on its own.
export async function* live(given) {
  const { page, faults, close } = await open(given, "/");
  await ready(page);
  await page.evaluate(() => (window.isSame = true));
  const before = await rows(page).count();
  const created = JSON.parse(await call(given, page, "createJobExecution"));
  const id = Object.entries(created).find(([name]) => /ExecutionId$/.test(name))[1];
  const has = ([run, outcome]) =>
    [...document.querySelectorAll("table.runs tbody tr")].some(
      (row) => row.innerText.includes(run) && row.innerText.includes(outcome),
    );
  await expect(faults, "a new run appears", page, has, [id, ""]);
  await expect(faults, "the run ends", page, has, [id, "succeeded"]);
  if ((await rows(page).count()) !== Math.min(50, before + 1)) faults.push("the table has not one run more");
  if (!(await page.evaluate(() => window.isSame))) faults.push("the page was loaded again");
  yield { place: "live updates", faults };
  await close();
}

// The button ends a run that is going.
export async function* button(given) {
  const { page, faults, close } = await open(given, `/runs/${given.running}`);
  await ready(page);
  const complete = page.getByRole("button", { name: "Complete" });
  await complete.focus();
  await page.keyboard.press("Enter");
  await expect(faults, "the headline changes", page, () =>
    document.querySelector(".headline").innerText.includes("succeeded"),
  );
  await expect(
    faults,
    "the button is disabled",
    page,
    () => [...document.querySelectorAll("button")].find((one) => one.innerText === "Complete").disabled,
  );
  await inspect(given, page, faults);
  yield { place: "the button Complete", faults };
  await close();
}

// The panels of the header change the emulator.
export async function* panels(given) {
  const { page, faults, close } = await open(given, `/workflows/${given.workflow}`);
  await ready(page);
  await expect(faults, "the schedule is in words", page, () =>
    /every day/i.test(document.querySelector("main").innerText),
  );
  await page.locator("details.menu summary", { hasText: "Faults" }).click();
  await page.getByLabel("Fault", { exact: true }).selectOption("lost");
  await page.getByLabel("Operation").selectOption({ index: 1 });
  await page.getByLabel("Rate, 0 to 1").fill("0.5");
  await page.getByLabel("Times").fill("3");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(faults, "the fault is listed", page, () =>
    document.querySelector(".panel table")?.innerText.includes("rate 0.5, 3 times"),
  );
  await expect(faults, "the count changes", page, () => document.querySelector(".count").innerText === "1");
  await inspect(given, page, faults);
  await page.getByLabel("Rate, 0 to 1").fill("");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(faults, "the faults are cleared", page, () => document.querySelector(".count").innerText === "0");
  await page.keyboard.press("Escape");
  await page.locator("details.menu summary", { hasText: "Clock" }).click();
  await inspect(given, page, faults);
  await page.getByRole("button", { name: "Freeze" }).click();
  await expect(faults, "the clock is frozen", page, () =>
    document.querySelector(".menus").innerText.includes("frozen"),
  );
  const shown = () => document.querySelector(".menus").innerText;
  const before = await page.evaluate(shown);
  await page.getByRole("button", { name: "+1 d" }).click();
  await expect(faults, "a day passes", page, (before) => document.querySelector(".menus").innerText !== before, before);
  await page.getByRole("button", { name: "Machine's clock" }).click();
  await expect(faults, "the clock runs", page, () => !document.querySelector(".menus").innerText.includes("frozen"));
  await page.keyboard.press("Escape");
  await page.locator("details.menu summary", { hasText: "Account" }).click();
  await inspect(given, page, faults);
  await page.goto(`${given.endpoint}/?account=nobody`);
  await expect(faults, "an unknown account is an error in the page", page, () =>
    document.querySelector("main").innerText.includes("nobody"),
  );
  const expected = faults.filter((fault) => !/\b404\b/.test(fault));
  yield { place: "the panels", faults: expected };
  await close();
}

// Everything can be reached with the keyboard.
export async function* keyboard(given) {
  const { page, faults, close } = await open(given, "/");
  await ready(page);
  await page.keyboard.press("Tab");
  if ((await page.evaluate(() => document.activeElement.className)) !== "skip")
    faults.push("the first stop is not the skip link");
  await page.keyboard.press("Enter");
  if ((await page.evaluate(() => document.activeElement.id)) !== "content")
    faults.push("the skip link does not lead to the content");
  const stops = [];
  for (let index = 0; index < 12; index += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return [document.activeElement.className, outlineStyle !== "none" && outlineWidth !== "0px"];
    });
    if (!stop[1]) faults.push(`the focus on '${stop[0]}' is invisible`);
    stops.push(stop[0]);
  }
  if (stops.filter((name) => name.startsWith("cell")).length > 5) faults.push(`Tab stops at every run: ${stops}`);
  const cell = page.locator("a.cell[tabindex='0']").first();
  await cell.focus();
  const label = () => page.evaluate(() => document.activeElement.dataset.key);
  const first = await label();
  await page.keyboard.press("ArrowLeft");
  if ((await label()) === first) faults.push("the arrow keys do not move in the grid");
  await page.keyboard.press("ArrowRight");
  if ((await label()) !== first) faults.push("the right arrow does not move back");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/runs/*");
  yield { place: "the keyboard", faults };
  await close();
}

// A thousand jobs are shown page by page.
export async function* many(given) {
  const { page, faults, close } = await open(given, "/");
  await ready(page);
  await expect(faults, "the grid has a page", page, () => document.body.innerText.includes("1–50 of 1000"));
  const count = await page.evaluate(() => document.querySelectorAll("*").length);
  if (count > 12_000) faults.push(`has ${count} elements`);
  await page.getByRole("navigation", { name: "Pages of jobs" }).getByText("Older").click();
  await expect(faults, "the next page is shown", page, () => document.body.innerText.includes("51–100 of 1000"));
  await expect(faults, "the page is in the address", page, query, "jobs=1");
  yield { place: "a thousand jobs", faults };
  await close();
}

// An emulator for other machines asks for the token, and keeps it for the tab.
export async function* token(given) {
  const { page, faults, close } = await open(given, "/");
  await page.getByLabel("Token").fill("wrong");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(faults, "a wrong token is an error in the page", page, () =>
    document.querySelector("[role=alert]")?.innerText.includes("the token is wrong"),
  );
  await page.getByLabel("Token").fill(given.token);
  await page.getByRole("button", { name: "Continue" }).click();
  await ready(page);
  await page.goto(`${given.endpoint}/docs`);
  await ready(page);
  // The refusals are expected; the browser writes them to the console.
  const other = faults.filter((fault) => !/\b(401|403)\b/.test(fault));
  yield { place: "the token", faults: other };
  await close();
}

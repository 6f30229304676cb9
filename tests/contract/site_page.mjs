// A page of the site, and what is wrong with it: messages on the console, requests to other origins, and for axe-core.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const WAIT = 10_000;

export function fill(given) {
  const axe = readFileSync(createRequire(`${given.modules}/`).resolve("axe-core/axe.min.js"), "utf8");
  return { ...given, axe };
}

// Opens a page. `faults` gets everything that no page may do.
export async function open({ browser, endpoint }, path, { width = 1280, colorScheme = "light", prepare } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  context.setDefaultTimeout(WAIT);
  const page = await context.newPage();
  const faults = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== new URL(endpoint).origin) faults.push(`requests ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    if (/csp/i.test(request.failure().errorText)) faults.push(`is stopped by its policy: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${new URL(response.url()).pathname}`);
  });
  page.on("console", (message) => faults.push(`writes to the console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`throws: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`opens a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  if (prepare) await prepare(page);
  const response = await page.goto(endpoint + path);
  const policy = response.headers()["content-security-policy"] ?? "";
  if (!policy.includes("default-src 'none'") || policy.includes("unsafe")) faults.push(`has the policy '${policy}'`);
  return { page, faults, close: () => context.close() };
}

// Waits until the page has its content and the live events.
export async function ready(page) {
  await page.locator("main h1").first().waitFor();
  await page.locator(".stream.live").waitFor();
}

// Adds what axe-core finds, and a page that is wider than its window.
export async function inspect({ axe }, page, faults) {
  await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => axe.run(document));
  for (const rule of violations) {
    faults.push(
      `axe: ${rule.id}: ${rule.nodes
        .map((node) => node.html.slice(0, 200))
        .slice(0, 3)
        .join(" ")}`,
    );
  }
  if (!passes.some((rule) => rule.id === "color-contrast")) faults.push("axe: has not measured the contrast");
  const [wide, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (wide > width) faults.push(`is ${wide} px wide`);
  const foreign = await page.evaluate(
    () => document.querySelectorAll("main :is(script, img, iframe, style, link, object)").length,
  );
  if (foreign > 0) faults.push(`has ${foreign} elements that load or run something`);
}

// Every page in both color schemes, narrow and wide. `pages` are paths, texts that must be shown as they are, and whether
// one look is enough.
export async function* loads(given) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [768, 1920]) {
      for (const [path, texts, once] of given.pages) {
        if (once && (width !== 768 || colorScheme !== "light")) continue;
        const { page, faults, close } = await open(given, path, { width, colorScheme });
        await ready(page);
        const shown = await page.locator("body").innerText();
        for (const text of ["emulator: nothing here is real", ...texts]) {
          if (!shown.includes(text)) faults.push(`does not show '${text}'`);
        }
        if (given.folder) {
          const name = path.replace(/\W+/g, "-") || "-";
          await page.screenshot({ path: `${given.folder}/site${name}-${width}-${colorScheme}.png`, fullPage: true });
        }
        await inspect(given, page, faults);
        // The panels of the header, too. They are the same on every page.
        for (const menu of path === "/" ? await page.locator("details.menu").all() : []) {
          await menu.locator("> summary").click();
          await inspect(given, page, faults);
          await page.keyboard.press("Escape");
        }
        yield { place: `${path}, ${width} px, ${colorScheme}`, faults };
        await close();
      }
    }
  }
}

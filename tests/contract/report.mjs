// Opens a page in Chromium: report.mjs NODE_MODULES CHROMIUM PAGE WIDTHS [FOLDER]
//
// Prints one JSON object per width and color scheme: what axe-core finds, how wide the page is, what it requests, and what
// it writes to the console. With a folder, a screenshot of each goes there.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, executablePath, file, widths, folder] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const url = pathToFileURL(file).href;

async function look(browser, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const requests = [];
  const blocked = [];
  const messages = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("requestfailed", (request) => /csp/i.test(request.failure().errorText) && blocked.push(request.url()));
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  page.on("dialog", (dialog) => (messages.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  await page.goto(url);
  await page.keyboard.press("Tab");
  const focused = await page.evaluate(() => document.activeElement.tagName);
  if (folder) await page.screenshot({ path: `${folder}/${width}-${colorScheme}.png`, fullPage: true });
  // What is folded is checked too.
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  const foreign = await page.evaluate(() => document.querySelectorAll("script, img, iframe, link, form, object").length);
  const text = await page.evaluate(() => document.body.innerText);
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => axe.run(document));
  await context.close();
  return {
    width,
    colorScheme,
    scrollWidth,
    focused,
    foreign,
    requests: requests.filter((request) => request !== url),
    blocked,
    messages,
    passes: passes.map((rule) => rule.id),
    violations: violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).slice(0, 3).join(" ")}`),
    text,
  };
}

const browser = await chromium.launch({ executablePath });
try {
  for (const width of widths.split(",").map(Number)) {
    for (const colorScheme of ["light", "dark"]) {
      console.log(JSON.stringify(await look(browser, width, colorScheme)));
    }
  }
} finally {
  await browser.close();
}

// Uses the emulator's site in Chromium: site.mjs NODE_MODULES CHROMIUM SCENARIO ARGUMENT
//
// The argument is a JSON object with the address of the emulator and what the scenario needs. Prints one JSON object per
// line: where it was, and what is wrong there.

import { createRequire } from "node:module";
import { fill, loads } from "./site_page.mjs";
import { button, filter, keyboard, live, many, panels, token } from "./site_use.mjs";
import { broken } from "./site_broken.mjs";

const [modules, executablePath, scenario, argument] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)("playwright-core");
const scenarios = { loads, filter, live, button, keyboard, panels, many, token, broken };

const browser = await chromium.launch({ executablePath });
try {
  const given = { modules, browser, ...JSON.parse(argument) };
  for await (const found of scenarios[scenario](fill(given))) console.log(JSON.stringify(found));
} finally {
  await browser.close();
}

// Breaks the site on its way to the browser. Each of its faults must be found.

import { inspect, open, ready } from "./site_page.mjs";

const MARKUP =
  '<div style="width:4000px;color:#777;background:#888">pale</div><img src="https://example.invalid/pixel.png">' +
  "<script>console.log('ran')</script></body>";

// Serves the page with a fault. Without `hasPolicy`, its policy is removed.
const breaking = (hasPolicy) => (page) =>
  page.route("**/", async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": policy, ...headers } = response.headers();
    const body = (await response.text()).replace("</body>", MARKUP);
    await route.fulfill({
      response,
      body,
      headers: hasPolicy ? { ...headers, "content-security-policy": policy } : headers,
    });
  });

// Makes markup of every name, as a page that uses innerHTML does. The policy stops it.
const careless = (page) =>
  page.route("**/_emulator/site/dom.js", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace('el("bdi", { class: "name" }, text)', 'Object.assign(el("bdi"), { innerHTML: text })');
    await route.fulfill({ response, body });
  });

export async function* broken(given) {
  for (const hasPolicy of [false, true]) {
    const { page, faults, close } = await open(given, "/", { prepare: breaking(hasPolicy) });
    await ready(page);
    await inspect(given, page, faults);
    yield { place: hasPolicy ? "broken" : "broken without policy", faults };
    await close();
  }
  const { page, faults, close } = await open(given, "/", { prepare: careless });
  await page.waitForFunction(() => document.querySelector("main").innerText !== "");
  await page.waitForTimeout(500);
  yield { place: "careless", faults };
  await close();
}

"""Looks at the command line's report with Chromium and axe-core, as a reader with a phone or a screen reader would."""

import json
import os
import shutil

import run_state
from servers import Failure
from spec_checks import demand, write

PERIOD = ["--since", run_state.SINCE.isoformat(), "--until", run_state.UNTIL.isoformat()]

# Makes a page that is wide, hard to read, and loads something.
BROKEN = (
    '<p style="width:2000px;color:#777;background:#888">pale</p><img src="https://example.invalid/pixel.png">'
    "<script>console.log('ran')</script></main>"
)


def chromium():
    """The variable CHROMIUM, or what Debian and others call it."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise Failure("chromium is missing; install it, or set CHROMIUM")
    return found


def look(tools, page, widths, *folder):
    modules = tools.installed / "node_modules"
    said = demand(tools, "node", tools.here / "report.mjs", modules, chromium(), page, widths, *folder)
    return [json.loads(line) for line in said.splitlines()]


def faults(seen):
    """What is wrong with a page at one width in one color scheme."""
    found = [f"axe: {violation}" for violation in seen["violations"]]
    found += [f"requests {request}" for request in seen["requests"]]
    found += [f"writes to the console: {message}" for message in seen["messages"]]
    if seen["scrollWidth"] > seen["width"]:
        found.append(f"is {seen['scrollWidth']} px wide")
    if seen["foreign"]:
        found.append(f"has {seen['foreign']} elements that load or run something")
    return [f"{seen['width']} px, {seen['colorScheme']}: {fault}" for fault in found]


def report(tools):
    state = write(tools.scratch / "month.json", run_state.state())
    page = tools.scratch / "report.html"
    command = [tools.cli, "report", "--emulator", "--data", state, "--no-record", "--to", page, *PERIOD]
    demand(tools, *command)
    looks = look(tools, page, "360,1280", tools.scratch)
    found = [fault for seen in looks for fault in faults(seen)]
    if found:
        raise Failure("the report has faults", "\n".join(found))
    for seen in looks:
        shown = seen["text"].split()
        if seen["focused"] != "SUMMARY" or "color-contrast" not in seen["passes"] or "inventory-sync" not in shown:
            raise Failure(f"the report is not what was looked at: {seen['focused']}, {seen['passes']}")
    refuses_broken(tools, page)
    runs = len(run_state.state()["executions"])
    return f"{runs} runs: no violation, no scrolling, no request in {len(looks)} looks"


def refuses_broken(tools, page):
    """Each fault of the broken page must be found, with its policy and without."""
    html = page.read_text(encoding="utf-8").replace("</main>", BROKEN)
    policy = html[html.index("<meta http-equiv") : html.index("\n", html.index("<meta http-equiv"))]
    broken = tools.scratch / "broken.html"
    for content, wanted in [
        (html.replace(policy, ""), ["axe: color-contrast", "requests https://example.invalid", "ran", "px wide"]),
        # The policy stops the script and the image. Chromium says so on the console.
        (html, ["Content Security Policy"]),
    ]:
        broken.write_text(content, encoding="utf-8")
        looks = look(tools, broken, "360")
        found = "\n".join(fault for seen in looks for fault in faults(seen))
        missing = [fault for fault in wanted if fault not in found]
        if missing:
            raise Failure(f"a broken report passes: {missing} not found", found)
    if any(seen["requests"] != seen["blocked"] for seen in looks):
        raise Failure("the policy of the page lets a request through", str(looks[0]["requests"]))

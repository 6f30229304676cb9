"""Uses the emulator's site in Chromium: loads, filters, watches, clicks, and reads it as axe-core does."""

import json
import os
import re
import subprocess
from contextlib import contextmanager

import site_state
from report_checks import chromium
from servers import Failure, environment, exports, server, text, wait_for
from spec_checks import demand, write

SECONDS = 60
SHELL = ["bash", "-euo", "pipefail", "-c"]
# What each broken page must be found for.
BROKEN = {
    "broken without policy": ["axe: color-contrast", "requests https://example.invalid", "ran", "px wide", "has the policy ''"],
    "broken": ["Content Security Policy", "is stopped by its policy: https://example.invalid"],
    "careless": ["TrustedHTML"],
}


@contextmanager
def emulator(tools, name, *options):
    """An emulator of its own. Gives its variables and what it printed."""
    log = tools.scratch / f"site-{name}.log"
    command = [tools.cli, "emulator", "--port", "0", *map(str, options)]
    with server(command, log, environment(tools.scratch)) as process:
        variables = wait_for("the emulator", lambda: exports(text(log)), process, log)
        yield variables, log


def use(tools, scenario, variables, **given):
    """What is wrong in a scenario, by place."""
    given["endpoint"] = variables["NCLOUD_DATAFLOW_ENDPOINT"]
    modules = tools.installed / "node_modules"
    said = demand(tools, "node", tools.here / "site.mjs", modules, chromium(), scenario, json.dumps(given))
    return {seen["place"]: seen["faults"] for seen in map(json.loads, said.splitlines())}


def site(tools):
    state = write(tools.scratch / "site.json", site_state.state())
    places = {}
    with emulator(tools, "look", "--seed-file", state) as (variables, _):
        places |= use(tools, "loads", variables, pages=site_state.PAGES, folder=str(tools.scratch))
        places |= use(tools, "filter", variables, job="nightly-etl")
        places |= use(tools, "keyboard", variables)
        places |= use(tools, "button", variables, running=site_state.RUNNING)
        broken = use(tools, "broken", variables)
    with emulator(tools, "panels", "--seed-file", state) as (variables, _):
        places |= use(tools, "panels", variables, workflow=site_state.WORKFLOW, trigger=site_state.TRIGGER)
    with emulator(tools, "live", "--speed", "10") as (variables, _):
        places |= use(tools, "live", variables)
    many = write(tools.scratch / "many.json", site_state.many_jobs())
    with emulator(tools, "many", "--seed-file", many) as (variables, _):
        places |= use(tools, "many", variables)
    with emulator(tools, "token", "--host", "0.0.0.0") as (variables, log):
        places |= use(tools, "token", variables, token=token(log))
    found = [f"{place}: {fault}" for place, faults in places.items() for fault in faults]
    if found:
        raise Failure("the site has faults", "\n".join(found))
    refuses_broken(broken)
    commands = examples(tools)
    return f"no fault in {len(places)} places; {commands} examples of commands work"


def token(log):
    """The token that an emulator for other machines prints."""
    found = re.search(r"\b[0-9a-f]{32}\b", text(log))
    if not found:
        raise Failure("the emulator prints no token", text(log))
    return found[0]


def refuses_broken(broken):
    """Each fault of a broken page must be found."""
    for place, wanted in BROKEN.items():
        found = "\n".join(broken[place])
        missing = [fault for fault in wanted if fault not in found]
        if missing:
            raise Failure(f"a site that is {place} passes: {missing} not found", found)
    if any(fault.endswith(": ran") for fault in broken["broken"]):
        raise Failure("the policy of the site lets a script run", "\n".join(broken["broken"]))


def examples(tools):
    """Runs the example of each operation for the command line, on an emulator of its own. Gives their number."""
    folder = tools.scratch / "bin"
    folder.mkdir()
    (folder / "ncloud-dataflow").symlink_to(os.path.abspath(tools.cli))
    env = environment(tools.scratch, PATH=f"{folder}:{os.environ['PATH']}")
    number, total = 0, 1
    while number < total:
        with emulator(tools, "examples") as (variables, _):
            operations = docs(tools, variables)["operations"]
            operation, total = operations[number], len(operations)
            script = next(one["text"] for one in operation["snippets"] if one["name"] == "Command line")
            done = subprocess.run([*SHELL, script], input=b"", capture_output=True, env=env, timeout=SECONDS)
        # The documented execution has ended, so it cannot be canceled.
        wanted = 1 if operation["id"] == "cancelJobExecution" else 0
        if done.returncode != wanted:
            said = (done.stdout + done.stderr).decode(errors="replace")
            raise Failure(f"the example of {operation['id']} ends with {done.returncode}", f"{script}\n{said}")
        number += 1
    return number


def docs(tools, variables):
    endpoint = variables["NCLOUD_DATAFLOW_ENDPOINT"]
    address = f"{endpoint}/_emulator/docs?endpoint={endpoint}"
    return json.loads(demand(tools, "curl", "--silent", "--fail", "--noproxy", "*", address))

"""Tools that read the spec: three validators, and two generators of clients."""

import copy
import json
import re
import subprocess

from render30 import document
from servers import Failure, environment

TOOL_SECONDS = 300


def run(tools, *command, **variables):
    """Ends well or badly; the code and everything that was written."""
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(tools.scratch, **variables),
        cwd=tools.scratch,
        timeout=TOOL_SECONDS,
    )
    return done.returncode, done.stdout.decode(errors="replace")


def demand(tools, *command):
    """What a command wrote that has to end well."""
    code, said = run(tools, *command)
    if code != 0:
        raise Failure(f"{command[0]} ended with {code}", said)
    return said


def refuses(tools, *command):
    """A tool that takes a broken spec proves nothing about the right one."""
    code, said = run(tools, *command)
    if code == 0:
        raise Failure(f"{command[0]} takes a spec that lacks the description of an answer", said)


def broken(bundle):
    """A copy without the description of one answer, which every version of OpenAPI requires."""
    bundle = copy.deepcopy(bundle)
    operation = next(iter(bundle["paths"].values()))["get"]
    del operation["responses"]["200"]["description"]
    return bundle


def write(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def openapi_spec_validator(tools):
    command = [tools.python("openapi-spec-validator"), "--validation-errors", "all"]
    demand(tools, *command, tools.spec)
    demand(tools, *command, tools.bundle)
    refuses(tools, *command, write(tools.scratch / "broken.json", broken(tools.document)))
    return "spec and bundle are valid"


def redocly(tools):
    command = [tools.node("redocly"), "lint"]
    said = demand(tools, *command, tools.spec, "--format", "json", "--max-problems", "1000")
    totals = json.loads(said[said.index("{") : said.rindex("}") + 1])["totals"]
    if totals["errors"] or totals["warnings"] or totals["ignored"]:
        raise Failure(f"redocly finds {totals}", demand(tools, *command, tools.spec))
    refuses(tools, *command, write(tools.scratch / "broken.json", broken(tools.document)))
    return "no error, no warning in the files of the spec"


def spectral(tools):
    command = [tools.node("spectral"), "lint", "--ruleset", tools.here / "spectral.yaml", "--fail-severity", "hint"]
    demand(tools, *command, tools.bundle)
    refuses(tools, *command, write(tools.scratch / "broken.json", broken(tools.document)))
    return "no error, warning or hint in the bundle"


def openapi_generator(tools):
    tool = tools.python("openapi-generator-cli")
    rendering = write(tools.scratch / "rendering.json", document(copy.deepcopy(tools.document)))
    said = demand(tools, tool, "validate", "--recommend", "-i", rendering)
    if "No validation issues detected" not in said:
        raise Failure("openapi-generator has something to say about the 3.0 rendering", said)
    refuses(tools, tool, "validate", "-i", write(tools.scratch / "broken.json", document(broken(tools.document))))
    peer = tools.scratch / "peer"
    said = demand(tools, tool, "generate", "--generator-name", "rust", "-i", rendering, "-o", peer)
    sources = [file.read_text(encoding="utf-8") for file in (peer / "src" / "apis").glob("*_api.rs")]
    count = sum(len(re.findall(r"^pub async fn ", source, re.MULTILINE)) for source in sources)
    return expect(tools, count, said)


def progenitor(tools):
    rendering = write(tools.scratch / "rendering.json", document(copy.deepcopy(tools.document)))
    said = demand(tools, tools.progenitor, rendering)
    refuses(tools, tools.progenitor, write(tools.scratch / "broken.json", document(broken(tools.document))))
    return expect(tools, int(said), said)


def expect(tools, count, said):
    """A generator that drops an operation does so without a word."""
    if count != len(tools.operations):
        raise Failure(f"expected {len(tools.operations)} functions in the generated client but found {count}", said)
    return f"reads the 3.0 rendering, {count} functions"

"""Runs the checks that are named, or all of them, one line each; the last line counts them.

Called by `run`, which installs what they need.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import examples_checks
import other_forms
import proxy_checks
import report_checks
import site_checks
import spec_checks
import traffic_checks
from drive import operations
from servers import Failure

CHECKS = {
    "openapi-spec-validator": spec_checks.openapi_spec_validator,
    "redocly": spec_checks.redocly,
    "spectral": spec_checks.spectral,
    "prism-mock": traffic_checks.prism_mock,
    "prism-proxy": traffic_checks.prism_proxy,
    "proxy": proxy_checks.proxy,
    "schemathesis": traffic_checks.schemathesis,
    "openapi-generator": spec_checks.openapi_generator,
    "progenitor": spec_checks.progenitor,
    "report": report_checks.report,
    "examples": examples_checks.examples,
    "site": site_checks.site,
}


class Tools:
    """Where everything is."""

    def __init__(self):
        self.here = Path(__file__).resolve().parent
        self.spec = self.here.parents[1] / "spec" / "dataflow.yaml"
        self.installed = Path(os.environ["CONTRACT_TOOLS"])
        self.cli = os.environ["CONTRACT_CLI"]
        self.progenitor = os.environ["CONTRACT_PROGENITOR"]
        self.scratch = self.installed / "scratch"
        self.bundle = self.scratch / "bundle.json"
        # The same with the forms of `x-also` written out.
        self.forms = self.scratch / "forms.json"
        self.document = {}
        self.operations = []
        self.bodies = json.loads((self.here / "bodies.json").read_text(encoding="utf-8"))

    def node(self, program):
        return str(self.installed / "node_modules" / ".bin" / program)

    def python(self, program):
        return str(self.installed / "venv" / "bin" / program)

    def prepare(self):
        """Joins the files of the spec, with the documented examples in their places, for tools that read one file."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)
        spec_checks.demand(self, self.node("redocly"), "bundle", self.spec, "--output", self.bundle)
        self.document = json.loads(self.bundle.read_text(encoding="utf-8"))
        self.forms.write_text(json.dumps(other_forms.document(self.document)), encoding="utf-8")
        self.operations = operations(self.document, self.bodies)


def check(name, tools):
    start = time.monotonic()
    try:
        result, said, details = "ok", CHECKS[name](tools), ""
    except Failure as failure:
        result, said, details = "FAILED", str(failure), failure.details
    except subprocess.TimeoutExpired as error:
        result, said, details = "FAILED", f"{error.cmd[0]} took longer than {error.timeout} s", ""
    print(f"{result:<8}{name:<24}{time.monotonic() - start:5.1f} s  {said}", flush=True)
    if details:
        print("".join(f"    {line}\n" for line in details.splitlines()), end="", flush=True)
    return result == "ok"


def main(names):
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        sys.exit(f"no check is called '{unknown[0]}'; there are {', '.join(CHECKS)}")
    # Turned into an exception, so that the servers are ended on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    tools = Tools()
    try:
        tools.prepare()
    except Failure as failure:
        sys.exit(f"{failure}\n{failure.details}")
    passed = sum([check(name, tools) for name in names or CHECKS])
    failed = len(names or CHECKS) - passed
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1:])

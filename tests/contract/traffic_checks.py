"""Tools that stand in the traffic: Prism in the place of the service or before it, schemathesis in that of a client."""

import http.server
import re
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress

from drive import Driver
from servers import Failure, emulator, prism, text
from spec_checks import run

MOCK_KEYS = {"NCLOUD_ACCESS_KEY_ID": "AK_TEST", "NCLOUD_SECRET_ACCESS_KEY": "SK_TEST"}
REQUEST = re.compile(r"\[HTTP SERVER\] (\w+) (\S+) .*Request received")
VIOLATION = re.compile(r"Violation: .*|.*Request did not pass.*")


def prism_mock(tools):
    """Prism answers by the spec; our client has to understand each answer, and Prism each request."""
    log = tools.scratch / "prism-mock.log"
    with prism(tools, log, "mock") as endpoint:
        called = Driver(tools, endpoint, MOCK_KEYS).call_all(tools.document, tools.bodies)
    # An answer is made from a documented example, and some of those are older than the schema; a request is ours.
    unfit = [line for line in violations(log) if "response." not in line]
    return verdict(called, unfit, log)


def prism_proxy(tools):
    """Prism compares what our client and our emulator say to each other with the spec, and refuses what differs."""
    log = tools.scratch / "prism-proxy.log"
    try:
        called = through_proxy(tools, log, "--errors")
    except Failure as failure:
        # With --errors Prism names the violation to the client alone; without, it logs all of them.
        with suppress(Failure):
            through_proxy(tools, log)
        raise Failure(str(failure), "\n".join([failure.details, *violations(log)])) from failure
    proxy_sees_faults(tools)
    return verdict(called, violations(log), log)


def through_proxy(tools, log, *options):
    with (
        emulator(tools, tools.scratch / "emulator-proxy.log") as variables,
        prism(tools, log, "proxy", variables["NCLOUD_DATAFLOW_ENDPOINT"], *options) as endpoint,
    ):
        keys = {name: value for name, value in variables.items() if "KEY" in name}
        return Driver(tools, endpoint, keys).call_all(tools.document, tools.bodies)


def verdict(called, unfit, log):
    if unfit:
        raise Failure(f"Prism finds {len(unfit)} violations", "\n".join(unfit))
    requests = [(method.lower(), path) for method, path in REQUEST.findall(text(log))]
    for operation in called:
        route = operation.route()
        if not any(method == operation.method and route.match(path) for method, path in requests):
            raise Failure(f"Prism never saw {operation.method.upper()} {operation.path} of {operation.id}", text(log))
    return f"{len(called)} operations, no violation"


def violations(log):
    return VIOLATION.findall(text(log))


def proxy_sees_faults(tools):
    """A proxy that lets everything pass proves nothing: a wrong answer and an unsigned request have to be told."""
    log = tools.scratch / "prism-faults.log"
    with upstream() as address, prism(tools, log, "proxy", address, "--errors") as endpoint:
        signed = {"x-ncp-apigw-timestamp": "1", "x-ncp-iam-access-key": "AK", "x-ncp-apigw-signature-v2": "S"}
        for headers, expected in ((signed, 500), ({}, 401)):
            status = get(endpoint + "/api/v1/jobs", headers)
            if status != expected:
                raise Failure(f"expected Prism to answer {expected} to a fault but found {status}", text(log))


def get(address, headers):
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(urllib.request.Request(address, headers=headers), timeout=20) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


@contextmanager
def upstream():
    """A service whose every answer is a page without a list."""

    class Faulty(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            content = b'{"count": 1}'
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Faulty) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{service.server_port}"
        finally:
            service.shutdown()


def schemathesis(tools):
    """Signed requests, right and wrong ones, made from the spec: the emulator has to keep to it and to survive."""
    with emulator(tools, tools.scratch / "emulator-schemathesis.log") as variables:
        command = [tools.python("schemathesis"), "--config-file", tools.here / "schemathesis.toml", "run", tools.forms]
        command += ["--url", variables["NCLOUD_DATAFLOW_ENDPOINT"], "--generation-deterministic"]
        code, said = run(tools, *command, SCHEMATHESIS_HOOKS=str(tools.here / "hooks.py"), **variables)
    cases = re.search(r"^ *([\d,]+) generated", said, re.MULTILINE)
    tested = re.search(r"^ *Tested: (\d+)$", said, re.MULTILINE)
    if code != 0 or not cases:
        raise Failure(f"schemathesis ended with {code}", said)
    if not tested or int(tested[1]) != len(tools.operations):
        raise Failure(f"schemathesis did not test all {len(tools.operations)} operations", said)
    return f"{cases[1]} cases over {tested[1]} operations, no failure"

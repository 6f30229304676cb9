"""Calls every operation of the spec once, through the command line, in an order in which the ids are known.

What there is to call, its command, its parameters and their examples come from the spec; so a new operation is driven
without a change here, if its request body has a documented example or one in bodies.json.
"""

import json
import re
import subprocess

from servers import Failure, environment

METHODS = ("get", "post", "put", "patch", "delete")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
CALL_SECONDS = 60


class Operation:
    """One operation of the bundle."""

    def __init__(self, method, path, bundle, bodies):
        item = bundle["paths"][path]
        definition = item[method]
        self.method = method
        self.path = path
        self.id = definition["operationId"]
        self.command = [definition["x-cli"]["noun"], definition["x-cli"]["verb"]]
        self.paging = definition.get("x-paging")
        parameters = item.get("parameters", []) + definition.get("parameters", [])
        parameters = [resolved(one, bundle) for one in parameters]
        self.in_path = [one for one in parameters if one["in"] == "path"]
        self.flagged = [one for one in parameters if one["in"] != "path"]
        self.body = body(definition, bodies.get(self.id))

    def needs(self):
        """Names of the ids that have to be known before it can be called."""
        return {one["name"] for one in self.in_path} | set(PLACEHOLDER.findall(json.dumps(self.body)))

    def route(self):
        """What the path of a request to it looks like."""
        return re.compile(PLACEHOLDER.sub("[^/]+", self.path) + "$")


def resolved(node, bundle):
    """The component that a reference names; anything else as it is."""
    if "$ref" in node:
        _, *way = node["$ref"].split("/")
        node = bundle
        for key in way:
            node = node[key]
    return node


def body(definition, own):
    if "requestBody" not in definition or own is not None:
        return own
    content = definition["requestBody"]["content"]["application/json"]
    examples = [one["value"] for one in content.get("examples", {}).values()]
    if not examples:
        name = definition["operationId"]
        raise Failure(f"{name} has no example of its request; add one to the spec or to bodies.json")
    return examples[0]


def operations(bundle, bodies):
    """All operations, in the order of the spec."""
    paths = bundle["paths"]
    return [Operation(method, path, bundle, bodies) for path in paths for method in METHODS if method in paths[path]]


class Driver:
    """Calls operations at one endpoint and keeps the ids that the answers name."""

    def __init__(self, tools, endpoint, keys):
        self.tools = tools
        self.endpoint = endpoint
        self.env = environment(tools.scratch, **keys)
        self.known = {}

    def call_all(self, bundle, bodies):
        """Calls each operation once; gives them in the order of the calls."""
        found = operations(bundle, bodies)
        deleting = [operation for operation in found if operation.method == "delete"]
        called = self.call_ready([operation for operation in found if operation not in deleting])
        self.end_executions()
        return called + self.call_ready(deleting)

    def call_ready(self, waiting):
        """Calls the first whose ids are known, until none is left."""
        # The parameters' own examples stand in for what nothing creates.
        spare = {one["name"]: one["example"] for operation in waiting for one in operation.in_path if "example" in one}
        called = []
        while waiting:
            ready = [operation for operation in waiting if operation.needs() <= self.known.keys()]
            if not ready:
                missing = min(waiting[0].needs() - self.known.keys())
                self.known[missing] = spare[missing]
                continue
            waiting.remove(ready[0])
            self.call(ready[0])
            called.append(ready[0])
        return called

    def end_executions(self):
        """Ends what the workflow started. Until then neither it nor its job can be deleted, and no test waits."""
        if "workflowId" in self.known:
            for run in self.ask("workflow", "executions", self.known["workflowId"], "--no-paginate"):
                if run["status"] in ("READY", "RUNNING"):
                    self.ask("execution", "cancel", run["jobId"], run["jobExecutionId"], "--by-id")

    def call(self, operation):
        answer = self.ask(*operation.command, *self.arguments(operation))
        if operation.method == "post" and isinstance(answer, dict):
            self.learn(answer)

    def ask(self, *arguments):
        """Runs a command that has to succeed; its result."""
        command = [self.tools.cli, *arguments, "--endpoint", self.endpoint, "--request-timeout", "20s", "--output", "json"]
        done = subprocess.run(
            command, input=b"", capture_output=True, env=self.env, cwd=self.tools.scratch, timeout=CALL_SECONDS
        )
        said = (done.stdout + done.stderr).decode(errors="replace")
        if done.returncode != 0:
            raise Failure(f"'{' '.join(arguments[:2])}' ended with {done.returncode}", f"{' '.join(command)}\n{said}")
        try:
            return json.loads(done.stdout)
        except ValueError as error:
            raise Failure(f"'{' '.join(arguments[:2])}' wrote no JSON: {error}", said) from error

    def learn(self, answer):
        """Keeps the first id of each name. The path calls `executionId` what answers call `jobExecutionId`."""
        for name, value in answer.items():
            if name.endswith("Id") and isinstance(value, str):
                self.known.setdefault(name, value)
                if name == "jobExecutionId":
                    self.known.setdefault("executionId", value)

    def arguments(self, operation):
        arguments = [self.known[one["name"]] for one in operation.in_path]
        for one in operation.flagged:
            value = self.value(one)
            if value is not None:
                arguments.append(f"--{flag(one['name'], operation.paging)}={value}")
        # A mock that has one page for every number would be asked for the next one without an end.
        if operation.paging:
            arguments.append("--no-paginate")
        if any("x-resolve" in one for one in operation.in_path):
            arguments.append("--by-id")
        if operation.method == "delete":
            arguments.append("--yes")
        if operation.body is not None:
            file = self.tools.scratch / f"{operation.id}.json"
            filled = PLACEHOLDER.sub(lambda match: self.known[match[1]], json.dumps(operation.body))
            file.write_text(filled, encoding="utf-8")
            arguments += ["-f", str(file)]
        return arguments

    def value(self, parameter):
        """The example of a parameter, or the id of that name; none for an optional one without either."""
        value = parameter.get("example", parameter["schema"].get("default", self.known.get(parameter["name"])))
        if value is None and parameter.get("required"):
            raise Failure(f"the parameter {parameter['name']} has no example; add one to the spec")
        return value


def flag(name, paging):
    """The flag of a query parameter, as the command line names it."""
    if paging and name == paging["page"]:
        return "page"
    if paging and name == paging["limit"]:
        return "page-size"
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"-\1", name).lower()

"""Starts servers on the loopback interface and ends them again, whatever happens in between."""

import os
import shlex
import signal
import socket
import subprocess
import time
from contextlib import contextmanager

START_SECONDS = 60
END_SECONDS = 5


class Failure(Exception):
    """A check that did not hold: what was expected and what was found; `details` is the output of the tool."""

    def __init__(self, message, details=""):
        super().__init__(message)
        self.details = details


def environment(home, **variables):
    """What every program of a check gets: no keys, profiles or proxies of the person who runs it."""
    kept = ("PATH", "JAVA_HOME", "TMPDIR", "LANG", "LC_ALL")
    own = {name: os.environ[name] for name in kept if name in os.environ}
    fixed = {"HOME": str(home), "NO_COLOR": "1", "REDOCLY_TELEMETRY": "off", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**own, **fixed, **variables}


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def server(command, log, env):
    """A program that runs until the block ends. Its standard output and error go to the file `log`."""
    with open(log, "wb") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=env, start_new_session=True
        )
    try:
        yield process
    finally:
        end(process)


def end(process):
    for way in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, way)
            process.wait(END_SECONDS)
            return
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def wait_for(what, ready, process, log):
    """Polls `ready` until it gives something. It is a failure if the server ends first, or if it takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        found = ready()
        if found:
            return found
        if process.poll() is not None:
            raise Failure(f"the server ended with {process.returncode} while the check waited for {what}", text(log))
        time.sleep(0.05)
    raise Failure(f"no sign of {what} after {START_SECONDS} s", text(log))


def text(log):
    with open(log, encoding="utf-8", errors="replace") as file:
        return file.read()


def accepts(port):
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return True
    except OSError:
        return False


@contextmanager
def emulator(tools, log):
    """The emulator on a free port. Gives the variables that it prints: where it listens, and its key."""
    env = environment(tools.scratch)
    with server([tools.cli, "emulator", "--port", "0"], log, env) as process:
        yield wait_for("the emulator", lambda: exports(text(log)), process, log)


def exports(printed):
    """The variables of `export NAME=VALUE` lines, once the line with the secret key is there."""
    lines = [shlex.split(line)[1] for line in printed.splitlines() if line.startswith("export ")]
    variables = dict(line.split("=", 1) for line in lines)
    return variables if "NCLOUD_SECRET_ACCESS_KEY" in variables else None


@contextmanager
def prism(tools, log, *arguments):
    """Prism as `mock` or `proxy` on a free port. Gives its address."""
    port = free_port()
    mode, *rest = arguments
    command = [tools.node("prism"), mode, str(tools.bundle), *rest, "--port", str(port)]
    with server(command, log, environment(tools.scratch)) as process:
        wait_for(f"prism {mode}", lambda: accepts(port), process, log)
        yield f"http://127.0.0.1:{port}"

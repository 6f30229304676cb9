#!/usr/bin/env python3
"""Keeps an emulator with a data file busy, and looks for leaks and lost writes. Not part of .ci/run.

    cargo build --release -p ncloud-dataflow-cli
    pip install requests
    tests/soak/run.py --seconds 600 target/release/ncloud-dataflow

Four processes create jobs, read them, start runs, and delete every second job. A reader holds the event stream open,
another one reads the routes that a page would poll, and
Chromium, if there is one, has the page open. The emulator is killed once after half of the time (SIGKILL),
and ended at the end (SIGTERM). Exit code 1 if one of these does not hold:

- No response is an error. While the emulator is down, there is none.
- Each acknowledged creation is listed after each restart, each acknowledged deletion is not.
- After a warm-up of a quarter of each half, memory grows by less than 10 % and 3 KiB for each execution that is kept. The
  number of open files stays within 10 %.
- SIGTERM ends the emulator with 0 within five seconds, with the event stream open.
"""

import argparse
import json
import multiprocessing
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import requests

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "examples" / "clients"))
from requests_client import DataFlow  # noqa: E402

WRITERS = 4
# A writer keeps this many jobs, so that the resources do not grow, and memory should not.
KEPT = 50
POLLED = ("/", "/healthz", *(f"/_emulator/{name}" for name in ("requests", "accounts", "clock", "grid", "runs", "triggers")))
# Executions are kept, also those of deleted jobs, because the statistics count them.
KIB_PER_RUN = 3


def write(number, endpoint, keys, stop, results):
    """Creates, reads, runs and deletes until it is stopped. Returns what the emulator acknowledged."""
    service = DataFlow(endpoint, *keys)
    created, deleted, unknown, errors, calls, count = {}, set(), set(), [], 0, 0
    while not stop.is_set():
        count += 1
        name, victim = f"soak-{number}-{os.getpid()}-{count}", None
        try:
            job = service.call("POST", "/jobs", json={"name": name, "type": "SCRIPT"})["jobId"]
            created[job] = name
            run = service.start(job)
            service.call("GET", f"/jobs/{job}/executions/{run['jobExecutionId']}")
            calls += 3
            if len(created) > KEPT:
                victim = next(iter(created))
                service.call("DELETE", f"/jobs/{victim}")
                calls += 1
                del created[victim]
                deleted.add(victim)
        except requests.HTTPError as error:
            errors.append(str(error))
        except requests.RequestException as error:
            # The emulator was killed. Whether it carried out this call is unknown.
            unknown.add(victim)
            stop.wait(0.2)
            if not stop.is_set():
                errors.append(f"connection: {error}")
    results.put((created, deleted, unknown, errors[:20], len(errors), calls))


def hold_events(endpoint, stop, seen):
    """Reads the event stream until the emulator ends."""
    try:
        with requests.get(f"{endpoint}/_emulator/events", stream=True, timeout=30) as response:
            for line in response.iter_lines():
                seen["events"] = seen.get("events", 0) + line.startswith(b"event:")
    except requests.RequestException as error:
        if not stop.is_set():
            seen.setdefault("errors", []).append(f"events: {error}")


def poll(endpoint, stop, seen):
    while not stop.wait(0.5):
        for path in POLLED:
            try:
                response = requests.get(endpoint + path, timeout=10)
                if response.status_code != 200:
                    seen.setdefault("errors", []).append(f"GET {path}: HTTP {response.status_code}")
            except requests.RequestException as error:
                if not stop.is_set():
                    seen.setdefault("errors", []).append(f"GET {path}: {error}")


def open_page(endpoint):
    """Opens the site in Chromium, which holds its own event stream and reads what changes."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not chromium:
        return None
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", f"{endpoint}/"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Emulator:
    def __init__(self, program, data):
        command = [program, "emulator", "--port", "0", "--ready", "json", "--speed", "100", "--data", str(data)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"the emulator did not start: exit code {self.process.wait()}")
        ready = json.loads(line)
        self.endpoint, self.keys = ready["endpoint"], (ready["accessKey"], ready["secretKey"])

    def usage(self):
        """Returns resident memory in KiB and the number of open files."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        memory = int(status.split("VmRSS:")[1].split()[0])
        return memory, len(os.listdir(f"/proc/{self.process.pid}/fd"))


def half(emulator, seconds, how, problems):
    """Loads the emulator, ends it with a signal, and returns what must be there after a restart."""
    stop, results, seen = multiprocessing.Event(), multiprocessing.Queue(), {}
    arguments = (emulator.endpoint, emulator.keys, stop, results)
    writers = [multiprocessing.Process(target=write, args=(number, *arguments)) for number in range(WRITERS)]
    ended = threading.Event()
    readers = [threading.Thread(target=task, args=(emulator.endpoint, ended, seen)) for task in (hold_events, poll)]
    for task in [*writers, *readers]:
        task.start()
    browser = open_page(emulator.endpoint)
    usage, until = [], time.monotonic() + seconds
    while time.monotonic() < until and emulator.process.poll() is None:
        time.sleep(0.5)
        usage.append(emulator.usage())
    ended.set()
    if browser:
        browser.kill()
        browser.wait()
    if how == signal.SIGTERM:
        stop.set()
        outcomes = [results.get(timeout=60) for _ in writers]
    started = time.monotonic()
    emulator.process.send_signal(how)
    if how == signal.SIGKILL:
        # The writers are in the middle of their calls.
        stop.set()
        outcomes = [results.get(timeout=60) for _ in writers]
    code = emulator.process.wait(30)
    took = time.monotonic() - started
    for task in [*writers, *readers]:
        task.join(40)
    if how == signal.SIGTERM and (code != 0 or took > 5):
        problems.append(f"SIGTERM: exit code {code} after {took:.1f} s")
    problems += seen.get("errors", [])
    for outcome in outcomes:
        problems += outcome[3]
    calls = sum(outcome[5] for outcome in outcomes)
    if not calls or not seen.get("events"):
        problems.append(f"no load: {calls} calls, {seen.get('events')} events")
    # Three calls for each run. The medians are half of the time apart.
    check_usage(usage, calls // 3 // 2 * KIB_PER_RUN, problems)
    print(f"{how.name}: {calls} calls, {calls / seconds:.0f} a second, {seen.get('events')} events, "
          f"ended after {took:.1f} s with {code}")
    return outcomes


def check_usage(usage, kept, problems):
    """Compares the median of the second quarter with the one of the last. The first quarter is the warm-up."""
    quarter = len(usage) // 4
    if quarter < 4:
        problems.append(f"{len(usage)} samples are too few; use more seconds")
        return
    for index, what in enumerate(("memory in KiB", "open files")):
        values = [sample[index] for sample in usage]
        before, after = statistics.median(values[quarter : 2 * quarter]), statistics.median(values[-quarter:])
        print(f"{what}: start {values[0]}, after warm-up {before:.0f}, end {after:.0f}, maximum {max(values)}")
        if after > before * 1.1 + (kept if index == 0 else 0):
            problems.append(f"{what} grew from {before:.0f} to {after:.0f}")


def check_kept(emulator, outcomes, problems):
    listed = {job["jobId"] for job in DataFlow(emulator.endpoint, *emulator.keys).jobs()}
    created = set().union(*(outcome[0] for outcome in outcomes))
    deleted = set().union(*(outcome[1] for outcome in outcomes))
    unknown = set().union(*(outcome[2] for outcome in outcomes))
    lost, back = created - unknown - listed, deleted & listed
    print(f"after the restart: {len(created)} acknowledged jobs, {len(lost)} lost; {len(deleted)} deleted, "
          f"{len(back)} back")
    if lost or back:
        problems.append(f"lost: {sorted(lost)[:5]}; deleted, but listed: {sorted(back)[:5]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="a built ncloud-dataflow")
    parser.add_argument("--seconds", type=int, default=600, help="whole time [default: 600]")
    options = parser.parse_args()
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        data, emulator = Path(folder) / "soak.redb", None
        try:
            for how in (signal.SIGKILL, signal.SIGTERM):
                emulator = emulator or Emulator(options.program, data)
                outcomes = half(emulator, options.seconds / 2, how, problems)
                emulator = Emulator(options.program, data)
                check_kept(emulator, outcomes, problems)
        finally:
            if emulator:
                emulator.process.kill()
    for problem in problems:
        print(f"FAILED: {problem}")
    print("ok" if not problems else f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

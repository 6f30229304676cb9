"""Types lines with tabs into real shells and compares what they run.

In each shell the program is a script that answers completions with the real program, and prints its arguments otherwise.
"""

import hashlib
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECONDS = 30
PROGRAM = "ncloud-dataflow"
# What is typed, and the arguments that the shell then runs. The names are those of the emulator's example data.
LINES = [
    ("job ver\t", ["job", "verify"]),
    ("execution list --status FA\t", ["execution", "list", "--status", "FAILED"]),
    ("execution list --no-pa\t", ["execution", "list", "--no-paginate"]),
    ("job get jo\t", ["job", "get", "job001"]),
    ("job get dat\t", ["job", "get", "data-flow"]),
    ("execution list --job=dat\t", ["execution", "list", "--job=data-flow"]),
    ("execution list --job dat\t", ["execution", "list", "--job", "data-flow"]),
    ("execution get @l\t", ["execution", "get", "@last"]),
    ("execution get fKE\t", ["execution", "get", "fKE22JFX4PAu"]),
    ("--profile pr\tjob list", ["--profile", "prod", "job", "list"]),
    ("--output=ya\tjob list", ["--output=yaml", "job", "list"]),
    ("job create -f one\t", ["job", "create", "-f", "one:two.yaml"]),
    ("job create -f fol\tin\t", ["job", "create", "-f", "folder/inner.yaml"]),
    ("job 'ver\t", ["job", "verify"]),
]


class Terminal:
    """An interactive shell."""

    def __init__(self, command, env, folder):
        self.text = ""
        parent, child = pty.openpty()
        self.parent = parent
        self.process = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, env=env, cwd=folder, start_new_session=True
        )
        os.close(child)

    def read_until(self, pattern):
        """Returns the match, and forgets everything up to its end."""
        end = time.monotonic() + SECONDS
        while True:
            if found := re.search(pattern, self.text):
                self.text = self.text[found.end() :]
                return found
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.parent], [], [], left)[0]:
                raise AssertionError(f"no /{pattern}/ within {SECONDS} s; the terminal shows:\n{self.text}")
            try:
                self.text += os.read(self.parent, 65536).decode(errors="replace")
            except OSError:
                raise AssertionError(f"the shell has ended; the terminal shows:\n{self.text}") from None

    def type(self, text):
        os.write(self.parent, text.encode())

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.parent)


def bash(scripts):
    return ["bash", "--norc", "--noprofile", "-i"], f"PS1='PRO''MPT '; source {scripts}/bash; bind 'set bell-style none'\n"


def zsh(scripts):
    functions = f"fpath=({scripts}/zsh-functions $fpath); autoload -U compinit; compinit -u -D"
    setting = f"PS1='PRO''MPT '; {functions}\n"
    return ["zsh", "-f", "-i"], setting


INTERACTIVE = {"bash": bash, "zsh": zsh}


def check_interactive(shell, scripts, env, folder):
    command, setting = INTERACTIVE[shell](scripts)
    terminal = Terminal(command, env, folder)
    try:
        terminal.type(setting)
        terminal.read_until("PROMPT ")
        for typed, *expected in LINES:
            terminal.type(f"{PROGRAM} {typed}\n")
            found = terminal.read_until(r"RAN (\[.*\])\r?\n")
            arguments = json.loads(found.group(1))
            compare(shell, typed, arguments, expected)
            terminal.read_until("PROMPT ")
        # Without a service nothing is shown: the candidates are empty.
        terminal.type(f"{PROGRAM} --endpoint http://127.0.0.1:9 trigger get x\t\n")
        found = terminal.read_until(r"(?s)(.*)RAN (\[.*?\])\r?\n")
        for word in ("error", "hint", "note:", "panicked"):
            assert word not in found.group(1), f"{shell}: the terminal shows an error:\n{found.group(1)}"
        return len(LINES)
    finally:
        terminal.close()


def check_fish(scripts, env, folder):
    """fish prints its candidates for a line, each with a description after a tab."""
    lines = 0
    for typed, *expected in LINES:
        if typed.count("\t") != 1 or not typed.endswith("\t"):
            continue
        line = f"{PROGRAM} {typed.rstrip()}"
        command = ["fish", "--no-config", "-c", f"source {scripts}/fish; complete -C \"$argv[1]\"", line]
        found = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, timeout=SECONDS)
        assert (found.returncode, found.stderr) == (0, ""), f"fish: {typed!r}: {found.stderr}"
        candidates = [candidate.split("\t")[0] for candidate in found.stdout.splitlines()]
        compare("fish", typed, candidates, [[arguments[-1]] for arguments in expected])
        lines += 1
    return lines


def compare(shell, typed, found, expected):
    assert found in expected, f"{shell}: {typed!r} became {found}; expected one of {expected}"


def write_record(home, endpoint, access_key):
    """The last started run, as the program keeps it."""
    name = hashlib.sha256(f"{endpoint}\n{access_key}".encode()).hexdigest()[:16]
    folder = home / ".local/state/ncloud-dataflow"
    folder.mkdir(parents=True)
    run = {"jobExecutionId": "fKE22JFX4PAu", "jobId": "gqigvHhTu7ra", "jobName": "job001", "status": "COMPLETED"}
    (folder / f"runs-{name}.jsonl").write_text(json.dumps({"at": 1, "started": True, "run": run}) + "\n")


def start_emulator(cli, env):
    process = subprocess.Popen(
        [cli, "emulator", "--port", "0"], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    settings = {}
    for line in process.stdout:
        if found := re.fullmatch(r"export (\w+)=(\S+)\n", line):
            settings[found.group(1)] = found.group(2)
        if len(settings) == 3:
            return process, settings
    raise AssertionError(f"the emulator has not started: {settings}")


def main(shells):
    cli = os.environ["COMPLETION_CLI"]
    known = [*INTERACTIVE, "fish"]
    for shell in shells or known:
        if shell not in known:
            sys.exit(f"'{shell}' is not checked; known shells: {', '.join(known)}")
        if not shutil.which(shell):
            sys.exit(f"{shell} is missing, so its completion cannot be checked; install it: apt-get install {shell}")
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        home, programs, scripts, folder = (root / name for name in ("home", "bin", "scripts", "work"))
        for path in (home / ".ncloud", programs, scripts / "zsh-functions", folder / "folder"):
            path.mkdir(parents=True)
        (folder / "one:two.yaml").touch()
        (folder / "folder/inner.yaml").touch()
        (home / ".ncloud/configure").write_text("[DEFAULT]\n[prod]\n")
        stub = programs / PROGRAM
        stub.write_text(
            f"#!{sys.executable}\nimport json, os, sys\n"
            f"if sys.argv[1:2] == ['__complete']: os.execv({cli!r}, [{PROGRAM!r}, *sys.argv[1:]])\n"
            "print('RAN', json.dumps(sys.argv[1:]))\n"
        )
        stub.chmod(0o755)
        env = {"HOME": str(home), "PATH": f"{programs}:{os.environ['PATH']}", "TERM": "dumb", "LANG": "C.UTF-8"}
        for shell in known:
            script = subprocess.run([cli, "completion", shell], env=env, check=True, capture_output=True, text=True)
            (scripts / shell).write_text(script.stdout)
        shutil.copy(scripts / "zsh", scripts / "zsh-functions" / f"_{PROGRAM}")
        emulator, settings = start_emulator(cli, env)
        try:
            env |= settings
            write_record(home, env["NCLOUD_DATAFLOW_ENDPOINT"], env["NCLOUD_ACCESS_KEY_ID"])
            for shell in shells or known:
                if shell == "fish":
                    lines = check_fish(scripts, env, folder)
                else:
                    lines = check_interactive(shell, scripts, env, folder)
                print(f"{shell}: {lines} lines complete", flush=True)
        finally:
            emulator.terminate()
            emulator.wait()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except AssertionError as error:
        sys.exit(f"FAILED: {error}")

"""Runs the files of examples/clients and examples/testing, each as its first lines say."""

import base64
import hashlib
import hmac
import os
import re
import shlex
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

import yaml

from servers import Failure, accepts, environment, free_port, server, text, wait_for

SECONDS = 60
WRONG = "a-wrong-secret-key-of-this-check"
# Creates a job whose runs fail, and becomes the program that follows.
WITH_FAILING_JOB = 'ncloud-dataflow job create --name fail-nightly --type SCRIPT >/dev/null && exec "$@"'
# Writes its arguments to a file, and becomes the program that it is named after.
RECORD = '#!/bin/sh\nprintf "%s\\n" "$0 $*" >> {log}\nexec {program} "$@"\n'


def examples(tools):
    folder = tools.here.parents[1] / "examples"
    clients = {
        "requests_client.py": [tools.python("python")],
        "vendor_client.py": [tools.python("python")],
        "client.sh": ["bash"],
        "client.mjs": ["node"],
    }
    known = {path.name for path in (folder / "clients").iterdir() if path.is_file()}
    expect(known == set(clients), "there is a client that is not checked", str(known ^ set(clients)))
    for name, interpreter in clients.items():
        check_client(tools, [*interpreter, str(folder / "clients" / name)])
    check_shell(tools, folder / "clients" / "client.sh")
    check_tests(tools, folder / "testing")
    check_workflow(tools, folder / "testing" / "github-actions.yml")
    check_image(tools, folder / "testing" / "Containerfile")
    return f"{len(clients)} clients, the tests of Python and Node, a workflow and an image"


def expect(holds, message, details=""):
    if not holds:
        raise Failure(message, details)


def write(path, content):
    path.write_text(content, encoding="utf-8")
    return path


def variables(tools, **more):
    """The environment of an example: the built program and the pinned packages are in front of others."""
    own = f"{Path(tools.cli).parent}:{tools.installed / 'venv' / 'bin'}"
    return environment(tools.scratch, PATH=f"{own}:{os.environ['PATH']}", **more)


def run(tools, command, code, *shown, folder=None, env=None):
    """Runs a command. Its exit code and parts of its output must be as given. Returns the output."""
    command = [str(word) for word in command]
    done = subprocess.run(
        command,
        cwd=folder or tools.scratch,
        env=env or variables(tools),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    name = shlex.join(command)
    expect(done.returncode == code, f"{name}: exit code {done.returncode}, not {code}", done.stdout)
    missing = [part for part in shown if part not in done.stdout]
    expect(not missing, f"{name}: {missing} is not shown", done.stdout)
    return done.stdout


def with_emulator(*command):
    return ["ncloud-dataflow", "emulator", "exec", "--speed", "100", "--", *command]


def check_client(tools, client):
    listing = ("gqigvHhTu7ra", '"job001"')
    run(tools, with_emulator(*client), 0, *listing)
    run(tools, with_emulator(*client, "job001"), 0, *listing, "COMPLETED")
    failing = ["sh", "-c", WITH_FAILING_JOB, "sh", *client, "fail-nightly"]
    run(tools, with_emulator(*failing), 1, '"fail-nightly"', "FAILED")

    # What does not work is one clear line, and no secret is in it.
    wrong = ["env", f"NCLOUD_SECRET_ACCESS_KEY={WRONG}", *client, "job001"]
    for command, env, shown in [
        (with_emulator(*wrong), variables(tools), ("HTTP 401", "Authentication Failed")),
        (with_emulator(*client, "no-such-job"), variables(tools), ("error: ",)),
        (client, variables(tools), ("error: ", "redentials" if "vendor" in client[-1] else "NCLOUD_ACCESS_KEY_ID")),
        (client, unreachable(tools), ("error: ",)),
    ]:
        output = run(tools, command, 1, *shown, env=env)
        hidden = (WRONG, "emulator-demo-secret", "Traceback", "    at ", "unbound variable")
        found = [part for part in hidden if part in output]
        expect(not found, f"{shlex.join(client)} shows {found}", output)
    run(tools, [*client, "one", "two"], 2, "usage: ")


def unreachable(tools):
    endpoint = f"http://127.0.0.1:{free_port()}"
    keys = {"NCLOUD_ACCESS_KEY_ID": "key", "NCLOUD_SECRET_ACCESS_KEY": WRONG}
    return variables(tools, NCLOUD_DATAFLOW_ENDPOINT=endpoint, **keys)


def check_shell(tools, client):
    run(tools, [tools.python("shellcheck"), client], 0)
    script = client.read_text(encoding="utf-8")
    signer = re.search(r"^sign\(\) \{\n.*?^\}\n", script, re.DOTALL | re.MULTILINE).group()
    # `6` becomes a zero byte, and 64 bytes are a whole block of the hash.
    for key in ("666", r"a\x41%s'$`\"", "k" * 64):
        signed = ["bash", "-c", f"{signer}sign 'GET /api/v1/jobs'", "sign"]
        digest = hmac.new(key.encode(), b"GET /api/v1/jobs", hashlib.sha256).digest()
        wanted = base64.b64encode(digest).decode()
        run(tools, signed, 0, wanted, env=variables(tools, NCLOUD_SECRET_ACCESS_KEY=key))

    expect(not leaks(tools, client), "client.sh shows its secret key to `ps`")
    naive = 'sign() { printf %s "$1" | openssl dgst -sha256 -hmac "$NCLOUD_SECRET_ACCESS_KEY" -binary | base64; }\n'
    broken = write(tools.scratch / "naive.sh", script.replace(signer, naive))
    expect(leaks(tools, broken), "a secret key among the arguments of openssl was not found")


def leaks(tools, client):
    """Whether the secret key is an argument of a program that the client starts."""
    folder, log = tools.scratch / "recorded", tools.scratch / "arguments"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    log.unlink(missing_ok=True)
    for name in ("curl", "jq", "openssl", "date", "sleep", "base64"):
        shim = folder / name
        shim.write_text(RECORD.format(log=log, program=shutil.which(name)), encoding="utf-8")
        shim.chmod(0o755)
    env = variables(tools)
    run(tools, with_emulator("bash", client, "job001"), 0, env={**env, "PATH": f"{folder}:{env['PATH']}"})
    arguments = text(log)
    expect("openssl dgst" in arguments and "curl " in arguments, "no arguments were recorded", arguments)
    return "emulator-demo-secret" in arguments


def check_tests(tools, folder):
    pytest = ["pytest", "-p", "no:cacheprovider"]
    run(tools, with_emulator(*pytest), 0, "2 passed", folder=folder)
    run(tools, pytest, 1, "there is no emulator; run: ", folder=folder)
    node = ["node", "--test", "nightly.test.mjs"]
    run(tools, with_emulator(*node), 0, "# pass 2", "# fail 0", folder=folder)
    # Tests that cannot fail prove nothing: here no run ends as FAILED.
    for path in [*folder.glob("*.mjs"), *folder.glob("*.py"), *(folder.parent / "clients").glob("*client*")]:
        target = tools.scratch / "renamed" / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        write(target, path.read_text(encoding="utf-8").replace("fail-nightly", "nightly-2"))
    renamed = tools.scratch / "renamed" / folder.name
    run(tools, with_emulator(*pytest), 1, "1 failed, 1 passed", folder=renamed)
    run(tools, with_emulator(*node), 1, "# fail 1", folder=renamed)


def check_workflow(tools, path):
    actionlint = [tools.python("actionlint"), "-no-color"]
    run(tools, [*actionlint, path], 0)
    workflow = path.read_text(encoding="utf-8")
    broken = write(tools.scratch / "broken.yml", workflow.replace("persist-credentials", "no-such-input"))
    run(tools, [*actionlint, broken], 1, "no-such-input")

    folder = tools.scratch / "checkout"
    shutil.copytree(path.parents[1], folder / "examples")
    (folder / "ncloud-dataflow").symlink_to(path.parents[2])
    files = {name: str(tools.scratch / name) for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
    commands = [step["run"] for step in yaml.safe_load(workflow)["jobs"]["test"]["steps"] if "run" in step]
    tested = []
    for command in commands:
        if command.startswith("cargo install"):
            # The build takes minutes. Its source must be there.
            source = re.search(r"--path (\S+)", command).group(1)
            expect((folder / source / "Cargo.toml").is_file(), f"there is no package for: {command}")
        elif command.startswith("pip install"):
            # The pinned versions are installed. `version` fails for another package.
            tested += [metadata.version(name) for name in command.split()[2:]]
        else:
            place = folder / "examples" / "testing" if "pytest" in command else folder
            shown = ("2 passed",) if "pytest" in command else ()
            run(tools, ["bash", "-e", "-c", command], 0, *shown, folder=place, env=variables(tools, **files))
    expect(len(commands) == 5 and len(tested) == 2, "the workflow has other commands than expected", str(commands))
    expect(re.search(r"commit=[0-9a-f]{40}", text(files["GITHUB_OUTPUT"])), "the key of the cache has no commit")


def check_image(tools, path):
    hadolint = [tools.python("hadolint"), "--no-color"]
    run(tools, [*hadolint, path], 0)
    content = path.read_text(encoding="utf-8")
    broken = write(tools.scratch / "Broken", content.replace("# hadolint ignore=DL3008\n", ""))
    run(tools, [*hadolint, broken], 1, "DL3008")

    # Runs what the image runs, with another port and another folder.
    port, data = free_port(), tools.scratch / "image"
    data.mkdir(exist_ok=True)
    words = {"/data/dataflow.redb": str(data / "dataflow.redb"), "8080": str(port)}
    entry = [words.get(word, word) for word in list_after(content, "ENTRYPOINT")]
    health = [word.replace(":8080", f":{port}") for word in list_after(content, "CMD")]
    expect(str(data / "dataflow.redb") in entry and str(port) in entry, "the entry point is another", str(entry))
    expect(re.search(r"^USER (?!0|root)", content, re.MULTILINE), "the image runs as root")
    run(tools, health, 7)
    log = tools.scratch / "image.log"
    with server(entry, log, variables(tools)) as process:
        wait_for("the emulator of the image", lambda: accepts(port), process, log)
        run(tools, health, 0, '"status":"ok"')
        process.terminate()
        expect(process.wait(10) == 0, "the emulator of the image does not end cleanly", text(log))


def list_after(content, word):
    """The JSON array after an instruction."""
    return yaml.safe_load(re.search(rf"^ *{word} (\[.*\])$", content, re.MULTILINE).group(1))

"""Two tests of a program that starts a job and waits: one run succeeds, one fails. See conftest.py."""

import pytest
from requests_client import DataFlow, main


@pytest.fixture
def service(account, monkeypatch):
    for name, value in account.environment.items():
        monkeypatch.setenv(name, value)
    return DataFlow(account.endpoint, account.access_key, account.secret_key)


def test_a_successful_run_ends_with_0(service, capsys):
    service.call("POST", "/jobs", json={"name": "nightly", "type": "SCRIPT"})

    assert main("nightly") == 0

    assert "COMPLETED" in capsys.readouterr().out
    # The account is new: it has this job only, whatever other tests create.
    assert [job["name"] for job in service.jobs()] == ["nightly"]


def test_a_failed_run_ends_with_1(service, capsys):
    # In the emulator, runs of jobs whose name begins with `fail` fail.
    service.call("POST", "/jobs", json={"name": "fail-nightly", "type": "SCRIPT"})

    assert main("fail-nightly") == 1

    assert "FAILED" in capsys.readouterr().out
    assert [job["name"] for job in service.jobs()] == ["fail-nightly"]

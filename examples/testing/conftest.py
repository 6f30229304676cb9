"""A pytest fixture: a Data Flow account of its own for each test, in one emulator.

    pip install pytest requests
    ncloud-dataflow emulator exec --speed 100 -- pytest

An account has its own credentials and resources, so tests need no order and no reset, and can run in parallel
(`pytest -n auto` with the package `pytest-xdist`). `--speed 100` makes a run end after less than a second.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

# The program under test. Replace it with yours.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "clients"))


@dataclass(frozen=True)
class Account:
    endpoint: str
    access_key: str
    secret_key: str

    @property
    def environment(self):
        """The variables of a client, for `monkeypatch.setenv` or a program that a test starts."""
        return {
            "NCLOUD_DATAFLOW_ENDPOINT": self.endpoint,
            "NCLOUD_ACCESS_KEY_ID": self.access_key,
            "NCLOUD_SECRET_ACCESS_KEY": self.secret_key,
        }


@pytest.fixture
def account():
    """A new account without resources. It is deleted after the test."""
    endpoint = os.environ.get("NCLOUD_DATAFLOW_ENDPOINT")
    if not endpoint:
        pytest.fail("there is no emulator; run: ncloud-dataflow emulator exec --speed 100 -- pytest")
    response = requests.post(f"{endpoint}/_emulator/accounts", json={"empty": True}, timeout=10)
    response.raise_for_status()
    created = response.json()
    yield Account(created["endpoint"], created["accessKey"], created["secretKey"])
    requests.delete(f"{endpoint}/_emulator/accounts/{created['accessKey']}", timeout=10).raise_for_status()

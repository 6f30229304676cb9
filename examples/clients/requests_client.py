#!/usr/bin/env python3
"""Lists the jobs. With the name or ID of a job, starts a run of it and waits for its end.

Shows a signer for `requests`, a paged listing, and a wait. Needs Python 3.9 and `pip install requests`.

    ncloud-dataflow emulator exec -- python3 requests_client.py job001    # the emulator
    python3 requests_client.py nightly_etl    # the service; set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY

Exit code: 0 the run succeeded, 1 it did not succeed or a call failed, 2 wrong usage.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from urllib.parse import quote

import requests


class NcloudSignature(requests.auth.AuthBase):
    """Signs method, path with query exactly as sent, time in milliseconds, and access key. Not the body."""

    def __init__(self, access_key, secret_key):
        self.access_key, self.secret_key = access_key, secret_key

    def __call__(self, request):
        timestamp = str(time.time_ns() // 1_000_000)
        text = f"{request.method} {request.path_url}\n{timestamp}\n{self.access_key}"
        digest = hmac.new(self.secret_key.encode(), text.encode(), hashlib.sha256).digest()
        request.headers["x-ncp-apigw-timestamp"] = timestamp
        request.headers["x-ncp-iam-access-key"] = self.access_key
        request.headers["x-ncp-apigw-signature-v2"] = base64.b64encode(digest).decode()
        return request


class DataFlow:
    def __init__(self, endpoint, access_key, secret_key):
        self.endpoint, self.session = endpoint.rstrip("/"), requests.Session()
        self.session.auth = NcloudSignature(access_key, secret_key)

    def call(self, method, path, **arguments):
        # No redirects: one would carry the signature to another address.
        url = self.endpoint + "/api/v1" + path
        response = self.session.request(method, url, timeout=30, allow_redirects=False, **arguments)
        if response.status_code >= 300:
            # `ascii` makes control characters harmless for a terminal.
            message = f"{method} {path}: HTTP {response.status_code}: {ascii(response.text[:500])}"
            raise requests.HTTPError(message, response=response)
        return response.json()

    def jobs(self):
        """Yields all jobs. A response has no total: the last page is the first empty one."""
        page = 0
        while batch := self.call("GET", "/jobs", params={"page": page, "limit": 100})["list"]:
            yield from batch
            page += 1

    def start(self, job_id):
        """Starts a run. Do not retry it blindly: if the response is lost, the run may have been started."""
        return self.call("POST", f"/jobs/{quote(job_id, safe='')}/executions", json={})

    def wait(self, run, timeout=2 * 3600, pause=1.0):
        """Polls until the run has ended. A timeout does not stop the run."""
        path = f"/jobs/{quote(run['jobId'], safe='')}/executions/{quote(run['jobExecutionId'], safe='')}"
        until = time.monotonic() + timeout
        while run["status"] not in ("COMPLETED", "FAILED", "CANCELED"):
            if time.monotonic() > until:
                raise TimeoutError(f"{run['jobExecutionId']} is {run['status']} after {timeout} s; it continues")
            time.sleep(pause)
            pause = min(pause * 1.5, 10)
            run = self.call("GET", path)
        return run


def main(wanted=None):
    endpoint = os.environ.get("NCLOUD_DATAFLOW_ENDPOINT") or "https://dataflow.apigw.ntruss.com"
    keys = [os.environ.get(name) for name in ("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY")]
    if not all(keys):
        raise ValueError("set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY")
    service = DataFlow(endpoint, *keys)
    jobs = list(service.jobs())
    for job in jobs:
        print(job["jobId"], json.dumps(job.get("name"), ensure_ascii=False), job.get("lastExecutionStatus"), sep="\t")
    if wanted is None:
        return 0
    found = [job["jobId"] for job in jobs if wanted in (job["jobId"], job.get("name"))]
    if len(found) != 1:
        raise ValueError(f"{len(found)} jobs have the name or ID {ascii(wanted)}")
    run = service.wait(service.start(found[0]))
    print(run["jobExecutionId"], run["status"], sep="\t")
    return 0 if run["status"] == "COMPLETED" else 1


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print("usage: requests_client.py [JOB]", file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(main(*sys.argv[1:]))
    except (requests.RequestException, ValueError, TimeoutError) as error:
        sys.exit(f"error: {error}")

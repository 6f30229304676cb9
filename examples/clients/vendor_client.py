#!/usr/bin/env python3
"""Lists the jobs. With the name or ID of a job, starts a run of it and waits for its end.

Shows the vendor's Python SDK. It has no module for Data Flow. Its package `ncloud-apikey` reads ~/.ncloud/configure and
signs nothing; the signer is in the client of each module. This program uses the one of `ncloud-server`, and corrects:

- The header: the SDK sends this signature as `…-v1`. Data Flow documents `…-v2`.
- The body: the SDK makes form fields of all bodies except an empty one. `{}` is enough to start a run.
- Redirects: the SDK would follow one and send the signature along.

    pip install ncloud-server ncloud-apikey
    ncloud-dataflow emulator exec -- python3 vendor_client.py job001    # the emulator
    python3 vendor_client.py nightly_etl    # the service; credentials of the environment or of ~/.ncloud/configure

Exit code: 0 the run succeeded, 1 it did not succeed or a call failed, 2 wrong usage.
"""

import json
import os
import sys
import time

import urllib3
from ncloud_apikey import NcloudKey
from ncloud_server import ApiClient, Configuration
from ncloud_server.rest import ApiException


class DataFlow(ApiClient):
    def __init__(self, endpoint, access_key, secret_key):
        configuration = Configuration()
        configuration.host = endpoint.rstrip("/") + "/api/v1"
        configuration.access_key, configuration.secret_key = access_key, secret_key
        super().__init__(configuration)
        self.rest_client.pool_manager.connection_pool_kw["retries"] = False

    def update_params_for_auth(self, method, resource_path, headers, querys, auth_settings):
        timestamp = str(time.time_ns() // 1_000_000)
        headers["x-ncp-apigw-timestamp"] = timestamp
        headers["x-ncp-iam-access-key"] = self.configuration.access_key
        signature = self.make_signature(method, resource_path, querys, timestamp)
        headers["x-ncp-apigw-signature-v2"] = signature.decode()

    def call(self, method, path, body=None, query=None, **ids):
        options = {"response_type": "object", "_return_http_data_only": True, "_request_timeout": 30}
        return self.call_api(path, method, path_params=ids, query_params=query, body=body, **options)

    def jobs(self):
        """Yields all jobs. A response has no total: the last page is the first empty one."""
        page = 0
        # The SDK signs a query before it encodes it. Digits are the same before and after.
        while batch := self.call("GET", "/jobs", query={"page": str(page), "limit": "100"})["list"]:
            yield from batch
            page += 1

    def run(self, job_id, timeout=2 * 3600, pause=1.0):
        """Starts a run and polls until it has ended. Do not retry it blindly: the run may have been started."""
        run = self.call("POST", "/jobs/{job}/executions", {}, job=job_id)
        until = time.monotonic() + timeout
        while run["status"] not in ("COMPLETED", "FAILED", "CANCELED"):
            if time.monotonic() > until:
                raise TimeoutError(f"{run['jobExecutionId']} is {run['status']} after {timeout} s; it continues")
            time.sleep(pause)
            pause = min(pause * 1.5, 10)
            run = self.call("GET", "/jobs/{job}/executions/{run}", job=job_id, run=run["jobExecutionId"])
        return run


def main(wanted=None):
    endpoint = os.environ.get("NCLOUD_DATAFLOW_ENDPOINT") or "https://dataflow.apigw.ntruss.com"
    keys = [os.environ.get(name) for name in ("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY")]
    if not all(keys):
        try:
            keys = list(NcloudKey().keys().values())
        except (OSError, KeyError) as error:
            raise ValueError(f"no credentials in the environment or in ~/.ncloud/configure: {error}") from None
    service = DataFlow(endpoint, *keys)
    jobs = list(service.jobs())
    for job in jobs:
        print(job["jobId"], json.dumps(job.get("name"), ensure_ascii=False), job.get("lastExecutionStatus"), sep="\t")
    if wanted is None:
        return 0
    found = [job["jobId"] for job in jobs if wanted in (job["jobId"], job.get("name"))]
    if len(found) != 1:
        raise ValueError(f"{len(found)} jobs have the name or ID {ascii(wanted)}")
    run = service.run(found[0])
    print(run["jobExecutionId"], run["status"], sep="\t")
    return 0 if run["status"] == "COMPLETED" else 1


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print("usage: vendor_client.py [JOB]", file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(main(*sys.argv[1:]))
    except ApiException as error:
        sys.exit(f"error: HTTP {error.status}: {ascii(error.body or error.reason)}")
    except (urllib3.exceptions.HTTPError, ValueError, TimeoutError) as error:
        sys.exit(f"error: {error}")

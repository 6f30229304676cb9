// Two tests of a program that starts a job and waits: one run succeeds, one fails.
//
//     ncloud-dataflow emulator exec --speed 100 -- node --test nightly.test.mjs
//
// Each test has an account of its own with its own credentials and resources, so they run concurrently without a reset.
// `--speed 100` makes a run end after less than a second. Needs Node 20 and no package.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
// The program under test. Replace it with yours.
import { DataFlow } from "../clients/client.mjs";

/** Calls `test` with a client of a new account without resources, and deletes the account. */
async function withAccount(test) {
  const control = `${process.env.NCLOUD_DATAFLOW_ENDPOINT}/_emulator/accounts`;
  const response = await fetch(control, { method: "POST", body: JSON.stringify({ empty: true }) });
  assert.ok(response.ok, `POST ${control}: HTTP ${response.status}`);
  const account = await response.json();
  try {
    await test(new DataFlow(account));
  } finally {
    await fetch(`${control}/${account.accessKey}`, { method: "DELETE" });
  }
}

describe("a nightly job", { concurrency: true }, () => {
  // In the emulator, runs of jobs whose name begins with `fail` fail.
  for (const [name, expected] of [["nightly", "COMPLETED"], ["fail-nightly", "FAILED"]]) {
    it(`${name} ends as ${expected}`, () =>
      withAccount(async (service) => {
        const { jobId } = await service.call("POST", "/jobs", { name, type: "SCRIPT" });

        const run = await service.wait(await service.start(jobId), { pause: 20 });

        assert.equal(run.status, expected);
        // The account is new: it has this job only, whatever other tests create.
        assert.deepEqual((await service.jobs()).map((job) => job.name), [name]);
      }));
  }
});

#!/usr/bin/env node
// Lists the jobs. With the name or ID of a job, starts a run of it and waits for its end.
//
// Shows a signer, a paged listing and a wait with Node 20 and no package.
//
//     ncloud-dataflow emulator exec -- node client.mjs job001    # the emulator
//     node client.mjs nightly_etl    # the service; set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY
//
// Exit code: 0 the run succeeded, 1 it did not succeed or a call failed, 2 wrong usage.

import { createHmac } from "node:crypto";
import { realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const ENDED = ["COMPLETED", "FAILED", "CANCELED"];

export class DataFlow {
  #secretKey;

  constructor({ endpoint = "https://dataflow.apigw.ntruss.com", accessKey, secretKey }) {
    this.endpoint = endpoint.replace(/\/$/, "");
    this.accessKey = accessKey;
    this.#secretKey = secretKey;
  }

  /** Signs method, path with query exactly as sent, time in milliseconds, and access key. Not the body. */
  #headers(method, url) {
    const timestamp = String(Date.now());
    const text = `${method} ${url.pathname}${url.search}\n${timestamp}\n${this.accessKey}`;
    return {
      "x-ncp-apigw-timestamp": timestamp,
      "x-ncp-iam-access-key": this.accessKey,
      "x-ncp-apigw-signature-v2": createHmac("sha256", this.#secretKey).update(text).digest("base64"),
      "content-type": "application/json",
    };
  }

  async call(method, path, body) {
    const url = new URL(`${this.endpoint}/api/v1${path}`);
    // No redirects: one would carry the signature to another address.
    const options = { method, headers: this.#headers(method, url), redirect: "manual" };
    options.signal = AbortSignal.timeout(30_000);
    if (body !== undefined) options.body = JSON.stringify(body);
    const response = await fetch(url, options).catch((error) => {
      throw new Error(`${method} ${path}: ${error.cause?.message || error.message}`, { cause: error });
    });
    const text = await response.text();
    // JSON.stringify makes control characters harmless for a terminal.
    const shown = JSON.stringify(text.slice(0, 500));
    if (!response.ok) throw new Error(`${method} ${path}: HTTP ${response.status}: ${shown}`);
    return JSON.parse(text);
  }

  /** Returns all jobs. A response has no total: the last page is the first empty one. */
  async jobs() {
    const jobs = [];
    for (let page = 0; ; page += 1) {
      const { list } = await this.call("GET", `/jobs?page=${page}&limit=100`);
      if (list.length === 0) return jobs;
      jobs.push(...list);
    }
  }

  /** Starts a run. Do not retry it blindly: if the response is lost, the run may have been started. */
  start(jobId) {
    return this.call("POST", `/jobs/${encodeURIComponent(jobId)}/executions`, {});
  }

  /** Polls until the run has ended. A timeout does not stop the run. */
  async wait(run, { timeout = 2 * 3600_000, pause = 1000 } = {}) {
    const path = `/jobs/${encodeURIComponent(run.jobId)}/executions/${encodeURIComponent(run.jobExecutionId)}`;
    const until = Date.now() + timeout;
    while (!ENDED.includes(run.status)) {
      if (Date.now() > until) throw new Error(`${run.jobExecutionId} is ${run.status}; it continues`);
      await sleep(pause);
      pause = Math.min(pause * 1.5, 10_000);
      run = await this.call("GET", path);
    }
    return run;
  }
}

async function main(wanted) {
  const { NCLOUD_ACCESS_KEY_ID: accessKey, NCLOUD_SECRET_ACCESS_KEY: secretKey, ...env } = process.env;
  if (!accessKey || !secretKey) throw new Error("set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY");
  const service = new DataFlow({ endpoint: env.NCLOUD_DATAFLOW_ENDPOINT || undefined, accessKey, secretKey });
  const jobs = await service.jobs();
  for (const job of jobs) console.log([job.jobId, JSON.stringify(job.name), job.lastExecutionStatus].join("\t"));
  if (wanted === undefined) return 0;
  const found = jobs.filter((job) => job.jobId === wanted || job.name === wanted);
  if (found.length !== 1) throw new Error(`${found.length} jobs have the name or ID ${JSON.stringify(wanted)}`);
  const run = await service.wait(await service.start(found[0].jobId));
  console.log([run.jobExecutionId, run.status].join("\t"));
  return run.status === "COMPLETED" ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const [wanted, ...rest] = process.argv.slice(2);
  const failed = (error) => (console.error(`error: ${error.message}`), 1);
  if (rest.length > 0) console.error("usage: client.mjs [JOB]");
  process.exitCode = rest.length > 0 ? 2 : await main(wanted).catch(failed);
}

//! Check of the bucket in which a job keeps its logs.

use crate::context::Context;
use crate::object_storage::{check_bucket, is_bucket};
use crate::setup::finding::{Finding, LOG_BUCKET};
use crate::table::EMULATOR;
use clap::ArgMatches;
use ncloud_dataflow::Client;

/// Number of jobs that are looked at for a log path.
const JOBS: u64 = 5;

/// Checks the bucket of the first job with a log path.
pub(super) async fn check(client: &Client, matches: &ArgMatches, context: &Context) -> Finding {
    if matches.get_flag(EMULATOR) {
        return Finding::skipped(LOG_BUCKET, "the emulator has no Object Storage");
    }
    let Some(path) = log_path(client).await else {
        return Finding::skipped(LOG_BUCKET, "no job with a log path was found");
    };
    let bucket = path.split('/').next().unwrap_or_default().to_owned();
    match check_bucket(client, &path, matches, context).await {
        Ok(()) => Finding::ok(LOG_BUCKET, format!("objects of '{bucket}' can be read")),
        Err(error) if error.is_denied() => Finding::no_access(LOG_BUCKET, error.to_string(), error.hint()),
        Err(error) => Finding::failed(LOG_BUCKET, error.to_string(), error.hint()),
    }
}

async fn log_path(client: &Client) -> Option<String> {
    let mut jobs = client.get_jobs().items().limit(JOBS);
    while let Some(Ok(job)) = jobs.next().await {
        let Ok(job) = client.get_job(job.job_id).send().await else {
            continue;
        };
        let path = job.run_condition.and_then(|condition| condition.log_path);
        // Another check would only say that no bucket can have that name.
        let path = path.filter(|path| is_bucket(path.split('/').next().unwrap_or_default()));
        if let Some(path) = path {
            return Some(path.to_string());
        }
    }
    None
}

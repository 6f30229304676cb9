//! Client for NAVER Cloud Platform's Data Flow API, a managed Spark ETL service with jobs, workflows, triggers and
//! executions.
//!
//! ```no_run
//! # async fn example() -> Result<(), ncloud_dataflow::Error> {
//! let client = ncloud_dataflow::Client::from_env().await?;
//! let mut executions = client.get_job_executions("gqigvHhTu7ra").items();
//! while let Some(execution) = executions.next().await {
//!     let execution = execution?;
//!     println!("{} {:?}", execution.job_execution_id, execution.status);
//! }
//! # Ok(()) }
//! ```
//!
//! [`Client`] has a method for each operation. The method returns a request builder from [`requests`], with setters for
//! the optional values. `.send().await` sends the request. `.items()` and `.pages()` stream a listing. [`models`] has
//! the types of responses.
//!
//! # Credentials
//!
//! The client uses the first credentials that it finds:
//!
//! 1. credentials set in code ([`ClientBuilder::credentials`], [`ClientBuilder::credentials_provider`]);
//! 2. the variables `NCLOUD_ACCESS_KEY_ID` and `NCLOUD_SECRET_ACCESS_KEY`;
//! 3. the file `~/.ncloud/configure`;
//! 4. the IAM role of the server that runs the program.
//!
//! # Run and wait
//!
//! ```no_run
//! # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
//! use ncloud_dataflow::Outcome;
//! use std::time::Duration;
//!
//! let run = client.create_job_execution("gqigvHhTu7ra").start().await?;
//! let execution = run.wait(Duration::from_secs(3600)).await?;
//! println!("{}: {}", run.execution_id(), execution.outcome() == Some(Outcome::Success));
//! # Ok(()) }
//! ```
//!
//! A failed poll does not end the wait. If an error occurs after the start, [`Error::started`] identifies the run.
//!
//! # Errors
//!
//! Every failure is an [`Error`]. [`Error::kind`] says at which stage the call failed, and predicates such as
//! [`Error::is_not_found`] cover the common checks. If [`Error::outcome_unknown`] is true, the service may have carried
//! out the call: check the resource before you call again.
//!
//! # Timeouts and retries
//!
//! A call that is safe to retry is sent up to 3 times within 60 seconds, each time with a fresh signature. The timeout
//! of an attempt is 30 seconds. To change these limits, use [`ClientBuilder`] for a client or [`Options`] for a call.
//!
//! # Testing
//!
//! [`StubTransport`] returns prepared responses and records the requests; models are literals that end in
//! `..Default::default()`. The crate `ncloud-dataflow-emulator` serves the API locally: start it in a test and pass its
//! endpoint and credentials to [`Client::builder`]. [`Error::service`] and [`Error::of_kind`] create errors. The page
//! `docs/testing.md` of this package says when to use which, with complete examples.
//!
//! # Connections
//!
//! `HTTPS_PROXY` and `NO_PROXY` apply. [`ClientBuilder`] sets a proxy, root certificates and timeouts, and takes a
//! [`Transport`] of your own.
//!
//! # Features
//!
//! - `ring` (default), `aws-lc-rs` and `native-tls` choose the TLS library; the last one in this list takes precedence.
//! - `jiff`, `chrono` and `time` convert [`DateTime`] from and to the types of these crates. `jiff` adds the module
//!   `schedule`, which computes the times of a trigger.
//! - `tracing` adds a span for each call and each attempt.
//!
//! Calls need a Tokio runtime with time and I/O enabled. The minimum supported Rust version is 1.90.

mod client;
#[rustfmt::skip]
#[path = "../generated/mod.rs"]
mod generated;
mod runs;
#[cfg(feature = "jiff")]
pub mod schedule;

pub use client::{Client, ClientBuilder};
pub use generated::{models, operations, requests, schemas};
/// The engine behind the client, for tools that work by the operations table.
pub use ncloud_runtime as runtime;
pub use ncloud_runtime::schema::Outcome;
pub use ncloud_runtime::transport;
pub use ncloud_runtime::{
    Credentials, CredentialsProvider, DateError, DateTime, Drift, DriftKind, Environment, Error, ErrorKind, Items,
    Observer, Options, Page, Pages, ProviderError, Request, ResponseFuture, ResumeToken, Started, StubTransport, Text,
    Transport, WithMetadata,
};
pub use runs::{
    Durations, ExecutionSearch, ExecutionSource, FoundExecution, FoundExecutions, RunOutcome, RunStatistics,
    StartedJob, StartedWorkflow, Unread, Window, WindowBy, WorkflowRun,
};

/// The examples of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The examples of the page on tests, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../docs/testing.md")]
struct Testing;

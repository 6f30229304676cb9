//! Typed client of NAVER Cloud Platform's Data Flow API (managed Spark ETL: jobs, workflows, triggers, executions).
//!
//! ```no_run
//! # async fn example() -> Result<(), ncloud_dataflow::Error> {
//! let client = ncloud_dataflow::Client::from_env().await?;
//! let mut executions = client.get_job_executions("gqigvHhTu7ra").page_size(100).items();
//! while let Some(execution) = executions.next().await {
//!     let execution = execution?;
//!     println!("{} {:?}", execution.job_execution_id, execution.status);
//! }
//! # Ok(()) }
//! ```
//!
//! [`Client`] has a method for every operation. It returns a request of [`requests`], with setters for what is
//! optional; `.send().await` calls, `.items()` and `.pages()` list. Answers are [`models`]. Every failure is an
//! [`Error`].
//!
//! Credentials come from the program, the environment (`NCLOUD_ACCESS_KEY_ID`, `NCLOUD_SECRET_ACCESS_KEY`),
//! `~/.ncloud/configure` or the role of the server that the program runs on. Calls need a tokio runtime with time and I/O enabled.
//!
//! # Features
//!
//! `ring` (default), `aws-lc-rs` and `native-tls` choose how TLS is done; the later one of this list wins.
//! `tracing` adds a span for each call and each attempt.

mod client;
#[rustfmt::skip]
#[path = "../generated/mod.rs"]
mod generated;
mod runs;

pub use client::{Client, ClientBuilder};
pub use generated::{models, operations, requests, schemas};
/// The engine behind the client, for tools that work by the operations table.
pub use ncloud_runtime as runtime;
pub use ncloud_runtime::schema::Outcome;
pub use ncloud_runtime::{
    Credentials, CredentialsFuture, CredentialsProvider, DateError, DateTime, Drift, DriftKind, Environment, Error,
    ErrorKind, Items, Observer, Options, Page, Pages, Request, ResponseFuture, ResumeToken, Started, Text,
};
pub use runs::{StartedJob, StartedWorkflow, WorkflowRun};

/// The examples of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

//! Resources that requests create, change and delete.
//!
//! Everything is typed by the generated models. A handler is found by the ID of its operation in the generated table.
//! An operation without a handler gets a response from the table alone.

mod call;
mod condition;
mod durable;
mod executions;
mod file;
mod fixtures;
mod handlers;
mod jobs;
mod json_object;
pub(crate) mod overview;
mod row;
mod rows;
mod run;
mod seed;
mod service;
mod statistics;
mod store;
mod stored_job;
mod timestamp;
mod triggers;
mod workflow_runs;
mod workflows;

pub(crate) use call::Reply;
pub(crate) use fixtures::{export, import};
pub(crate) use handlers::is_stateful;
pub(crate) use run::Timing;
pub(crate) use service::{Service, Sources};

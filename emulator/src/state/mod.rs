//! Resources that requests create, change and delete.
//!
//! Everything is typed by the generated models. A handler is found by the ID of its operation in the generated table.
//! An operation without a handler gets a response from the table alone.

mod call;
mod change_error;
mod clock;
mod condition;
mod control;
mod data;
mod durable;
mod executions;
mod file;
mod firing;
mod fixtures;
mod handlers;
mod history;
mod jobs;
mod json_object;
mod newest_row;
mod outcomes;
pub(crate) mod overview;
mod progress;
mod reads;
mod row;
mod rows;
mod run;
mod run_list;
mod seed;
mod service;
mod statistics;
mod store;
mod stored_job;
mod stores;
mod timestamp;
mod trigger_times;
mod triggers;
mod workflow_runs;
mod workflows;

pub(crate) use call::Reply;
pub(crate) use change_error::{ChangeError, ChangeErrorKind};
pub(crate) use clock::is_speed;
pub(crate) use control::{ClockChange, NewResources};
pub(crate) use data::{Data, Sources};
pub(crate) use firing::Firing;
pub(crate) use fixtures::{export, import};
pub(crate) use handlers::is_stateful;
pub(crate) use history::MAX_COUNT as MAX_HISTORY;
pub(crate) use outcomes::Pacing;
pub(crate) use progress::Happening;
pub(crate) use run::Timing;
pub(crate) use service::{Service, Settings};
pub(crate) use stores::DEFAULT as DEFAULT_ACCOUNT;
pub(crate) use timestamp::Timestamp;
pub(crate) use trigger_times::TriggerTimes;

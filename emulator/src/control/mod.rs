//! Control of a running emulator over HTTP: `/healthz`, and the routes below `/_emulator`.
//!
//! `routes.rs` has the table of routes. A new subject is a file with handlers, and a line in the table for each.

mod access;
mod accounts;
pub(crate) mod call;
mod clock;
mod docs;
mod events;
mod executions;
mod faults;
mod health;
mod json_object;
mod overview;
mod pages;
mod plan;
mod query;
mod reply;
mod requests;
mod routes;
mod state;
mod triggers;

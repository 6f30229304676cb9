// @generated from spec/dataflow.yaml by codegen; do not edit.

mod client;
/// The bodies of requests and answers.
pub mod models;
/// The operations table, for tools that work by it.
pub mod operations;
/// Requests: made by the methods of the client, filled by setters, sent.
pub mod requests;
/// The schema table: shapes of bodies and parameters.
pub mod schemas;

// @generated from spec/kitchen.yaml by codegen; do not edit.

mod client;
/// Bodies of requests and responses.
pub mod models;
/// The table of operations, for generic tools.
pub mod operations;
/// Requests, which the methods of the client return.
pub mod requests;
/// The table of schemas: shapes of bodies and parameters.
pub mod schemas;

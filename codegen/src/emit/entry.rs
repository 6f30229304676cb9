//! `mod.rs`: the modules.

use super::rust::RustFile;
use crate::model::Api;
use quote::quote;

/// The modules, without the tests of the examples, which belong to the tests.
pub(super) fn emit_entry(_api: &Api, file: &mut RustFile) {
    file.item(quote! {
        mod client;
        /// The bodies of requests and answers.
        pub mod models;
        /// The operations table, for tools that work by it.
        pub mod operations;
        /// Requests: made by the methods of the client, filled by setters, sent.
        pub mod requests;
        /// The schema table: shapes of bodies and parameters.
        pub mod schemas;
    });
}

//! `mod.rs`: the modules.

use super::rust::RustFile;
use quote::quote;

/// Returns the modules, without the tests of the examples, which belong to the tests.
pub(super) fn emit_modules() -> RustFile {
    let mut file = RustFile::default();
    file.item(quote! {
        mod client;
        /// Bodies of requests and responses.
        pub mod models;
        /// The table of operations, for generic tools.
        pub mod operations;
        /// Requests, which the methods of the client return.
        pub mod requests;
        /// The table of schemas: shapes of bodies and parameters.
        pub mod schemas;
    });
    file
}

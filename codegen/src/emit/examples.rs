//! `examples.rs`: a test per documented body. The tests of the client include it; the client does not.

use super::paths::Paths;
use super::rust::RustFile;
use super::types::{Models, Types};
use crate::model::{Api, Example};
use proc_macro2::TokenStream;
use quote::quote;

/// Returns the tests.
pub(super) fn emit_examples(api: &Api) -> RustFile {
    let mut file = RustFile::default();
    let paths = Paths::default();
    let crate_name: TokenStream = api.crate_name.parse().unwrap_or_default();
    let types = Types { paths: &paths, models: Models::Of(crate_name) };
    for operation in &api.operations {
        operation.examples.iter().for_each(|example| file.item(emit_test(&operation.id, example, &types)));
    }
    file
}

fn emit_test(operation: &str, example: &Example, types: &Types<'_>) -> TokenStream {
    let Example { file, test, .. } = example;
    let ty = types.owned(&example.ty, false);
    quote! {
        #[test]
        fn #test() {
            crate::examples::check::<#ty>(#operation, #file);
        }
    }
}

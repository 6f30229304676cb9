//! The committed `generated/` matches the generator's output for `spec/`.

use ncloud_codegen::{Mode, Source};
use std::path::Path;

#[test]
fn generated_code_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = Source::read(&root.join("spec/dataflow.yaml"), "ncloud_dataflow").unwrap();
    let generated = ncloud_codegen::generate(&source).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    if let Err(error) = ncloud_codegen::sync(&generated.files, &root.join("generated"), Mode::Check) {
        panic!("{error}");
    }
}

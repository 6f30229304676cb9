//! The committed `generated/` is what the generator makes of `spec/`.

use ncloud_codegen::{Mode, Source};
use std::path::Path;

#[test]
fn generated_code_is_in_step_with_the_spec() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = Source::read(&root.join("spec/dataflow.yaml"), "ncloud_dataflow").unwrap();
    let generated = ncloud_codegen::generate(&source).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    if let Err(error) = ncloud_codegen::sync(&generated.files, &root.join("generated"), Mode::Check) {
        panic!("{error}");
    }
}

//! Rewrites `tests/kitchen/generated`: the output that the tests of this crate compile.

use ncloud_codegen::{Mode, Source, generate, sync};
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kitchen");
    let source = Source::read(&folder.join("spec/kitchen.yaml"), "kitchen")?;
    let generated = generate(&source).inspect_err(|problems| eprint_all(&problems.to_string()))?;
    sync(&generated.files, &folder.join("generated"), Mode::Write)?;
    Ok(())
}

#[expect(clippy::print_stderr, reason = "problems are meant to be read")]
fn eprint_all(problems: &str) {
    eprint!("{problems}");
}

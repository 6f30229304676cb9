//! Keeps `generated/` in step with `spec/`: rewrites it in this repository, compares a digest everywhere else.

#[path = "build/digest.rs"]
mod digest;

fn main() -> Result<(), digest::Told> {
    println!("cargo::rerun-if-changed=spec\ncargo::rerun-if-env-changed=NCLOUD_GENERATED");
    #[cfg(feature = "regenerate")]
    regenerate()?;
    digest::compare()
}

#[cfg(feature = "regenerate")]
#[expect(clippy::disallowed_methods, reason = "a build script has no arguments")]
fn regenerate() -> Result<(), digest::Told> {
    use ncloud_codegen::{Mode, Source, generate, sync};
    let files = generate(&Source::read("spec/dataflow.yaml".as_ref(), "ncloud_dataflow")?)?;
    if std::env::var("NCLOUD_GENERATED").is_ok_and(|value| value == "check") {
        sync(&files, "generated".as_ref(), Mode::Check)?;
        return Ok(());
    }
    sync(&files, "generated".as_ref(), Mode::Write)?;
    digest::record()
}

//! Keeps `generated/` up to date with `spec/`: rewrites it in this repository, and compares a digest everywhere else.

#[path = "build/digest.rs"]
mod digest;

#[expect(clippy::print_stderr, reason = "this is how a build script speaks")]
fn main() {
    println!("cargo::rerun-if-changed=spec\ncargo::rerun-if-env-changed=NCLOUD_GENERATED");
    if let Err(error) = regenerate().and_then(|()| digest::compare()) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

#[cfg(not(feature = "regenerate"))]
fn regenerate() -> digest::Outcome {
    Ok(())
}

#[cfg(feature = "regenerate")]
#[expect(clippy::disallowed_methods, reason = "a build script has no arguments")]
fn regenerate() -> digest::Outcome {
    use ncloud_codegen::{Mode, Source, generate, sync};
    let generated = generate(&Source::read("spec/dataflow.yaml".as_ref(), "ncloud_dataflow")?)?;
    generated.notices.summaries().for_each(|notice| println!("cargo::warning={notice}"));
    let is_check = std::env::var("NCLOUD_GENERATED").is_ok_and(|value| value == "check");
    sync(&generated.files, "generated".as_ref(), if is_check { Mode::Check } else { Mode::Write })?;
    if is_check { Ok(()) } else { digest::record() }
}

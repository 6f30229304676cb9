//! Keeps `generated/` in step with `spec/`: rewrites it in this repository, compares a digest everywhere else.

use std::{error::Error, fs, path::Path, process::ExitCode};

const DIGEST: &str = "generated/spec.digest";

#[expect(clippy::print_stderr, reason = "this is how a build script speaks")]
fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=spec\ncargo::rerun-if-env-changed=NCLOUD_GENERATED");
    step().map_or_else(
        |error| {
            eprintln!("{error}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

#[cfg(feature = "regenerate")]
#[expect(
    clippy::disallowed_methods,
    reason = "a build script has no arguments but its environment"
)]
fn step() -> Result<(), Box<dyn Error>> {
    use ncloud_codegen::{Mode, Source, generate, sync};
    let files = generate(&Source::read(
        Path::new("spec/dataflow.yaml"),
        "ncloud_dataflow",
    )?)?;
    if std::env::var("NCLOUD_GENERATED").is_ok_and(|value| value == "check") {
        sync(&files, Path::new("generated"), Mode::Check)?;
        return compare();
    }
    sync(&files, Path::new("generated"), Mode::Write)?;
    compare().or_else(|_| Ok(fs::write(DIGEST, digest(Path::new("spec"))?)?))
}

#[cfg(not(feature = "regenerate"))]
fn step() -> Result<(), Box<dyn Error>> {
    compare()
}

fn compare() -> Result<(), Box<dyn Error>> {
    let same = fs::read_to_string(DIGEST)
        .is_ok_and(|known| digest(Path::new("spec")).is_ok_and(|now| now == known));
    if same {
        Ok(())
    } else {
        Err("generated/ is older than spec/: run `cargo build` in the repository".into())
    }
}

/// FNV-1a over names and contents. It notices a forgotten step; it does not guard against malice.
fn digest(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, Box<dyn Error>>>()?;
    paths.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for path in paths {
        let content = if path.is_dir() {
            digest(&path)?.into_bytes()
        } else {
            fs::read(&path)?
        };
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for byte in name.bytes().chain([0]).chain(content) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(format!("{hash:016x}\n"))
}

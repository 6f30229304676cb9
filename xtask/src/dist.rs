//! A folder for packagers: the stripped program, man pages, completions and checksums.

use crate::{man, program};
use sha2::{Digest, Sha256};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const NAME: &str = "ncloud-dataflow";

/// Shells, and the names that their completions have in packages.
const SHELLS: [(&str, &str); 5] = [
    ("bash", "ncloud-dataflow.bash"),
    ("zsh", "_ncloud-dataflow"),
    ("fish", "ncloud-dataflow.fish"),
    ("powershell", "_ncloud-dataflow.ps1"),
    ("elvish", "ncloud-dataflow.elv"),
];

/// Builds the program and writes the folder. What an earlier run has written there is replaced.
pub(crate) fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let target = program::root().join("target");
    let mut build = program::cargo(&["build", "--locked", "--release", "--package", "ncloud-dataflow-cli"]);
    build.arg("--target-dir").arg(&target).env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
    if !program::run(build)? {
        return Err("the program could not be built".into());
    }
    let file = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    let built = target.join("release").join(&file);
    man::write(&folder.join("man"))?;
    let completions = folder.join("completions");
    fs::create_dir_all(&completions)?;
    for (shell, name) in SHELLS {
        let script = program::output(program::program(&built.display().to_string(), &["completion", shell]))?;
        if script.is_empty() {
            return Err(format!("the program printed no completions for {shell}").into());
        }
        fs::write(completions.join(name), script)?;
    }
    fs::copy(&built, folder.join(&file))?;
    fs::write(folder.join("SHA256SUMS"), checksums(folder)?)?;
    Ok(())
}

/// Returns the checksums of all files, in the form that `sha256sum --check` reads.
fn checksums(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let mut text = String::new();
    for file in files {
        let name = file.strip_prefix(folder)?.display().to_string().replace('\\', "/");
        if name == "SHA256SUMS" {
            continue;
        }
        for byte in Sha256::digest(fs::read(&file)?) {
            write!(text, "{byte:02x}")?;
        }
        writeln!(text, "  {name}")?;
    }
    Ok(text)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => collect(&path, files)?,
            false => files.push(path),
        }
    }
    Ok(())
}

//! Tasks of this repository: `cargo xtask TASK`.

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask man FOLDER    write a man page for every command";

#[expect(clippy::print_stderr, reason = "a task speaks to the person who started it")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["man", folder] => man(Path::new(folder)),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Man pages for packagers. They are not kept in the repository: the help texts are their only source.
fn man(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all(folder)?;
    Ok(clap_mangen::generate_to(ncloud_dataflow_cli::command(), folder)?)
}

//! Tasks of this repository: `cargo xtask TASK`.

use std::process::ExitCode;

#[expect(clippy::print_stderr, reason = "a task reports to the person who started it")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match xtask::run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

//! The program `ncloud-dataflow`: hands arguments, environment and streams to the library.

use anstream::AutoStream;
use ncloud_dataflow_cli::{Process, Streams, run};
use std::io::{BufWriter, IsTerminal, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    // Colours are decided in the library; `always_ansi` only teaches old Windows consoles to show them.
    let mut out = BufWriter::with_capacity(64 * 1024, AutoStream::always_ansi(stdout().lock()));
    let mut err = AutoStream::always_ansi(stderr().lock());
    let mut streams = Streams::new(&mut out, &mut err).with_terminals(stdout().is_terminal(), stderr().is_terminal());
    ExitCode::from(run(std::env::args_os(), &Process::current(), &mut streams))
}

//! The program `ncloud-dataflow`: hands arguments, environment and streams to the library.

use anstream::AutoStream;
use ncloud_dataflow_cli::{Context, Streams, run};
use std::io::{BufWriter, IsTerminal, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    // The library decides about colors; `always_ansi` only makes old Windows consoles show them.
    let mut out = BufWriter::with_capacity(64 * 1024, AutoStream::always_ansi(stdout().lock()));
    let mut err = AutoStream::always_ansi(stderr().lock());
    let mut streams = Streams::new(&mut out, &mut err)
        .with_terminals(stdout().is_terminal(), stderr().is_terminal())
        // The same thread may lock the stream again.
        .with_live_log(stderr());
    ExitCode::from(run(std::env::args_os(), &Context::current(), &mut streams))
}

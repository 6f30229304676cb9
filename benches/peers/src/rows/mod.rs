//! Rows of the page. Each file measures one row and states its goals.

mod all_jobs;
mod binary;
mod calls;
mod ci;
mod cli;
mod client;
mod cold;
mod decode;
mod emulator;
mod formats;
mod generate;
mod list;
mod memory;
mod rebuild;
mod sign;

use crate::row::Row;
use crate::workspace::Workspace;
use std::error::Error;

type Measure = fn(&Workspace) -> Result<Row, Box<dyn Error>>;

/// Rows in the order of the page. A name is an argument of the program, and the name of the files in `benches/peers`.
pub(crate) const ROWS: [(&str, Measure); 15] = [
    ("generate", generate::measure),
    ("client", client::measure),
    ("cold", cold::measure),
    ("rebuild", rebuild::measure),
    ("binary", binary::measure),
    ("decode", decode::measure),
    ("sign", sign::measure),
    ("list", list::measure),
    ("calls", calls::measure),
    ("memory", memory::measure),
    ("cli", cli::measure),
    ("all-jobs", all_jobs::measure),
    ("formats", formats::measure),
    ("emulator", emulator::measure),
    ("ci", ci::measure),
];

#![doc = include_str!("../README.md")]

mod builder;
mod data;
mod emulator;
mod error;
mod faults;
mod fixtures;
mod http;
mod quirks;
mod state;

pub use builder::{Builder, DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
pub use emulator::Emulator;
pub use error::EmulatorError;
pub use faults::fault::Fault;
pub use fixtures::{export_data, import_data};
pub use quirks::{ContentType, Count, EmptyParameters, ErrorCode, ErrorShape, ErrorWord, NameFilter, Quirks};

#![doc = include_str!("../README.md")]

mod arguments;
mod builder;
mod connection;
mod emulator;
mod enumeration;
mod error;
mod faults;
mod gateway;
mod ids;
mod listing;
mod offset;
mod pieces;
mod quirks;
mod response;
mod route;
mod rows;
mod sample;
mod server;
mod signature;
mod slow;
mod spoil;
mod state;
mod synthetic;
mod target;

pub use builder::{Builder, DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
pub use emulator::Emulator;
pub use error::EmulatorError;
pub use faults::Fault;
pub use quirks::{ContentType, Count, EmptyParameters, ErrorCode, ErrorShape, NameFilter, Quirks};

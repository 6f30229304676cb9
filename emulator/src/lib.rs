#![doc = include_str!("../README.md")]

mod accounts;
mod assemble;
mod builder;
mod clock_offset;
mod console;
mod control;
mod data;
mod duration;
mod emulator;
mod emulator_account;
mod emulator_clock;
mod error;
mod faults;
mod fixtures;
mod http;
mod journal;
mod nearest;
mod outcome_plan;
mod quirks;
mod random;
mod site;
mod state;
mod token;

#[cfg(test)]
mod tests;

pub use builder::{Builder, DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
pub use emulator::Emulator;
pub use emulator_account::EmulatorAccount;
pub use emulator_clock::EmulatorClock;
pub use error::EmulatorError;
pub use faults::fault::Fault;
pub use faults::rule::FaultRule;
pub use fixtures::{export_data, import_data};
pub use journal::entry::{JournalEntry, RequestOutcome};
pub use outcome_plan::OutcomePlan;
pub use quirks::{
    ContentType, Count, EmptyParameters, ErrorCode, ErrorShape, ErrorWord, LimitField, ListingOrder, MissingResource,
    NameFilter, Quirks,
};

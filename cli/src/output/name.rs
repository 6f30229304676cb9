//! `-o name`: the ID of each item, one per line, for other commands.

use crate::failure::Failure;
use crate::json::value_at;
use crate::output::cell;
use crate::output::formatter::{Formatter, OutputContext};
use std::io::Write;

/// Prints one field of each item.
pub(crate) struct NameFormatter {
    field: &'static str,
    context: OutputContext,
}

impl NameFormatter {
    pub(crate) fn new(field: &'static str, context: OutputContext) -> Self {
        Self { field, context }
    }
}

impl Formatter for NameFormatter {
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        match cell::value(value_at(json, self.field))? {
            Some(name) => Ok(writeln!(out, "{}", self.context.printable(&name))?),
            None => Ok(()),
        }
    }

    fn finish(&mut self, _out: &mut dyn Write, _complete: bool) -> Result<(), Failure> {
        Ok(())
    }
}

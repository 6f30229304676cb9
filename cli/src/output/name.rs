//! `-o name`: one field of each item, one per line, for other commands to read.

use super::{Layout, Writer, cell, read};
use crate::failure::Failure;
use std::io::{self, Write};

/// The lines.
pub(crate) struct Names {
    field: &'static str,
    layout: Layout,
}

impl Names {
    pub(crate) fn new(field: &'static str, layout: Layout) -> Self {
        Self { field, layout }
    }
}

impl Writer for Names {
    fn item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let item = &read(json)?;
        match cell::field(item, self.field).and_then(cell::scalar) {
            Some(name) => Ok(writeln!(out, "{}", self.layout.shown(&name))?),
            None => Ok(()),
        }
    }

    fn end(&mut self, _out: &mut dyn Write, _complete: bool) -> io::Result<()> {
        Ok(())
    }
}

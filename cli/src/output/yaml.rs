//! `-o yaml`: one document; a sequence for listings.

use crate::failure::Failure;
use crate::output::formatter::Formatter;
use crate::output::yaml_text;
use std::io::Write;

/// The response, or a sequence of all items, written item by item.
pub(crate) struct YamlFormatter {
    listing: bool,
    items: usize,
}

impl YamlFormatter {
    pub(crate) fn new(listing: bool) -> Self {
        Self { listing, items: 0 }
    }
}

impl Formatter for YamlFormatter {
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        self.items += 1;
        let text = if self.listing { yaml_text::item(json) } else { yaml_text::document(json) }?;
        Ok(out.write_all(text.as_bytes())?)
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> Result<(), Failure> {
        if self.listing && complete && self.items == 0 {
            out.write_all(b"[]\n")?;
        }
        Ok(())
    }
}

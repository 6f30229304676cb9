//! Pages whose rows stay JSON text as received.

use super::page::Page;
use crate::model::{Abort, Codec, FieldName, Input, JsonError, Output, Text, text_of_field};
use crate::table::operation::Paging;
use serde_json::Value;

/// A page whose rows stay JSON text, for generic tools that use the operations table.
#[derive(Clone, Debug, Default)]
pub struct RawPage {
    /// Names of the fields.
    paging: Option<&'static Paging>,
    rows: Option<Vec<RawRow>>,
    /// All other fields, as received.
    rest: Vec<(String, RawRow)>,
}

/// A row of a listing: JSON text as received. Only its key is parsed.
#[derive(Clone, Debug, Default)]
pub struct RawRow {
    json: String,
    key: Option<Text>,
}

impl RawRow {
    /// The JSON text as received, with its white space and escapes.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// Parses the row. If a field occurs twice, the last one counts.
    ///
    /// # Errors
    ///
    /// If a `Value` cannot hold it: a number out of range, an unpaired surrogate, or more than a hundred levels.
    pub fn value(&self) -> Result<Value, JsonError> {
        serde_json::from_str(&self.json)
    }

    /// Finds the key. Fields after it are not parsed.
    fn find_key(&mut self, name: &'static str) {
        self.key = text_of_field(&self.json, name).map(Text::from);
    }
}

impl Codec for RawRow {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        from.json(&mut self.json)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.json(&self.json)
    }
}

impl Codec for RawPage {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        let (items, key) = self.paging.map_or(("", ""), |paging| (paging.items, paging.key));
        from.object("", &mut |fields| {
            while let Some(FieldName::Unknown(name)) = fields.next(&[], 0)? {
                if name != items {
                    let mut value = RawRow::default();
                    fields.read(&mut value)?;
                    self.rest.push((name, value));
                } else if self.rows.is_some() {
                    return Err(fields.fail(format_args!("duplicate field `{name}`")));
                } else {
                    let mut rows = Vec::new();
                    if fields.read(&mut rows).is_err() {
                        return Err(fields.fail(format_args!("field `{name}`: expected a list or one item")));
                    }
                    // Null is not an empty list.
                    self.rows = (fields.received() != "null").then_some(rows);
                }
            }
            Ok(())
        })?;
        self.rows.iter_mut().flatten().for_each(|row| row.find_key(key));
        Ok(())
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        to.object(&mut |entries| {
            self.rest.iter().try_for_each(|(name, value)| entries.put(name, value))?;
            self.paging.map_or(Ok(()), |paging| entries.put(paging.items, &self.rows))
        })
    }
}

impl Page for RawPage {
    type Item = RawRow;

    fn empty(paging: &'static Paging) -> Self {
        Self { paging: Some(paging), ..Self::default() }
    }

    fn items(&self, _paging: &Paging) -> Option<&[RawRow]> {
        self.rows.as_deref()
    }

    fn into_items(self, _paging: &Paging) -> Vec<RawRow> {
        self.rows.unwrap_or_default()
    }

    fn limit(&self, paging: &Paging) -> Option<i64> {
        let (_, limit) = self.rest.iter().find(|(name, _)| name == paging.limit)?;
        limit.json.trim_matches('"').parse().ok()
    }

    fn key<'a>(item: &'a RawRow, _paging: &Paging) -> Option<&'a str> {
        item.key.as_deref()
    }
}

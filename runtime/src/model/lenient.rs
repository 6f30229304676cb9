//! The lenient reader, for values in undocumented forms. A value with a clear meaning is converted. Any other value is
//! kept as JSON, and its field is absent.
//!
//! It runs only if the strict reader ([`super::read`]) finds a difference. Each value is a slice of the JSON text, so
//! it can be kept as received.

use super::choice::choose;
use super::codec::{Abort, Codec, FieldName, Input, JsonError, ObjectReader, OneOf, Reading};
use super::pieces;
use super::read::MAX_DEPTH;
use super::scan::{self, compact};
use crate::table::schema::Field;
use serde::de::Error as _;
use serde_json::Value;
use serde_json::value::RawValue;
use std::fmt;

/// Reads JSON without surrounding white space into a value that holds its default.
pub(super) fn read(json: &str, place: &mut dyn Codec) -> Result<(), JsonError> {
    let mut from = Lenient::new(json, At::Top, 0);
    match place.read(&mut from) {
        Ok(()) => Ok(()),
        Err(Abort) => {
            Err(from.error.unwrap_or_else(|| JsonError::custom("the value does not have the documented form")))
        }
    }
}

/// Position of a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum At {
    Top,
    Field,
    /// An item of a list or an entry of a map.
    Item,
    /// A single value where a list is documented.
    SingleItem,
}

/// A received value, as JSON without surrounding white space.
struct Lenient<'j> {
    json: &'j str,
    at: At,
    depth: usize,
    /// True if the value that was read differs from the received JSON, and no nested object keeps that JSON.
    is_inexact: bool,
    /// True if it was null and may be absent.
    is_absent: bool,
    error: Option<JsonError>,
}

impl<'j> Lenient<'j> {
    fn new(json: &'j str, at: At, depth: usize) -> Self {
        Self { json, at, depth, is_inexact: false, is_absent: false, error: None }
    }

    fn inside(&self, json: &'j str, at: At) -> Self {
        Self::new(json, at, self.depth + 1)
    }

    fn starts_with(&self, first: char) -> bool {
        self.json.starts_with(first)
    }

    fn is_null(&self) -> bool {
        self.json == "null"
    }

    fn is_number(&self) -> bool {
        self.json.starts_with(|first: char| first == '-' || first.is_ascii_digit())
    }

    /// Returns the content of a string.
    fn string(&self) -> Option<String> {
        if self.starts_with('"') { serde_json::from_str(self.json).ok() } else { None }
    }

    /// Returns the content of a string, or the text of a number or boolean. At the top level, only the documented kind
    /// is accepted.
    fn scalar(&self, is_own_kind: bool) -> Option<String> {
        let is_plain = self.is_number() || matches!(self.json, "true" | "false");
        match self.at == At::Top && !is_own_kind {
            true => None,
            false if is_plain => Some(self.json.to_owned()),
            false => self.string(),
        }
    }

    /// Rejects a single value where a list is documented, unless it is an object. Only objects are clearly items.
    fn check_single_item(&mut self) -> Result<(), Abort> {
        match self.at == At::SingleItem && !self.starts_with('{') {
            true => Err(self.mismatch("a list")),
            false => Ok(()),
        }
    }

    fn read_inside(&mut self, place: &mut dyn Codec) -> Result<(), Abort> {
        let mut inside = self.inside(self.json, self.at);
        place.read(&mut inside)?;
        self.is_inexact |= inside.is_inexact;
        Ok(())
    }

    fn check_depth(&mut self) -> Result<(), Abort> {
        match self.depth > MAX_DEPTH {
            true => Err(self.fail(format_args!("nested deeper than {MAX_DEPTH} levels of lists and objects"))),
            false => Ok(()),
        }
    }

    fn mismatch(&mut self, expected: &str) -> Abort {
        let kind = match self.json.chars().next() {
            Some('{') => "an object",
            Some('[') => "a list",
            Some('"') => "a string",
            Some('n') => "null",
            Some('t' | 'f') => "a boolean",
            _ => "a number",
        };
        self.fail(format_args!("expected {expected} but found {kind}"))
    }

    /// Stores the meaning of the value. `is_exact` is true if the value has the documented kind.
    fn put<T>(&mut self, place: &mut T, meaning: Option<T>, is_exact: bool, expected: &str) -> Result<(), Abort> {
        *place = meaning.ok_or_else(|| self.mismatch(expected))?;
        self.is_inexact |= !is_exact;
        Ok(())
    }

    fn read_item(
        &mut self,
        item: &'j str,
        at: At,
        read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>,
    ) -> Result<(), Abort> {
        let mut item = self.inside(item, at);
        let step = read(&mut item);
        self.is_inexact |= item.is_inexact || step.is_err();
        step
    }
}

impl Input for Lenient<'_> {
    fn text(&mut self, take: &mut dyn FnMut(&str)) -> Result<(), Abort> {
        let text = self.scalar(self.starts_with('"')).ok_or_else(|| self.mismatch("a string"))?;
        take(&text);
        self.is_inexact |= !self.starts_with('"');
        Ok(())
    }

    fn boolean(&mut self, place: &mut bool) -> Result<(), Abort> {
        let is_own_kind = matches!(self.json, "true" | "false");
        let meaning = self.scalar(is_own_kind).and_then(|text| match text.as_str() {
            "0" => Some(false),
            "1" => Some(true),
            text => scan::boolean(text),
        });
        self.put(place, meaning, is_own_kind, "true or false")
    }

    fn integer(&mut self, place: &mut i64) -> Result<(), Abort> {
        let meaning = self.scalar(self.is_number()).and_then(|text| scan::integer(&text));
        self.put(place, meaning, self.json.parse::<i64>().is_ok() && self.json != "-0", "an integer")
    }

    fn number(&mut self, place: &mut f64) -> Result<(), Abort> {
        let meaning = self.scalar(self.is_number()).and_then(|text| scan::float(&text));
        self.put(place, meaning, self.is_number(), "a number")
    }

    fn any(&mut self, place: &mut Value) -> Result<(), Abort> {
        *place = pieces::nearest(self.json, self.depth);
        self.is_inexact |= !scan::are_exact(self.json) || scan::depth(self.json) + self.depth > MAX_DEPTH;
        Ok(())
    }

    fn json(&mut self, place: &mut String) -> Result<(), Abort> {
        self.check_single_item()?;
        self.json.clone_into(place);
        Ok(())
    }

    fn one_of(&mut self, place: &mut dyn OneOf) -> Result<(), Abort> {
        self.check_single_item()?;
        self.check_depth()?;
        choose(place, self.json);
        // A value that does not fit the selected shape is kept as another value.
        if self.read_inside(place.inner_mut()).is_err() {
            place.choose(None);
            self.read_inside(place.inner_mut())?;
        }
        Ok(())
    }

    fn optional(&mut self, read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>) -> Result<(), Abort> {
        if self.is_null() {
            self.is_absent = true;
            return Ok(());
        }
        read(self)
    }

    fn list(&mut self, read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>) -> Result<(), Abort> {
        self.check_depth()?;
        if self.is_null() && self.at != At::Top {
            self.is_inexact = true;
            return Ok(());
        }
        if !self.starts_with('[') {
            // An empty object is not an item: some servers write it for an empty list or for no value.
            let may_be_item = self.at != At::Top && compact(self.json) != "{}";
            let is_item = may_be_item && self.read_item(self.json, At::SingleItem, read).is_ok();
            self.is_inexact = true;
            return if is_item { Ok(()) } else { Err(self.mismatch("a list")) };
        }
        for item in pieces::items(self.json).map_err(|error| self.stop(error))? {
            // An item that does not fit is omitted, and the enclosing object keeps the list as received. At the top
            // level there is no such object.
            let step = self.read_item(item.get(), At::Item, read);
            if step.is_err() && self.at == At::Top {
                return Err(self.fail(format_args!("an item of the list does not have the documented form")));
            }
        }
        Ok(())
    }

    fn object(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(&mut dyn ObjectReader) -> Result<(), Abort>,
    ) -> Result<(), Abort> {
        self.check_depth()?;
        // Some servers write an empty list or null for an empty map.
        let is_empty_map = name.is_empty() && self.at != At::Top && (self.is_null() || compact(self.json) == "[]");
        if is_empty_map {
            self.is_inexact = true;
            return Ok(());
        }
        if !self.starts_with('{') {
            return Err(match name {
                "" => self.mismatch("an object"),
                name => self.mismatch(&format!("an object ({name})")),
            });
        }
        let entries = pieces::entries(self.json).map_err(|error| self.stop(error))?.into_iter();
        let mut fields = LenientFields {
            entries,
            value: "",
            depth: self.depth + 1,
            is_inexact: false,
            is_incomplete: false,
            error: None,
        };
        let step = read(&mut fields);
        // A named object keeps its received values itself. A map cannot.
        self.is_inexact |= fields.is_inexact && name.is_empty();
        self.error = fields.error;
        match step {
            Ok(()) if fields.is_incomplete && self.at == At::Top => {
                Err(self.fail(format_args!("an entry of the map does not have the documented form")))
            }
            step => step,
        }
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort {
        self.stop(JsonError::custom(why))
    }

    fn keep(&self) -> Option<String> {
        (self.at == At::Item && !self.starts_with('{')).then(|| compact(self.json).into_owned())
    }
}

impl Lenient<'_> {
    fn stop(&mut self, error: JsonError) -> Abort {
        self.error = Some(error);
        Abort
    }
}

struct LenientFields<'j> {
    entries: std::vec::IntoIter<(String, &'j RawValue)>,
    /// JSON of the current field.
    value: &'j str,
    depth: usize,
    /// True if an entry of a map differs from the received JSON.
    is_inexact: bool,
    /// True if an entry of a map was omitted.
    is_incomplete: bool,
    error: Option<JsonError>,
}

impl ObjectReader for LenientFields<'_> {
    fn next(&mut self, known: &'static [Field], _next: usize) -> Result<Option<FieldName>, Abort> {
        let Some((name, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = value.get();
        let known = known.iter().position(|field| field.name == name);
        Ok(Some(known.map_or(FieldName::Unknown(name), FieldName::Known)))
    }

    fn read(&mut self, place: &mut dyn Codec) -> Result<Reading, Abort> {
        let mut from = Lenient::new(self.value, At::Field, self.depth);
        place.read(&mut from)?;
        Ok(match from.is_inexact {
            true => Reading::Inexact,
            false if from.is_absent => Reading::Null,
            false => Reading::Exact,
        })
    }

    fn read_entry(&mut self, place: &mut dyn Codec) -> Result<(), Abort> {
        let mut from = Lenient::new(self.value, At::Item, self.depth);
        let step = place.read(&mut from);
        self.is_inexact |= from.is_inexact || step.is_err();
        self.is_incomplete |= step.is_err();
        step
    }

    fn duplicate(&mut self, _name: &str) -> Result<String, Abort> {
        self.is_inexact = true;
        Ok(self.received())
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort {
        self.error = Some(JsonError::custom(why));
        Abort
    }

    fn is_lenient(&self) -> bool {
        true
    }

    fn received(&self) -> String {
        compact(self.value).into_owned()
    }
}

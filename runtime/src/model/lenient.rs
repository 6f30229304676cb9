//! Reading of what is not as documented: by its meaning where that is plain, and else kept beside a field that stays
//! absent.
//!
//! It is the second way, taken only if the first one ([`super::read`]) finds a difference. Every value is a piece of the
//! JSON text, so that what came can be kept as it was written.

use super::choice::choose;
use super::codec::{Abort, Codec, FieldName, Input, JsonError, ObjectReader, OneOf, Reading};
use super::pieces;
use super::read::DEEPEST;
use super::scan::{self, compact};
use crate::table::schema::Field;
use serde::de::Error as _;
use serde_json::Value;
use serde_json::value::RawValue;
use std::fmt;

/// Reads JSON without spaces around it into a place that has its default.
pub(super) fn read(json: &str, place: &mut dyn Codec) -> Result<(), JsonError> {
    let mut from = Lenient::new(json, At::Top, 0);
    match place.read(&mut from) {
        Ok(()) => Ok(()),
        Err(Abort) => Err(from.error.unwrap_or_else(|| JsonError::custom("not of the documented form"))),
    }
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum At {
    Top,
    Field,
    /// In a list or a map.
    Item,
    /// Where a list is documented.
    Alone,
}

/// A value that comes, as JSON without spaces around it.
struct Lenient<'j> {
    json: &'j str,
    at: At,
    depth: usize,
    /// Whether what was read is not exactly what came, and no object inside keeps that.
    is_odd: bool,
    /// Whether it was null for a value that may be absent.
    is_absent: bool,
    error: Option<JsonError>,
}

impl<'j> Lenient<'j> {
    fn new(json: &'j str, at: At, depth: usize) -> Self {
        Self { json, at, depth, is_odd: false, is_absent: false, error: None }
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

    /// The text of a string.
    fn string(&self) -> Option<String> {
        if self.starts_with('"') { serde_json::from_str(self.json).ok() } else { None }
    }

    /// What is written here: the text of a string, a number, true or false. A whole response has to be of its own kind.
    fn scalar(&self, is_own_kind: bool) -> Option<String> {
        let is_plain = self.is_number() || matches!(self.json, "true" | "false");
        match self.at == At::Top && !is_own_kind {
            true => None,
            false if is_plain => Some(self.json.to_owned()),
            false => self.string(),
        }
    }

    /// Only an object is plainly an item that stands without its list.
    fn unless_alone(&mut self) -> Result<(), Abort> {
        match self.at == At::Alone && !self.starts_with('{') {
            true => Err(self.unfit("a list")),
            false => Ok(()),
        }
    }

    fn read_inside(&mut self, place: &mut dyn Codec) -> Result<(), Abort> {
        let mut inside = self.inside(self.json, self.at);
        place.read(&mut inside)?;
        self.is_odd |= inside.is_odd;
        Ok(())
    }

    fn unless_deep(&mut self) -> Result<(), Abort> {
        match self.depth > DEEPEST {
            true => Err(self.fail(format_args!("more than {DEEPEST} levels of lists and objects"))),
            false => Ok(()),
        }
    }

    fn unfit(&mut self, expected: &str) -> Abort {
        let kind = match self.json.chars().next() {
            Some('{') => "an object",
            Some('[') => "a list",
            Some('"') => "a text",
            Some('n') => "null",
            Some('t' | 'f') => "a boolean",
            _ => "a number",
        };
        self.fail(format_args!("expected {expected} but found {kind}"))
    }

    /// Puts what a text means, or what came itself, which is exact, into a place.
    fn put<T>(&mut self, place: &mut T, meaning: Option<T>, is_exact: bool, expected: &str) -> Result<(), Abort> {
        *place = meaning.ok_or_else(|| self.unfit(expected))?;
        self.is_odd |= !is_exact;
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
        self.is_odd |= item.is_odd || step.is_err();
        step
    }
}

impl Input for Lenient<'_> {
    fn text(&mut self, take: &mut dyn FnMut(&str)) -> Result<(), Abort> {
        let text = self.scalar(self.starts_with('"')).ok_or_else(|| self.unfit("a text"))?;
        take(&text);
        self.is_odd |= !self.starts_with('"');
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
        self.put(place, meaning, self.json.parse::<i64>().is_ok() && self.json != "-0", "a whole number")
    }

    fn number(&mut self, place: &mut f64) -> Result<(), Abort> {
        let meaning = self.scalar(self.is_number()).and_then(|text| scan::float(&text));
        self.put(place, meaning, self.is_number(), "a number")
    }

    fn any(&mut self, place: &mut Value) -> Result<(), Abort> {
        *place = pieces::nearest(self.json, self.depth);
        self.is_odd |= !scan::are_exact(self.json) || scan::depth(self.json) + self.depth > DEEPEST;
        Ok(())
    }

    fn json(&mut self, place: &mut String) -> Result<(), Abort> {
        self.unless_alone()?;
        self.json.clone_into(place);
        Ok(())
    }

    fn one_of(&mut self, place: &mut dyn OneOf) -> Result<(), Abort> {
        self.unless_alone()?;
        self.unless_deep()?;
        choose(place, self.json);
        // What does not fit the shape that it seems to have is kept as any other value.
        if self.read_inside(place.held_mut()).is_err() {
            place.choose(None);
            self.read_inside(place.held_mut())?;
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
        self.unless_deep()?;
        if self.is_null() && self.at != At::Top {
            self.is_odd = true;
            return Ok(());
        }
        if !self.starts_with('[') {
            // An object without fields is no item: to some it is an empty list, to others nothing.
            let may_be_item = self.at != At::Top && compact(self.json) != "{}";
            let is_item = may_be_item && self.read_item(self.json, At::Alone, read).is_ok();
            self.is_odd = true;
            return if is_item { Ok(()) } else { Err(self.unfit("a list")) };
        }
        for item in pieces::items(self.json).map_err(|error| self.stop(error))? {
            // One that does not fit is left out, and the whole list kept as it came, where there is an object to keep it.
            let step = self.read_item(item.get(), At::Item, read);
            if step.is_err() && self.at == At::Top {
                return Err(self.fail(format_args!("an item of another form")));
            }
        }
        Ok(())
    }

    fn object(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(&mut dyn ObjectReader) -> Result<(), Abort>,
    ) -> Result<(), Abort> {
        self.unless_deep()?;
        // An empty map is an empty list to some, and null to others.
        let is_empty_map = name.is_empty() && self.at != At::Top && (self.is_null() || compact(self.json) == "[]");
        if is_empty_map {
            self.is_odd = true;
            return Ok(());
        }
        if !self.starts_with('{') {
            return Err(match name {
                "" => self.unfit("an object"),
                name => self.unfit(&format!("an object ({name})")),
            });
        }
        let entries = pieces::entries(self.json).map_err(|error| self.stop(error))?.into_iter();
        let mut fields =
            LenientFields { entries, value: "", depth: self.depth + 1, is_odd: false, lost: false, error: None };
        let step = read(&mut fields);
        // An object with a name keeps by itself what is odd in it.
        self.is_odd |= fields.is_odd && name.is_empty();
        self.error = fields.error;
        match step {
            Ok(()) if fields.lost && self.at == At::Top => Err(self.fail(format_args!("an entry of another form"))),
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
    /// The JSON of the field at hand.
    value: &'j str,
    depth: usize,
    /// Whether an entry of a map is not exactly what came.
    is_odd: bool,
    /// Whether an entry of a map was left out.
    lost: bool,
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
        Ok(match from.is_odd {
            true => Reading::Odd,
            false if from.is_absent => Reading::Null,
            false => Reading::Exact,
        })
    }

    fn read_entry(&mut self, place: &mut dyn Codec) -> Result<(), Abort> {
        let mut from = Lenient::new(self.value, At::Item, self.depth);
        let step = place.read(&mut from);
        self.is_odd |= from.is_odd || step.is_err();
        self.lost |= step.is_err();
        step
    }

    fn another(&mut self, _name: &str) -> Result<String, Abort> {
        self.is_odd = true;
        Ok(self.came())
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort {
        self.error = Some(JsonError::custom(why));
        Abort
    }

    fn is_lenient(&self) -> bool {
        true
    }

    fn came(&self) -> String {
        compact(self.value).into_owned()
    }
}

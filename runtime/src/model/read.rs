//! The strict reader. It is fast, and fails at the first difference from the documented form.

use super::choice::choose;
use super::codec::{Abort, Codec, FieldName, Input, JsonError, ObjectReader, OneOf, Reading};
use super::scan::{are_exact, depth};
use crate::table::schema::Field;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;
use std::fmt;

/// Maximum nesting of lists and objects, as in serde_json.
pub(crate) const MAX_DEPTH: usize = 128;

/// Reads JSON into a value.
pub(super) fn read(json: &str, place: &mut dyn Codec) -> Result<(), JsonError> {
    let mut from = serde_json::Deserializer::from_str(json);
    CodecSeed(place, &mut Reading::Exact).deserialize(&mut from)?;
    from.end()
}

/// A serde seed that reads into a value.
///
/// The result is a separate reference, because an empty `Ok` is fastest and this runs for every field.
struct CodecSeed<'p>(&'p mut dyn Codec, &'p mut Reading);

impl<'de> DeserializeSeed<'de> for CodecSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        let mut reader = Reader::new(from, self.1);
        let step = self.0.read(&mut reader);
        reader.end(step)
    }
}

/// A serde seed that calls a function.
struct FunctionSeed<'f>(&'f mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>);

impl<'de> DeserializeSeed<'de> for FunctionSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        let mut reading = Reading::Exact;
        let mut reader = Reader::new(from, &mut reading);
        let step = (self.0)(&mut reader);
        reader.end(step)
    }
}

/// A deserializer until it is used, and then its error.
struct Reader<'p, D, E> {
    from: Option<D>,
    error: Option<E>,
    reading: &'p mut Reading,
}

impl<'de, 'p, D: Deserializer<'de>> Reader<'p, D, D::Error> {
    fn new(from: D, reading: &'p mut Reading) -> Self {
        Self { from: Some(from), error: None, reading }
    }

    fn end(self, step: Result<(), Abort>) -> Result<(), D::Error> {
        step.map_err(|Abort| self.error.unwrap_or_else(|| D::Error::custom("reading was aborted")))
    }

    /// Returns the JSON of a value. Fails if a number in it does not fit in a [`Value`].
    fn exact(&mut self) -> Result<&'de str, Abort> {
        let json = self.with(<&RawValue>::deserialize)?.get();
        if are_exact(json) {
            Ok(json)
        } else {
            Err(self.fail(format_args!("a number is out of range or has too many digits")))
        }
    }

    fn with<T>(&mut self, read: impl FnOnce(D) -> Result<T, D::Error>) -> Result<T, Abort> {
        let from = self.from.take().ok_or(Abort)?;
        read(from).map_err(|error| {
            self.error = Some(error);
            Abort
        })
    }
}

impl<'de, D: Deserializer<'de>> Input for Reader<'_, D, D::Error> {
    fn text(&mut self, take: &mut dyn FnMut(&str)) -> Result<(), Abort> {
        self.with(|from| from.deserialize_str(TextVisitor(take)))
    }

    fn boolean(&mut self, place: &mut bool) -> Result<(), Abort> {
        *place = self.with(bool::deserialize)?;
        Ok(())
    }

    fn integer(&mut self, place: &mut i64) -> Result<(), Abort> {
        *place = self.with(i64::deserialize)?;
        Ok(())
    }

    fn number(&mut self, place: &mut f64) -> Result<(), Abort> {
        let json = self.exact()?;
        *place = serde_json::from_str(json).map_err(|error| self.fail(format_args!("{error}")))?;
        Ok(())
    }

    fn any(&mut self, place: &mut Value) -> Result<(), Abort> {
        let json = self.exact()?;
        *place = serde_json::from_str(json).map_err(|error| self.fail(format_args!("{error}")))?;
        Ok(())
    }

    fn json(&mut self, place: &mut String) -> Result<(), Abort> {
        let json = self.with(<&RawValue>::deserialize)?;
        json.get().clone_into(place);
        Ok(())
    }

    fn one_of(&mut self, place: &mut dyn OneOf) -> Result<(), Abort> {
        let json = self.with(<&RawValue>::deserialize)?.get();
        if depth(json) > MAX_DEPTH {
            return Err(self.fail(format_args!("nested deeper than {MAX_DEPTH} levels of lists and objects")));
        }
        choose(place, json);
        read(json, place.inner_mut()).map_err(|error| self.fail(format_args!("{error}")))
    }

    fn optional(&mut self, read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>) -> Result<(), Abort> {
        let mut reading = Reading::Exact;
        let step = self.with(|from| from.deserialize_option(OptionVisitor(read, &mut reading)));
        *self.reading = reading;
        step
    }

    fn list(&mut self, read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>) -> Result<(), Abort> {
        self.with(|from| from.deserialize_seq(ListVisitor(read)))
    }

    fn object(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(&mut dyn ObjectReader) -> Result<(), Abort>,
    ) -> Result<(), Abort> {
        self.with(|from| from.deserialize_map(ObjectVisitor(name, read)))
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort {
        self.error = Some(D::Error::custom(why));
        Abort
    }
}

struct TextVisitor<'f>(&'f mut dyn FnMut(&str));

impl Visitor<'_> for TextVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }
}

struct OptionVisitor<'f>(&'f mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>, &'f mut Reading);

impl<'de> Visitor<'de> for OptionVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        *self.1 = Reading::Null;
        Ok(())
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        *self.1 = Reading::Null;
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        FunctionSeed(self.0).deserialize(from)
    }
}

struct ListVisitor<'f>(&'f mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>);

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(FunctionSeed(self.0))?.is_some() {}
        Ok(())
    }
}

struct ObjectVisitor<'f>(&'static str, &'f mut dyn FnMut(&mut dyn ObjectReader) -> Result<(), Abort>);

impl<'de> Visitor<'de> for ObjectVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "" => formatter.write_str("an object"),
            name => write!(formatter, "an object ({name})"),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let mut fields = FieldsReader { map, error: None };
        let step = (self.1)(&mut fields);
        step.map_err(|Abort| fields.error.unwrap_or_else(|| A::Error::custom("reading was aborted")))
    }
}

/// The remaining fields of an object, and the error of the last one.
struct FieldsReader<A, E> {
    map: A,
    error: Option<E>,
}

impl<A, E> FieldsReader<A, E> {
    fn stop(&mut self, error: E) -> Abort {
        self.error = Some(error);
        Abort
    }
}

impl<'de, A: MapAccess<'de>> ObjectReader for FieldsReader<A, A::Error> {
    fn next(&mut self, known: &'static [Field], next: usize) -> Result<Option<FieldName>, Abort> {
        self.map.next_key_seed(KeySeed { known, next }).map_err(|error| self.stop(error))
    }

    fn read(&mut self, place: &mut dyn Codec) -> Result<Reading, Abort> {
        let mut reading = Reading::Exact;
        self.map.next_value_seed(CodecSeed(place, &mut reading)).map_err(|error| self.stop(error))?;
        Ok(reading)
    }

    fn duplicate(&mut self, name: &str) -> Result<String, Abort> {
        Err(self.fail(format_args!("duplicate field `{name}`")))
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort {
        self.stop(A::Error::custom(why))
    }
}

/// A serde seed that finds a field by name. Responses mostly have the order of the schema, so the next field is tried
/// first.
struct KeySeed {
    known: &'static [Field],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = FieldName;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<FieldName, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = FieldName;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<FieldName, E> {
        if self.known.get(self.next).is_some_and(|field| field.name == text) {
            return Ok(FieldName::Known(self.next));
        }
        Ok(match self.known.iter().position(|field| field.name == text) {
            Some(index) => FieldName::Known(index),
            None => FieldName::Unknown(text.to_owned()),
        })
    }
}

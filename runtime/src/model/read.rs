//! Reading, whatever is read: a deserializer of any kind behind one trait that no model is compiled for twice.

use super::{Any, Step, Stop, Value};
use crate::schema::Field;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// One value that comes. It is read once, by one of the methods.
///
/// All of them stop if something else comes, or if it comes twice, and the source then keeps why.
#[expect(clippy::missing_errors_doc, reason = "said once for all")]
pub trait Source {
    /// A text, handed over in passing.
    fn text(&mut self, take: &mut dyn FnMut(&str)) -> Step;

    /// True or false.
    fn boolean(&mut self, place: &mut bool) -> Step;

    /// A whole number.
    fn integer(&mut self, place: &mut i64) -> Step;

    /// A number.
    fn number(&mut self, place: &mut f64) -> Step;

    /// Anything.
    fn any(&mut self, place: &mut Any) -> Step;

    /// Anything, as the JSON text that it comes as. No other format has it.
    fn json(&mut self, place: &mut String) -> Step;

    /// A value that is read, or null, for which nothing is called.
    fn optional(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Step) -> Step;

    /// A list, of which each item is read.
    fn list(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Step) -> Step;

    /// An object, whose fields are read. The name says in an error of what type.
    fn object(&mut self, name: &'static str, read: &mut dyn FnMut(&mut dyn Fields) -> Step) -> Step;

    /// Stops, because of what has been read.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Stop;
}

/// The fields of an object that comes.
#[expect(clippy::missing_errors_doc, reason = "as for a source")]
pub trait Fields {
    /// The name of the next field; none behind the last. `next` is the place in `known` where it is looked for first.
    fn next(&mut self, known: &'static [Field], next: usize) -> Result<Option<Key>, Stop>;

    /// Reads the value of the field at hand into its place.
    fn read(&mut self, place: &mut dyn Value) -> Step;

    /// Stops, because of what has been read.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Stop;
}

/// The name of a field.
#[derive(Debug)]
pub enum Key {
    /// Its place among the known ones.
    Known(usize),
    /// A name that is not among them.
    Unknown(String),
}

/// Reads a value from a deserializer of any kind.
///
/// # Errors
///
/// Those of the deserializer, and its custom one for a value that is not of the shape.
#[doc(hidden)]
pub fn deserialize<'de, T: Value + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let mut value = T::default();
    Place(&mut value).deserialize(from)?;
    Ok(value)
}

/// A place, as serde's way to read something into it.
pub(super) struct Place<'p>(pub(super) &'p mut dyn Value);

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        let mut reader = Reader::new(from);
        let step = self.0.read(&mut reader);
        reader.end(step)
    }
}

/// A function that reads, as serde's way to do so.
struct Seed<'f>(&'f mut dyn FnMut(&mut dyn Source) -> Step);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        let mut reader = Reader::new(from);
        let step = (self.0)(&mut reader);
        reader.end(step)
    }
}

/// A deserializer until it is used, and the error by which it stopped.
struct Reader<D, E> {
    from: Option<D>,
    error: Option<E>,
}

impl<'de, D: Deserializer<'de>> Reader<D, D::Error> {
    fn new(from: D) -> Self {
        Self { from: Some(from), error: None }
    }

    fn end(self, step: Step) -> Result<(), D::Error> {
        step.map_err(|Stop| self.error.unwrap_or_else(|| D::Error::custom("stopped")))
    }

    fn with<T>(&mut self, read: impl FnOnce(D) -> Result<T, D::Error>) -> Result<T, Stop> {
        let from = self.from.take().ok_or(Stop)?;
        read(from).map_err(|error| {
            self.error = Some(error);
            Stop
        })
    }
}

impl<'de, D: Deserializer<'de>> Source for Reader<D, D::Error> {
    fn text(&mut self, take: &mut dyn FnMut(&str)) -> Step {
        self.with(|from| from.deserialize_str(TextVisitor(take)))
    }

    fn boolean(&mut self, place: &mut bool) -> Step {
        *place = self.with(bool::deserialize)?;
        Ok(())
    }

    fn integer(&mut self, place: &mut i64) -> Step {
        *place = self.with(i64::deserialize)?;
        Ok(())
    }

    fn number(&mut self, place: &mut f64) -> Step {
        *place = self.with(f64::deserialize)?;
        Ok(())
    }

    fn any(&mut self, place: &mut Any) -> Step {
        *place = self.with(Any::deserialize)?;
        Ok(())
    }

    fn json(&mut self, place: &mut String) -> Step {
        *place = Box::<str>::from(self.with(Box::<RawValue>::deserialize)?).into();
        Ok(())
    }

    fn optional(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Step) -> Step {
        self.with(|from| from.deserialize_option(OptionVisitor(read)))
    }

    fn list(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Step) -> Step {
        self.with(|from| from.deserialize_seq(ListVisitor(read)))
    }

    fn object(&mut self, name: &'static str, read: &mut dyn FnMut(&mut dyn Fields) -> Step) -> Step {
        self.with(|from| from.deserialize_map(ObjectVisitor(name, read)))
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Stop {
        self.error = Some(D::Error::custom(why));
        Stop
    }
}

struct TextVisitor<'f>(&'f mut dyn FnMut(&str));

impl Visitor<'_> for TextVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }
}

struct OptionVisitor<'f>(&'f mut dyn FnMut(&mut dyn Source) -> Step);

impl<'de> Visitor<'de> for OptionVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        Seed(self.0).deserialize(from)
    }
}

struct ListVisitor<'f>(&'f mut dyn FnMut(&mut dyn Source) -> Step);

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Seed(self.0))?.is_some() {}
        Ok(())
    }
}

struct ObjectVisitor<'f>(&'static str, &'f mut dyn FnMut(&mut dyn Fields) -> Step);

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
        step.map_err(|Stop| fields.error.unwrap_or_else(|| A::Error::custom("stopped")))
    }
}

/// The rest of an object, and the error by which it stopped.
struct FieldsReader<A, E> {
    map: A,
    error: Option<E>,
}

impl<A, E> FieldsReader<A, E> {
    fn stop(&mut self, error: E) -> Stop {
        self.error = Some(error);
        Stop
    }
}

impl<'de, A: MapAccess<'de>> Fields for FieldsReader<A, A::Error> {
    fn next(&mut self, known: &'static [Field], next: usize) -> Result<Option<Key>, Stop> {
        self.map.next_key_seed(KeySeed { known, next }).map_err(|error| self.stop(error))
    }

    fn read(&mut self, place: &mut dyn Value) -> Step {
        self.map.next_value_seed(Place(place)).map_err(|error| self.stop(error))
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Stop {
        self.stop(A::Error::custom(why))
    }
}

/// Finds a field by its name. Answers mostly keep the order of the schema, so the next one is tried first.
struct KeySeed {
    known: &'static [Field],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Key, E> {
        if self.known.get(self.next).is_some_and(|field| field.name == text) {
            return Ok(Key::Known(self.next));
        }
        Ok(match self.known.iter().position(|field| field.name == text) {
            Some(index) => Key::Known(index),
            None => Key::Unknown(text.to_owned()),
        })
    }
}

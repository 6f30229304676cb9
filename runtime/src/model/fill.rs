//! Reading a value into the place where it is to stand: an object of half a kilobyte is not moved from hand to hand.

use super::Any;
use crate::text::Text;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// A value that can be read into its place.
pub trait Fill {
    /// Reads the value. After an error the place holds anything.
    ///
    /// # Errors
    ///
    /// If what comes is not of this shape.
    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error>;
}

/// The fields of an object that is being read.
pub trait Fields<'de>: MapAccess<'de> {
    /// Reads the value of the field at hand into its place.
    ///
    /// # Errors
    ///
    /// Those of the value.
    fn fill<T: Fill>(&mut self, place: &mut T) -> Result<(), Self::Error> {
        self.next_value_seed(Place(place))
    }
}

impl<'de, A: MapAccess<'de>> Fields<'de> for A {}

/// A place, as serde's way to read something into it.
struct Place<'p, T>(&'p mut T);

impl<'de, T: Fill> DeserializeSeed<'de> for Place<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.0.fill(from)
    }
}

impl Fill for Text {
    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(Place(self))
    }
}

impl Visitor<'_> for Place<'_, Text> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        *self.0 = Text::from(text);
        Ok(())
    }
}

impl<T: Fill + Default> Fill for Option<T> {
    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        from.deserialize_option(Place(self))
    }
}

impl<'de, T: Fill + Default> Visitor<'de> for Place<'_, Option<T>> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        *self.0 = None;
        Ok(())
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.0.insert(T::default()).fill(from)
    }
}

impl<T: Fill + Default> Fill for Vec<T> {
    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        self.clear();
        from.deserialize_seq(Place(self))
    }
}

impl<'de, T: Fill + Default> Visitor<'de> for Place<'_, Vec<T>> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Next(self.0))?.is_some() {}
        Ok(())
    }
}

/// A new last place of a list, made when there is something to stand in it.
struct Next<'p, T>(&'p mut Vec<T>);

impl<'de, T: Fill + Default> DeserializeSeed<'de> for Next<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.0.push(T::default());
        self.0.last_mut().map_or(Ok(()), |place| place.fill(from))
    }
}

impl<T: Fill> Fill for Box<T> {
    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        self.as_mut().fill(from)
    }
}

/// Values that are small, or rare.
macro_rules! moved {
    ($($value:ty)*) => {
        $(impl Fill for $value {
            fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
                *self = <$value>::deserialize(from)?;
                Ok(())
            }
        })*
    };
}

moved!(bool i64 f64 String Any);

impl<T: for<'de> Deserialize<'de>> Fill for BTreeMap<String, T> {
    fn fill<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        *self = Self::deserialize(from)?;
        Ok(())
    }
}

//! Open enumerations and unions: what the spec does not know is kept as it came.

use super::{Any, JsonError};
use crate::schema::Schema;
use serde::de::{Deserializer, Error as _, Visitor};
use serde::ser::{Error as _, Serializer};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Implements what an open enumeration has beside `as_str` and `From<&str>`.
#[macro_export]
macro_rules! open_enum {
    ($name:ident) => {
        impl ::core::default::Default for $name {
            fn default() -> Self {
                Self::from("")
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                $crate::model::read_text(from, |text| Self::from(text))
            }
        }

        $crate::fill!($name);

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
    };
}

/// Implements [`Fill`](crate::model::Fill) for what is small, or rare.
#[macro_export]
#[doc(hidden)]
macro_rules! fill {
    ($name:ident) => {
        impl $crate::model::Fill for $name {
            fn fill<'de, D: $crate::serde::Deserializer<'de>>(
                &mut self,
                from: D,
            ) -> ::core::result::Result<(), D::Error> {
                *self = $crate::serde::Deserialize::deserialize(from)?;
                ::core::result::Result::Ok(())
            }
        }
    };
}

#[doc(hidden)]
pub fn read_text<'de, T, D: Deserializer<'de>>(from: D, make: fn(&str) -> T) -> Result<T, D::Error> {
    struct Text<T>(fn(&str) -> T);

    impl<T> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("text")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            Ok((self.0)(text))
        }
    }

    from.deserialize_str(Text(make))
}

/// One of several shapes, told apart by the value itself. A value of no known shape is kept.
pub trait OneOf: Sized {
    /// The shapes.
    const SCHEMA: &'static Schema;

    /// Chooses the shape of a value.
    ///
    /// # Errors
    ///
    /// Those of the chosen shape.
    fn read(value: Any) -> Result<Self, JsonError>;

    /// The value.
    ///
    /// # Errors
    ///
    /// Those of the shape, for keys that JSON cannot hold.
    fn write(&self) -> Result<Any, JsonError>;
}

/// Implements `Deserialize` and `Serialize` for a [`OneOf`].
#[macro_export]
macro_rules! one_of {
    ($name:ident) => {
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                $crate::model::read_one_of(from)
            }
        }

        $crate::fill!($name);

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::model::write_one_of(self, to)
            }
        }
    };
}

#[doc(hidden)]
pub fn read_one_of<'de, T: OneOf, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    T::read(Any::deserialize(from)?).map_err(D::Error::custom)
}

#[doc(hidden)]
pub fn write_one_of<T: OneOf, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    value.write().map_err(S::Error::custom)?.serialize(to)
}

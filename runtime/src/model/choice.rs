//! Open enumerations and unions: what the spec does not know is kept as it came.

use super::{Any, JsonError, Sink, Source, Step};

/// Makes an open enumeration of a type: the text of each of its variants. Beside them it has `Other`, with any other text.
#[macro_export]
macro_rules! open_enum {
    ($name:ident, [$($variant:ident => $text:literal),* $(,)?] $(,)?) => {
        impl $name {
            /// The text on the wire.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    _ => Self::Other(text.into()),
                }
            }
        }

        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::from("")
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl $crate::model::Value for $name {
            #[inline]
            fn read(&mut self, from: &mut dyn $crate::model::Source) -> $crate::model::Step {
                from.text(&mut |text| *self = Self::from(text))
            }

            #[inline]
            fn write(&self, to: &mut dyn $crate::model::Sink) -> $crate::model::Step {
                to.text(self.as_str())
            }
        }

        $crate::serde_by_value!($name);
    };
}

/// One of several shapes, told apart by the value itself. A value of no known shape is kept.
pub trait OneOf: Sized {
    /// Chooses the shape of a value.
    ///
    /// # Errors
    ///
    /// Those of the chosen shape.
    fn read(value: Any) -> Result<Self, JsonError>;

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// Those of the shape.
    fn write(&self, to: &mut dyn Sink) -> Step;
}

/// Implements what a [`OneOf`](crate::model::OneOf) has beside it.
#[macro_export]
macro_rules! one_of {
    ($name:ident) => {
        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::Other($crate::model::Any::Null)
            }
        }

        impl $crate::model::Value for $name {
            #[inline]
            fn read(&mut self, from: &mut dyn $crate::model::Source) -> $crate::model::Step {
                $crate::model::read_one_of(self, from)
            }

            #[inline]
            fn write(&self, to: &mut dyn $crate::model::Sink) -> $crate::model::Step {
                $crate::model::OneOf::write(self, to)
            }
        }

        $crate::serde_by_value!($name);
    };
}

#[doc(hidden)]
pub fn read_one_of<T: OneOf>(place: &mut T, from: &mut dyn Source) -> Step {
    let mut value = Any::Null;
    from.any(&mut value)?;
    *place = T::read(value).map_err(|error| from.fail(format_args!("{error}")))?;
    Ok(())
}

/// Implements serde's traits for a [`Value`](crate::model::Value) with a default.
#[macro_export]
#[doc(hidden)]
macro_rules! serde_by_value {
    ($name:ident) => {
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                $crate::model::deserialize(from)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::model::serialize(self, to)
            }
        }
    };
}

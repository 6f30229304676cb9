//! Open enums and unions. Values that the spec lacks are kept as received.

use super::capture::text_of_field;
use super::codec::{Abort, Input, OneOf};

/// Implements an open enum: each variant has a string, and `Other` holds any other string.
#[macro_export]
macro_rules! open_enum {
    ($name:ident, [$($variant:ident => $text:literal),* $(,)?] $(,)?) => {
        impl $name {
            /// The documented values, as strings on the wire.
            pub const VALUES: &'static [&'static str] = &[$($text),*];

            /// Returns true if the value is documented. False for `Other`.
            #[must_use]
            #[inline]
            pub fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Other(_))
            }

            /// Returns the string on the wire.
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

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(text))
            }
        }

        impl ::core::cmp::PartialEq<str> for $name {
            #[inline]
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl ::core::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
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

        impl $crate::model::Codec for $name {
            #[inline]
            fn read(&mut self, from: &mut dyn $crate::model::Input) -> ::core::result::Result<(), $crate::model::Abort> {
                from.text(&mut |text| *self = Self::from(text))
            }

            #[inline]
            fn write(&self, to: &mut dyn $crate::model::Output) -> ::core::result::Result<(), $crate::model::Abort> {
                to.text(self.as_str())
            }
        }

        $crate::serde_by_value!($name);
    };
}

/// Implements a [`OneOf`](crate::model::OneOf) for an enum. The second argument is the field that determines the
/// variant, or `kind` if the JSON kind does. Each variant has the string of that field or its JSON kind. `Other` holds
/// any other value. `from` has the variants that are created from their object: no other variant has its type, and the
/// object always has the right string.
#[macro_export]
macro_rules! one_of {
    (
        $name:ident, $property:literal, [$($variant:ident => $text:literal),* $(,)?],
        from [$($made:ident($from:ty)),* $(,)?] $(,)?
    ) => {
        $crate::one_of!($name, $property, [$($variant => $text),*]);
        $(
            impl ::core::convert::From<$from> for $name {
                #[inline]
                fn from(value: $from) -> Self {
                    Self::$made(value.into())
                }
            }
        )*
    };
    ($name:ident, kind, [$($variant:ident => $kind:literal),* $(,)?] $(,)?) => {
        $crate::one_of!($name, ::core::option::Option::None, [$($variant => $kind),*]);
    };
    ($name:ident, $property:literal, [$($variant:ident => $text:literal),* $(,)?] $(,)?) => {
        $crate::one_of!($name, ::core::option::Option::Some($property), [$($variant => $text),*]);
    };
    ($name:ident, $property:expr, [$($variant:ident => $text:literal),* $(,)?] $(,)?) => {
        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::Other($crate::serde_json::Value::Null)
            }
        }

        impl $crate::model::OneOf for $name {
            #[inline]
            fn property(&self) -> ::core::option::Option<&'static str> {
                $property
            }

            #[inline]
            fn choose(&mut self, by: ::core::option::Option<&str>) {
                *self = match by {
                    $(::core::option::Option::Some($text) => Self::$variant(::core::default::Default::default()),)*
                    _ => Self::default(),
                }
            }

            #[inline]
            fn inner(&self) -> &dyn $crate::model::Codec {
                match self {
                    $(Self::$variant(value) => value,)*
                    Self::Other(value) => value,
                }
            }

            #[inline]
            fn inner_mut(&mut self) -> &mut dyn $crate::model::Codec {
                match self {
                    $(Self::$variant(value) => value,)*
                    Self::Other(value) => value,
                }
            }
        }

        impl $crate::model::Codec for $name {
            #[inline]
            fn read(&mut self, from: &mut dyn $crate::model::Input) -> ::core::result::Result<(), $crate::model::Abort> {
                $crate::model::read_one_of(self, from)
            }

            #[inline]
            fn write(&self, to: &mut dyn $crate::model::Output) -> ::core::result::Result<(), $crate::model::Abort> {
                $crate::model::OneOf::inner(self).write(to)
            }
        }

        $crate::serde_by_value!($name);
    };
}

#[doc(hidden)]
pub fn read_one_of(place: &mut dyn OneOf, from: &mut dyn Input) -> Result<(), Abort> {
    from.one_of(place)
}

/// Selects the variant for a value.
pub(super) fn choose(place: &mut dyn OneOf, json: &str) {
    match place.property() {
        Some(property) => place.choose(text_of_field(json, property).as_deref()),
        None => place.choose(Some(kind(json))),
    }
}

fn kind(json: &str) -> &'static str {
    match json.bytes().next() {
        Some(b'{') => "object",
        Some(b'[') => "array",
        Some(b'"') => "string",
        Some(b't' | b'f') => "boolean",
        Some(b'n') | None => "null",
        Some(_) => "number",
    }
}

/// Implements serde's traits for a [`Codec`](crate::model::Codec) with a default.
#[macro_export]
#[doc(hidden)]
macro_rules! serde_by_value {
    ($name:ident $(,)?) => {
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

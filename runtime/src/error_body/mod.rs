//! Reads error responses in all known shapes.
//!
//! | Body | Read by |
//! | --- | --- |
//! | JSON | the shapes of the spec (`x-error-shapes`), the code as string or number |
//! | XML | elements with the names of a shape's fields |
//! | HTML, plain text, other JSON | not read; the message shows the start of the body |
//! | none | the headers `x-ncp-apigw-error-code` and `x-ncp-apigw-error-message` of the gateway |

mod excerpt;
mod hint;
mod parts;
mod read;
mod shape;
mod xml;

pub(crate) use excerpt::{excerpt, without_mark};
pub(crate) use hint::hint;
pub(crate) use parts::ErrorBody;
pub(crate) use shape::is_in_success;

#[cfg(test)]
mod tests;

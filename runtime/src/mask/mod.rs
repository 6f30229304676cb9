//! Masking of credentials in text that comes from elsewhere.
//!
//! A server or a proxy may send back what it was sent: as it was, or escaped, percent-encoded, in hexadecimal or in
//! Base64. Values are therefore masked by what they are and not by the name in front of them, in every [`layer`] that
//! decoding such a text gives.
//!
//! | Value | Masked where | Shown as |
//! | --- | --- | --- |
//! | signature of this attempt | 8 characters of it or more | `****` |
//! | signature of another request | by its form: 43 characters of Base64 and a `=` | `****` |
//! | access key | 12 characters of it or more; a shorter key than 16 as a whole | its first 4 characters and `****` |
//! | secret key | as a whole, by its [fingerprint](Fingerprint) | `****` |
//!
//! Errors and everything that is made of them are masked always. The body of a success is what the caller asked for,
//! and may hold an access key on purpose, e.g. in a script: it is masked only if it repeats the request, which it shows
//! by the signature.

mod fingerprint;
mod layer;
mod masks;
mod search;

pub(crate) use fingerprint::Fingerprint;
pub(crate) use masks::Masks;

#[cfg(test)]
mod forms;
#[cfg(test)]
mod tests;

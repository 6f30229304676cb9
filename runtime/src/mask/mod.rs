//! Masks credentials in text from servers and proxies.
//!
//! A server or a proxy may send a request back: unchanged, or escaped, percent-encoded, in hexadecimal or in Base64. So
//! values are found by their content, not by the name before them, in every decoded [`layer`] of a text.
//!
//! | Value | Masked if the text has | Shown as |
//! | --- | --- | --- |
//! | signature of this attempt | 8 or more of its characters | `****` |
//! | signature of another request | a string of its form: 43 Base64 characters and a `=` | `****` |
//! | access key | 12 or more of its characters; all of a key of less than 16 | its first 4 characters and `****` |
//! | secret key | the whole key, found by its [fingerprint](Fingerprint) | `****` |
//!
//! Errors are always masked. The body of a success is the data of the caller and may hold an access key on purpose,
//! e.g. in a script. It is masked only if it repeats the request, i.e. if it has the signature.

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

//! Descriptions of the spec as documentation that can do no harm.
//!
//! Markdown stays Markdown, but no text of a spec becomes a doctest, raw HTML, a link inside the documentation, or a
//! character that hides or reorders what a reader sees. The text is parsed as rustdoc parses it, and written again.

mod blocks;
mod doc;
mod inline;
mod limits;
mod lines;
mod nesting;
#[cfg(test)]
mod tests;

pub(crate) use blocks::{harmless, harmless_line};
pub(crate) use doc::{Doc, code_span, sentence};
pub(crate) use limits::{condition, limits};

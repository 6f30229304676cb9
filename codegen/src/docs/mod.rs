//! Descriptions of the spec as documentation that can do no harm.
//!
//! Markdown stays Markdown, but no text of a spec becomes a doctest, raw HTML, a link inside the documentation, or a
//! character that hides or reorders what a reader sees. Block structure is rebuilt line by line, so that no line can
//! become an indented code block and lists satisfy the lints on documentation.

mod blocks;
mod doc;
mod inline;
mod limits;

pub(crate) use blocks::harmless;
pub(crate) use doc::{Doc, code_span, sentence};
pub(crate) use limits::{condition, limits};

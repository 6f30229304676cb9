//! Documentation that several files share.

use crate::docs::{Doc, code_span};
use crate::model::{Definition, Origin};

/// Documentation of a type: meaning and source.
pub(super) fn document(definition: &Definition) -> Doc {
    Doc::default()
        .text_or(&definition.description, &format!("{} of the API.", code_span(&definition.wire)))
        .line(source_line(&definition.source))
}

/// Where facts come from, as a line of documentation.
pub(super) fn source_line(source: &Origin) -> String {
    format!("Source: vendor page {}, {}.", code_span(&source.page), source.date)
}

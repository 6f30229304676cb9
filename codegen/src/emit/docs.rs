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
    let date = if source.date == Origin::NO_DATE { "date unknown" } else { &source.date };
    format!("Source: vendor page {}, {date}.", code_span(&source.page))
}

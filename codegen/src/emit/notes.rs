//! Notes on the documentation, folded, for the reference page. No other file shows them.

use super::markdown::{paragraph, plain};
use crate::docs::{code_span, harmless};
use crate::model::{Definition, Note, Operation, Shape};

/// The part that a note is about, empty for the whole, and its Markdown, which may be empty.
type Line<'a> = (String, &'a str);

const HEAD: &str = "<details><summary>Notes on the documentation</summary>";

/// Prints the notes that are not empty: those on the whole as paragraphs, those on parts as a list.
pub(super) fn render_notes(page: &mut String, lines: &[Line<'_>]) {
    let noted = lines.iter().filter(|(_, text)| !text.trim().is_empty());
    let (whole, parts): (Vec<&Line<'_>>, Vec<&Line<'_>>) = noted.partition(|(part, _)| part.is_empty());
    if whole.is_empty() && parts.is_empty() {
        return;
    }
    paragraph(page, HEAD);
    for (_, text) in whole {
        paragraph(page, &harmless(text).join("\n"));
    }
    let items: Vec<String> = parts.iter().map(|(part, text)| format!("- {part}: {}", plain(text))).collect();
    paragraph(page, &items.join("\n"));
    paragraph(page, "</details>");
}

/// The notes of the model, for printing.
pub(super) fn of_notes(notes: &[Note]) -> Vec<Line<'_>> {
    notes.iter().map(|note| (note.part.clone(), &*note.text)).collect()
}

/// The notes on an operation, its parameters, its body, its responses and its examples.
pub(super) fn of_operation(operation: &Operation) -> Vec<Line<'_>> {
    let parameters = operation.parameters.iter().map(|parameter| (code_span(&parameter.wire), &*parameter.notes));
    let body = operation.body.iter().map(|body| ("Body".to_owned(), &*body.notes));
    let examples = operation.examples.iter().map(|example| (code_span(&example.file), &*example.notes));
    of_notes(&operation.notes).into_iter().chain(parameters).chain(body).chain(examples).collect()
}

/// The notes on a schema and its fields.
pub(super) fn of_schema(definition: &Definition) -> Vec<Line<'_>> {
    let fields = match &definition.shape {
        Shape::Struct(fields) => fields.as_slice(),
        _ => &[],
    };
    let fields = fields.iter().map(|field| (code_span(&field.wire), &*field.notes));
    [(String::new(), &*definition.notes)].into_iter().chain(fields).collect()
}

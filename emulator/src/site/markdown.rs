//! The Markdown of the spec for a page: paragraphs of plain text and code.

use serde_json::{Value, json};

/// Returns the paragraphs, each a list of texts. Every second text, from the second on, is code.
pub(super) fn paragraphs(markdown: &str) -> Value {
    let paragraphs = markdown.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
    let texts = paragraphs.filter(|text| !text.trim().is_empty()).map(|text| {
        let parts: Vec<String> = text.split('`').map(str::to_owned).collect();
        json!(parts)
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::paragraphs;
    use serde_json::json;

    #[test]
    fn code_is_every_second_part() {
        assert_eq!(
            paragraphs("One\nline, `a` and `b`.\n\n`c`"),
            json!([["One line, ", "a", " and ", "b", "."], ["", "c", ""]])
        );
        assert_eq!(paragraphs(""), json!([]));
    }
}

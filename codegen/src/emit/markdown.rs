//! Parts of a Markdown page.

use crate::docs::harmless_line;

/// Text in which nothing is markup, on one line.
pub(super) fn plain(text: &str) -> String {
    cell(&harmless_line(text))
}

pub(super) fn paragraph(page: &mut String, text: &str) {
    if !text.is_empty() {
        page.push_str(&format!("\n{text}\n"));
    }
}

pub(super) fn table(page: &mut String, title: &str, head: &[&str], rows: Vec<Vec<String>>) {
    if !title.is_empty() {
        paragraph(page, &format!("{title}:"));
    }
    let rule = vec!["---"; head.len()].join(" | ");
    page.push_str(&format!("\n| {} |\n| {rule} |\n", head.join(" | ")));
    for row in rows {
        let row = row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | ");
        page.push_str(&format!("| {row} |\n"));
    }
}

/// Text of a cell: one line, without bare bars.
pub(super) fn cell(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.contains('|') {
        line = line.replace("\\|", "|").replace('|', "\\|");
    }
    if line.ends_with('\\') {
        line.push(' ');
    }
    line
}

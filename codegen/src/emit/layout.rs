//! Constant data and calls of macros as text: most of what is generated, and of few forms.
//!
//! What fits on a line stands on it; else each part of a group has a line of its own. An item is written on one line
//! first; that line is then cut where it is too long.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::fmt::Write;
use std::iter::repeat_n;

/// Most columns of a line, as the printer of all other items has it.
const WIDTH: usize = 89;

/// An item without documentation, on its lines.
pub(super) fn lay_out(item: TokenStream) -> String {
    let mut flat = Flat::default();
    let parts = flat.parts(item);
    let mut lines = Lines { flat: &flat.text, text: String::with_capacity(flat.text.len() * 2), begin: 0 };
    parts.iter().for_each(|part| lines.part(part, 0, 0));
    lines.text.push('\n');
    lines.text
}

/// What stands between two commas, as a range of the flat text.
struct Part {
    start: usize,
    end: usize,
    groups: Vec<Group>,
}

/// What stands between brackets, with them.
struct Group {
    start: usize,
    end: usize,
    delimiter: Delimiter,
    parts: Vec<Part>,
}

/// An item on one line.
#[derive(Default)]
struct Flat {
    text: String,
}

/// What the next token has to know of the one before it.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Before {
    /// Nothing may stand between.
    Tight,
    /// A space has to.
    Space,
    /// The first half of `::` or `=>`.
    Half,
    /// A space has to, if a word follows.
    Word,
}

impl Flat {
    /// Writes tokens, and tells what stands between their commas. One behind the last part is left out.
    fn parts(&mut self, tokens: TokenStream) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut part = self.begin();
        let mut before = Before::Tight;
        for token in tokens {
            if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
                part.end = self.text.len();
                self.text.push_str(", ");
                parts.push(std::mem::replace(&mut part, self.begin()));
                before = Before::Tight;
                continue;
            }
            before = self.space(before, &token);
            match token {
                TokenTree::Group(group) => part.groups.push(self.group(&group)),
                // Writing to a text cannot fail.
                other => drop(write!(self.text, "{other}")),
            }
        }
        part.end = self.text.len();
        if part.end > part.start {
            parts.push(part);
        } else if let Some(last) = parts.last() {
            self.text.truncate(last.end);
        }
        parts
    }

    fn begin(&self) -> Part {
        Part { start: self.text.len(), end: 0, groups: Vec::new() }
    }

    fn group(&mut self, group: &proc_macro2::Group) -> Group {
        let (start, delimiter, tokens) = (self.text.len(), group.delimiter(), group.stream());
        let (open, close) = brackets(delimiter);
        let space = if delimiter == Delimiter::Brace && !tokens.is_empty() { " " } else { "" };
        self.text.extend([open, space]);
        let parts = self.parts(tokens);
        self.text.extend([space, close]);
        Group { start, end: self.text.len(), delimiter, parts }
    }

    /// Writes the space before a token, and tells what the one behind it has to know.
    fn space(&mut self, before: Before, token: &TokenTree) -> Before {
        let (is_spaced, then) = match token {
            TokenTree::Ident(_) | TokenTree::Literal(_) => (before == Before::Word, Before::Word),
            TokenTree::Group(group) => (before == Before::Word && group.delimiter() == Delimiter::Brace, Before::Word),
            TokenTree::Punct(punct) => match (punct.as_char(), punct.spacing()) {
                (':', _) if before == Before::Half => (false, Before::Tight),
                (':', Spacing::Joint) => (false, Before::Half),
                (':', Spacing::Alone) => (false, Before::Space),
                ('=', Spacing::Joint) => (true, Before::Half),
                ('=', Spacing::Alone) => (true, Before::Space),
                ('>', _) if before == Before::Half => (false, Before::Space),
                ('>', _) => (false, Before::Word),
                ('&' | '-' | '\'', _) => (before == Before::Word, Before::Tight),
                _ => (false, Before::Tight),
            },
        };
        if is_spaced || before == Before::Space {
            self.text.push(' ');
        }
        then
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::None => ("", ""),
    }
}

/// The flat text, cut into lines.
struct Lines<'t> {
    flat: &'t str,
    text: String,
    /// Where the last line begins.
    begin: usize,
}

impl Lines<'_> {
    /// Writes a part, with so many columns `behind` it on its last line.
    fn part(&mut self, part: &Part, indent: usize, behind: usize) {
        let mut at = part.start;
        if !self.fits(part.start, part.end, behind) {
            for group in &part.groups {
                self.copy(at, group.start);
                self.group(group, indent, behind);
                at = group.end;
            }
        }
        self.copy(at, part.end);
    }

    fn group(&mut self, group: &Group, indent: usize, behind: usize) {
        if self.fits(group.start, group.end, behind) {
            return self.copy(group.start, group.end);
        }
        let (open, close) = brackets(group.delimiter);
        self.text.push_str(open);
        match group.parts.as_slice() {
            // What is the only argument and has lines of its own does not need them twice.
            [part] if group.delimiter == Delimiter::Parenthesis && !part.groups.is_empty() => {
                self.part(part, indent, behind + close.len());
            }
            parts => {
                for part in parts {
                    self.begin_line(indent + 4);
                    self.part(part, indent + 4, 1);
                    self.text.push(',');
                }
                self.begin_line(indent);
            }
        }
        self.text.push_str(close);
    }

    fn fits(&self, start: usize, end: usize, behind: usize) -> bool {
        self.text.len() - self.begin + (end - start) + behind <= WIDTH
    }

    fn copy(&mut self, start: usize, end: usize) {
        self.text.push_str(self.flat.get(start..end).unwrap_or_default());
    }

    fn begin_line(&mut self, indent: usize) {
        self.text.push('\n');
        self.begin = self.text.len();
        self.text.extend(repeat_n(' ', indent));
    }
}

#[cfg(test)]
mod tests {
    use super::lay_out;
    use quote::quote;

    /// As rustfmt leaves it, but for its narrower idea of a short struct.
    #[test]
    fn a_table_is_cut_where_it_is_too_long() {
        let long = "a text that takes the whole of a line, and is never cut into pieces, however long it may be";
        let item = quote! {
            pub static TABLE: &[&'static crate::Row<i8>] = &[
                Row { name: "a", of: Some(-1), none: {}, },
                Row { text: #long, deep: Some(Row { list: &[("x", &crate::X), ("y", &y::Y)], text: #long }) },
            ];
        };
        let expected = format!(
            r#"pub static TABLE: &[&'static crate::Row<i8>] = &[
    Row {{ name: "a", of: Some(-1), none: {{}} }},
    Row {{
        text: "{long}",
        deep: Some(Row {{
            list: &[("x", &crate::X), ("y", &y::Y)],
            text: "{long}",
        }}),
    }},
];
"#
        );
        assert_eq!(lay_out(item), expected);
    }

    #[test]
    fn a_call_of_a_macro_is_laid_out_alike() {
        assert_eq!(lay_out(quote!(a::b!(C, [0 => r#type, 1 => b]);)), "a::b!(C, [0 => r#type, 1 => b]);\n");
        let path = "../a/path/that/is/longer/than/what/is/left/of/the/line/behind/the/call.json";
        let call = lay_out(quote!(
            static TEXT: &str = include_str!(#path);
        ));
        assert_eq!(call, format!("static TEXT: &str = include_str!(\n    \"{path}\",\n);\n"));
    }
}

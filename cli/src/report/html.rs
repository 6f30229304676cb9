//! HTML that is being written. Markup is a literal of this program; everything else is escaped.

use crate::terminal::escape;

/// HTML with a safe way for each kind of content.
#[derive(Debug, Default)]
pub(super) struct Html {
    text: String,
}

impl Html {
    /// Adds markup. It cannot contain data, as it must be known when the program is compiled.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.text.push_str(markup);
        self
    }

    /// Adds text, in an element or in a quoted attribute. Characters that would hide or reorder others are written as
    /// `\u{202e}`.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for character in escape::text(text).chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                other => self.text.push(other),
            }
        }
        self
    }

    /// Adds a number.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        self.text(&number.to_string())
    }

    /// Adds a number and a noun, e.g. `3 runs`.
    pub(super) fn counted(&mut self, number: usize, noun: &str) -> &mut Self {
        self.number(number).text(" ").text(noun).text(if number == 1 { "" } else { "s" })
    }

    /// Adds a name of the service. `bdi` keeps names that are written from right to left apart from their surroundings.
    pub(super) fn name(&mut self, name: &str) -> &mut Self {
        self.raw("<bdi>").text(name).raw("</bdi>")
    }

    pub(super) fn into_string(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    /// Rules of the HTML standard for text and quoted attributes, and what the terminal escapes.
    #[test]
    fn text_cannot_become_markup() {
        let mut html = Html::default();
        html.raw("<b title=\"").text("\"'><script>&amp;\u{202e}\n\u{0}").raw("\">").name("<i>").raw("</b>");
        let expected = "<b title=\"&quot;&#39;&gt;&lt;script&gt;&amp;amp;\\u{202e}\\n\\u{0}\"><bdi>&lt;i&gt;</bdi></b>";
        assert_eq!(html.into_string(), expected);
    }
}

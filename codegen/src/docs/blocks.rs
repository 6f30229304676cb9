//! Markdown of the spec, written again so that it can do no harm.

use super::inline::{code, copy, copy_at_start, copy_words, is_address, web_target};
use super::lines::Lines;
use super::nesting::limit_nesting;
use crate::safe_text::{clean, is_hostile};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Markdown of the spec as lines of harmless Markdown.
pub(crate) fn harmless(markdown: &str) -> Vec<String> {
    rewrite(markdown, false)
}

/// Markdown of the spec as harmless Markdown for a line. Code blocks become code spans.
pub(crate) fn harmless_line(markdown: &str) -> String {
    let mut lines = rewrite(markdown, true);
    lines.retain(|line| !line.is_empty());
    lines.join(" ")
}

/// Extensions of rustdoc that the text keeps. What belongs to the others, tables and task lists, is escaped.
pub(super) const OPTIONS: Options = Options::ENABLE_FOOTNOTES.union(Options::ENABLE_STRIKETHROUGH);

fn rewrite(markdown: &str, on_one_line: bool) -> Vec<String> {
    let text = limit_nesting(clean(markdown));
    let mut rewriter = Rewriter { source: &text, on_one_line, ..Rewriter::default() };
    for (event, range) in Parser::new_ext(&text, OPTIONS).into_offset_iter() {
        rewriter.event(event, range);
    }
    rewriter.lines.finish()
}

#[derive(Default)]
struct Rewriter<'a> {
    source: &'a str,
    on_one_line: bool,
    lines: Lines,
    /// Text that is not written yet, as a range of the source: adjacent pieces are one text.
    text: Range<usize>,
    /// Whether a block of text is open.
    in_block: bool,
    /// Whether the last block was a paragraph.
    after_paragraph: bool,
    /// Start of the first container or block since the last text.
    start: Option<usize>,
    /// End of the last text.
    end: usize,
    /// Marker of the open heading.
    heading: Option<&'static str>,
    /// Content of the open code block.
    code: Option<String>,
    /// Ends of the open links and images, and whether they stay links.
    links: Vec<(String, bool)>,
    /// Number of open links that stay links.
    kept_links: usize,
    /// Whether the next events are the text of an address that is written already.
    in_address: bool,
}

impl Rewriter<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.in_address {
            self.in_address = event != Event::End(TagEnd::Link);
            self.end = range.end;
            return;
        }
        match event {
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.add_text(&text, range),
            },
            Event::Start(tag) => self.enter(tag, range.start),
            Event::End(tag) => self.leave(tag, range),
            Event::SoftBreak => self.break_line("", range.end),
            Event::HardBreak => self.break_line(if self.on_one_line { "" } else { "\\" }, range.end),
            Event::Code(word) => self.add(&code_span(self.source.get(range.clone()), &word), range),
            Event::Html(html) => self.add_html_line(html.trim(), range),
            Event::InlineHtml(html) => self.add_html(&html, range),
            Event::FootnoteReference(name) => self.add(&footnote(&name), range),
            Event::Rule => {
                self.start_block(range.start);
                self.add("___", range);
                self.end_block(false);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn enter(&mut self, tag: Tag<'_>, start: usize) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.add_delimiter(tag.to_end(), start..start),
            Tag::Link { link_type, dest_url, title, .. } => self.enter_link(link_type, &dest_url, &title, start),
            Tag::Image { dest_url, title, .. } => self.enter_text("\\!\\[", text_end(&dest_url, &title), start),
            // The text of a footnote follows its name.
            Tag::Paragraph if self.in_block => self.add(" ", start..start),
            block => {
                self.start_block(start);
                self.enter_block(block, start);
            }
        }
    }

    fn enter_block(&mut self, block: Tag<'_>, start: usize) {
        match block {
            Tag::Heading { level, .. } => self.heading = Some(heading(level)),
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::BlockQuote(_) => self.lines.enter(None),
            Tag::Item => self.lines.enter(Some(marker(self.source.get(start..).unwrap_or_default()))),
            Tag::FootnoteDefinition(name) => self.add(&(footnote(&name) + ":"), start..start),
            _ => {}
        }
    }

    fn leave(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.add_delimiter(tag, range),
            TagEnd::Link | TagEnd::Image => {
                let (end, is_kept) = self.links.pop().unwrap_or_default();
                self.add(&end, range);
                self.kept_links = self.kept_links.saturating_sub(usize::from(is_kept));
            }
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::CodeBlock => self.add_code(range),
            TagEnd::HtmlBlock => self.end_block(false),
            TagEnd::BlockQuote(_) => {
                self.end_block(true);
                self.lines.leave();
            }
            TagEnd::Item => self.end_item(),
            _ => self.end_block(true),
        }
    }

    /// Notes that a container or a block starts. It is written with its first text.
    fn start_block(&mut self, start: usize) {
        self.end_block(true);
        self.start.get_or_insert(start);
    }

    /// Writes the start of a block, unless one is open. A list stays next to its paragraph if it is so in the source.
    fn open_block(&mut self, start: usize) {
        if self.in_block {
            return;
        }
        let start = self.start.take().unwrap_or(start);
        let gap = self.source.get(self.end..start).unwrap_or_default();
        let is_close = self.after_paragraph && self.lines.starts_item();
        self.lines.start_block(!is_close || gap.bytes().filter(|byte| *byte == b'\n').count() > 1);
        self.lines.text().push_str(self.heading.unwrap_or_default());
        self.in_block = true;
    }

    fn end_block(&mut self, is_paragraph: bool) {
        self.flush();
        if self.in_block {
            (self.in_block, self.after_paragraph) = (false, is_paragraph);
        }
    }

    fn end_item(&mut self) {
        self.end_block(true);
        if self.lines.in_empty_item() {
            self.lines.start_block(true);
            (self.start, self.after_paragraph) = (None, false);
        }
        self.lines.leave();
    }

    /// Ends a heading. Number signs at its end would be dropped as its closing sequence.
    fn end_heading(&mut self) {
        self.end_block(false);
        if self.heading.take().is_some() {
            let line = self.lines.text();
            if line.ends_with('#') && !line.ends_with("\\#") {
                line.pop();
                line.push_str("\\#");
            }
        }
    }

    /// Adds Markdown.
    fn add(&mut self, markdown: &str, range: Range<usize>) {
        self.flush();
        self.open_block(range.start);
        self.lines.text().push_str(markdown);
        self.end = range.end;
    }

    /// Adds text of the source, later. An entity of a hostile character becomes text.
    fn add_text(&mut self, text: &str, range: Range<usize>) {
        let source = self.source.get(range.clone()).unwrap_or_default();
        if source.starts_with('&') && text.contains(is_hostile) {
            return self.add(&format!("\\{source}"), range);
        }
        // The backslash of an escape is in no range.
        let before = range.start.checked_sub(1).filter(|before| self.source.as_bytes().get(*before) == Some(&b'\\'));
        let start = before.unwrap_or(range.start);
        if self.text.is_empty() || (self.text.end != range.start && self.text.end != start) {
            self.flush();
            self.text = start..range.end;
        } else {
            self.text.end = range.end;
        }
    }

    /// Writes the text that was added.
    fn flush(&mut self) {
        let range = std::mem::take(&mut self.text);
        let text = self.source.get(range.clone()).unwrap_or_default();
        if self.in_block || !text.trim().is_empty() {
            self.copy(text, range);
        }
    }

    fn copy(&mut self, text: &str, range: Range<usize>) {
        if text.is_empty() {
            return;
        }
        self.open_block(range.start);
        if self.lines.is_at_start() {
            copy_at_start(self.lines.text(), text);
        } else {
            copy(self.lines.text(), text, self.kept_links > 0);
        }
        self.end = range.end;
    }

    fn break_line(&mut self, mark: &str, end: usize) {
        if self.heading.is_some() {
            return self.add(" ", end..end);
        }
        self.add(mark, end..end);
        self.lines.start_line();
    }

    /// Adds the delimiter of an emphasis that starts or ends with a range.
    fn add_delimiter(&mut self, tag: TagEnd, range: Range<usize>) {
        let start = self.source.get(range.start..).unwrap_or_default();
        let length = if tag == TagEnd::Strong || start.starts_with("~~") { 2 } else { 1 };
        self.add(start.get(..length).unwrap_or_default(), range);
    }

    fn enter_link(&mut self, link_type: LinkType, target: &str, title: &str, start: usize) {
        match (link_type, web_target(target)) {
            (LinkType::Autolink, Some(_)) if is_address(target) => {
                self.add(&format!("<{target}>"), start..start);
                self.in_address = true;
            }
            (LinkType::Autolink | LinkType::Email, _) => self.enter_text("\\<", "\\>".to_owned(), start),
            (_, Some(target)) => {
                self.add("[", start..start);
                self.links.push((format!("]({target}{})", quoted(title)), true));
                self.kept_links += 1;
            }
            (_, None) => self.enter_text("\\[", text_end(target, title), start),
        }
    }

    /// Adds the start of a link or an image that becomes text.
    fn enter_text(&mut self, mark: &str, end: String, start: usize) {
        self.add(mark, start..start);
        self.links.push((end, false));
    }

    fn add_html(&mut self, html: &str, range: Range<usize>) {
        self.flush();
        let html = literal(html);
        for (number, line) in html.split('\n').enumerate() {
            if number > 0 {
                self.break_line("", range.end);
            }
            self.copy(line.trim_end(), range.clone());
        }
    }

    /// Adds a line of an HTML block. An empty one ends a paragraph.
    fn add_html_line(&mut self, html: &str, range: Range<usize>) {
        self.flush();
        if html.is_empty() {
            return self.end_block(false);
        }
        if self.in_block {
            self.lines.start_line();
        }
        self.copy(&literal(html), range);
    }

    /// Adds the code block that ends. It is fenced, however it is written in the source, and has no language.
    fn add_code(&mut self, range: Range<usize>) {
        let content = self.code.take().unwrap_or_default();
        if self.on_one_line {
            self.add(&code(&content), range);
            return self.end_block(false);
        }
        let longest = content.split(|character| character != '`').map(str::len).max();
        let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
        self.add(&format!("{fence}text"), range);
        for line in content.trim_end().lines().chain([fence.as_str()]) {
            self.lines.start_line();
            self.lines.text().push_str(line);
        }
        self.end_block(false);
    }
}

/// A code span as in the source. One over several lines, or one that looks like a fence, is written again.
fn code_span(source: Option<&str>, word: &str) -> String {
    let source = source.filter(|source| !source.contains('\n') && !source.starts_with("```"));
    source.map_or_else(|| code(word), str::to_owned)
}

/// HTML, in which no character is an escape or starts an entity.
fn literal(html: &str) -> String {
    html.replace('\\', "\\\\").replace('&', "\\&")
}

fn footnote(name: &str) -> String {
    let mut out = "\\[^".to_owned();
    copy(&mut out, name, false);
    out + "\\]"
}

/// The marker of a heading. It is below all headings of a generated page.
fn heading(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 => "#### ",
        HeadingLevel::H2 => "##### ",
        _ => "###### ",
    }
}

/// The marker at the start of a list item.
fn marker(item: &str) -> &str {
    let item = item.trim_start();
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let is_marker = |mark: &&str| mark.ends_with(['.', ')']) || matches!(*mark, "-" | "+" | "*");
    item.get(..digits + 1).filter(is_marker).unwrap_or("-")
}

/// The end of a link or an image that becomes text.
fn text_end(target: &str, title: &str) -> String {
    let mut out = "\\](".to_owned();
    copy(&mut out, &clean(target).replace('\n', " "), false);
    out + &quoted(title) + ")"
}

/// The title of a link, if there is one.
fn quoted(title: &str) -> String {
    if title.is_empty() {
        return String::new();
    }
    let mut out = " \"".to_owned();
    copy_words(&mut out, title);
    out + "\""
}

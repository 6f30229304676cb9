//! Tests of harmless Markdown, with a parser that has the extensions of rustdoc.

use super::blocks::{OPTIONS, harmless, harmless_line};
use crate::safe_text::{clean, is_hostile};
use ncloud_testing::Random;
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

fn check(markdown: &str, expected: &[&str]) {
    let lines = harmless(markdown);
    assert_eq!(lines, expected, "{markdown:?}");
    check_harmless(markdown, &lines.join("\n"));
}

/// Extensions that rustdoc enables.
fn rustdoc() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

fn is_web(target: &str) -> bool {
    target.starts_with("http://") || target.starts_with("https://")
}

/// Rustdoc would make nothing of it that runs, hides or leads into the documentation.
fn check_harmless(markdown: &str, written: &str) {
    // Rustdoc looks up every bracket without a definition.
    let unknown =
        |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> { panic!("{markdown:?}: {written}: {link:?}") };
    let parser = Parser::new_with_broken_link_callback(written, rustdoc(), Some(unknown));
    assert_eq!(parser.reference_definitions().iter().count(), 0, "{markdown:?}: {written}");
    // Links and code blocks, in which the lint `bare_urls` of rustdoc finds nothing.
    let mut inner = 0;
    for event in parser {
        inner += i32::from(matches!(event, Event::Start(Tag::Link { .. } | Tag::CodeBlock(_))));
        inner -= i32::from(matches!(event, Event::End(TagEnd::Link | TagEnd::CodeBlock)));
        let is_harmless = match &event {
            Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => false,
            Event::Start(Tag::HtmlBlock | Tag::FootnoteDefinition(_) | Tag::Table(_) | Tag::Image { .. }) => false,
            Event::Start(Tag::Link { dest_url, .. }) => is_web(dest_url),
            Event::Start(Tag::CodeBlock(kind)) => *kind == CodeBlockKind::Fenced("text".into()),
            Event::Text(text) => inner > 0 || !text.contains("http://") && !text.contains("https://"),
            Event::Start(Tag::Heading { level, .. }) => *level >= pulldown_cmark::HeadingLevel::H4,
            _ => true,
        };
        assert!(is_harmless, "{markdown:?}: {written}: {event:?}");
    }
}

#[test]
fn code_never_runs() {
    check("```rust\nfn main() {}\n```", &["```text", "fn main() {}", "```"]);
    check("~~~\n```\n~~~", &["````text", "```", "````"]);
    check("a\n\n    panic!()\n\nb", &["a", "", "```text", "panic!()", "```", "", "b"]);
    check("```\nnever closed", &["```text", "never closed", "```"]);
    check("- ```rust\n  panic!()", &["- ```text", "  panic!()", "  ```"]);
    check("- a\n\n          panic!()", &["- a", "", "  ```text", "      panic!()", "  ```"]);
    check("-      panic!()", &["- ```text", "   panic!()", "  ```"]);
    check("> ```\n> x", &["> ```text", "> x", "> ```"]);
    check("a\n    b", &["a", "b"]);
}

#[test]
fn lists_keep_their_shape() {
    check("- a\nb\n- c\n  - d\n    e\n\nf", &["- a", "  b", "- c", "  - d", "    e", "", "f"]);
    check("1. a\n2. b", &["1. a", "2. b"]);
    check("in\n2015. it was", &["in", "2015\\. it was"]);
    check("- - a", &["- - a"]);
    check("-\n===", &["-", "", "\\==="]);
}

#[test]
fn hostile_characters_are_replaced() {
    check("a\u{0}b\u{202e}c\u{2028}d\re", &["a\u{fffd}b\u{fffd}c", "d", "e"]);
}

#[test]
fn code_spans_stay() {
    check("a `b<c>[d]` e", &["a `b<c>[d]` e"]);
    check("``a`b`` c", &["``a`b`` c"]);
}

#[test]
fn stray_markup_is_escaped() {
    check("a ` b", &["a \\` b"]);
    check("``` a(); ```", &["`a();`"]);
    check("Vec<T> and [Foo] and ![x](y)", &["Vec\\<T\\> and \\[Foo\\] and \\!\\[x\\](y)"]);
    check("<script>alert(1)</script>", &["\\<script\\>alert(1)\\</script\\>"]);
    check("\\<b>", &["\\<b\\>"]);
    check("\\\\<b>", &["\\\\\\<b\\>"]);
    check("ends in \\", &["ends in \\\\"]);
}

#[test]
fn addresses_become_links() {
    check("see https://example.com/a?b=c.", &["see <https://example.com/a?b=c>."]);
    check("<https://example.com>", &["<https://example.com>"]);
    check("[docs](https://example.com)", &["[docs](https://example.com)"]);
    check("[docs](javascript:alert(1))", &["\\[docs\\](javascript:alert(1))"]);
    check("[foo](crate::Foo)", &["\\[foo\\](crate::Foo)"]);
}

#[test]
fn html_becomes_text() {
    check("a <b>c</b> d", &["a \\<b\\>c\\</b\\> d"]);
    check("<!-- a\n\n    b -->\nc", &["\\<!-- a", "", "b --\\>", "", "c"]);
    check("<div>\n- ```rust\n  x()\n</div>", &["\\<div\\>", "\\- \\`\\`\\`rust", "x()", "\\</div\\>"]);
    check("> a <b\n> c>", &["> a \\<b", "> c\\>"]);
    check("<a b=\"&lt;\\c\">", &["\\<a b=\"\\&lt;\\\\c\"\\>"]);
    check("&lt;script&gt; &amp; &#60;", &["&lt;script&gt; &amp; &#60;"]);
    check("a &#x202e; &rlm; b", &["a \\&#x202e; \\&rlm; b"]);
}

#[test]
fn definitions_become_links_and_text() {
    check("[foo]: http://x\n\n[foo] [a][foo] [b]", &["[foo](http://x) [a](http://x) \\[b\\]"]);
    check("[foo]: crate::Foo 'x'\n\n[foo]", &["\\[foo\\](crate::Foo \"x\")"]);
    check("a [^1] b [^2]\n\n[^1]: c\n    d", &["a \\[^1\\] b \\[^2\\]", "", "\\[^1\\]: c", "d"]);
    check("[foo]: http://x", &[]);
}

#[test]
fn links_lead_to_web_addresses_alone() {
    check("<http://x>, <mailto:a@b.c>, <a@b.c>", &["<http://x>, \\<mailto:a@b.c\\>, \\<a@b.c\\>"]);
    check("[*a* `b`](https://x/y_z \"t\")", &["[*a* `b`](https://x/y_z \"t\")"]);
    check("[a](https://x/(y)?a&amp;lt;b)", &["[a](<https://x/(y)?a&amp;lt;b>)"]);
    check("![a](http://x)", &["\\!\\[a\\](<http://x>)"]);
    check("[![a](b)](http://x)", &["[\\!\\[a\\](b)](http://x)"]);
    check("[http://x.y](http://x.y)", &["[http://x.y](http://x.y)"]);
    check("[a\nb](x\n\"y\nz\")", &["\\[a", "b\\](x \"y z\")"]);
    check("http://-a.bc and http://a.bc", &["http\\://-a.bc and <http://a.bc>"]);
}

#[test]
fn tables_and_tasks_become_text() {
    check("| a | b |\n|---|---|", &["\\| a \\| b \\|", "\\|---\\|---\\|"]);
    check("a | b\n:- | -", &["a \\| b", "\\:- \\| -"]);
    check("- [ ] a", &["- \\[ \\] a"]);
}

#[test]
fn headings_are_below_those_of_the_page() {
    check("a\nb\n===\nc\n---\nd", &["#### a b", "", "##### c", "", "d"]);
    check("# a #\n### b \\#\n#\n\\# c\n\n#d", &["#### a", "", "###### b \\#", "", "\\# c", "", "\\#d"]);
    check("a #\n===", &["#### a \\#"]);
    check("a\n\n***\n\nb", &["a", "", "___", "", "b"]);
}

#[test]
fn containers_nest() {
    check("> a\nb\n>\n> - c\n\n> d", &["> a", "> b", ">", "> - c", "", "> d"]);
    check(
        "3) a\n\n   ```rust\n   x\n\n   y\n   ```\n4) b",
        &["3) a", "", "   ```text", "   x", "", "   y", "   ```", "", "4) b"],
    );
    check("- a\n\n- b\n- \n- c", &["- a", "", "- b", "", "-", "", "- c"]);
    check("- a\n\n* b", &["- a", "", "* b"]);
}

#[test]
fn text_keeps_its_meaning() {
    check("a  \nb\\\nc", &["a\\", "b\\", "c"]);
    check("a `b\nc` `d", &["a `b c` \\`d"]);
    check("```` a ``b` ````", &["``` a ``b` ```"]);
    check("*a* **b** ~~c~~ _d_ *e _f a_b a * b", &["*a* **b** ~~c~~ _d_ \\*e \\_f a_b a * b"]);
    check("\\*a\\* C:\\dir \\", &["\\*a\\* C:\\dir \\\\"]);
    check("1\\. a\n2) b", &["1\\. a", "2\\) b"]);
    assert_eq!(harmless_line("a\\\nb\n\n    c\n    d"), "a b `c d`");
}

#[test]
fn nesting_is_limited() {
    for mark in ["> ", ">", "- ", "1. ", "- > "] {
        let markdown = mark.repeat(10_000) + "a\n" + &"b\n".repeat(10_000);
        let written = harmless(&markdown).join("\n");
        assert!(written.len() < 25 * markdown.len(), "{mark}");
        check_harmless(mark, &written);
    }
}

/// Pieces of Markdown that meet in odd ways.
const PIECES: &[&str] = &[
    "a",
    "b c",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\n    ",
    "\n  ",
    "- ",
    "* ",
    "1. ",
    "7) ",
    "> ",
    "# ",
    "#",
    "===",
    "---",
    "\n---\n",
    "`",
    "``",
    "```",
    "\n```rust\n",
    "~~~",
    "~",
    "~~",
    "*",
    "**",
    "_",
    "__",
    "[",
    "]",
    "](",
    ")",
    "[a]",
    "[a]: http://x.yz\n",
    "[^a]",
    "\n[^a]: ",
    "(x)",
    "](http://x.yz)",
    "](crate::A)",
    "![",
    "!",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<?",
    "<script>",
    "<div>\n",
    "<a\nb=\"",
    "<http://x.yz>",
    "<x:y>",
    "https://x.yz/a_b",
    "http://",
    "|",
    "|-|-|",
    "\n|-|\n",
    ":",
    ":-",
    "\\",
    "\\\n",
    "&lt;",
    "&",
    "&#10;",
    "&#91;",
    "\"",
    "'",
    "\t",
    "\u{202e}",
    "[ ] ",
    "[x] ",
    "=",
    "+ ",
    "{",
    "$",
    "^",
    "가",
    "\u{a0}",
];

/// What a reader sees, without spaces.
fn seen(markdown: &str, options: Options) -> Vec<char> {
    let mut seen = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        if let Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) = event {
            let is_seen = |character: &char| !character.is_whitespace() && !is_hostile(*character);
            seen.extend(text.chars().filter(is_seen));
        }
    }
    seen
}

#[test]
fn whatever_is_written_is_harmless() {
    let mut random = Random::new(1);
    for _ in 0..20_000 {
        let count = 1 + random.below(14);
        let markdown: String = (0..count).map(|_| *random.choose(PIECES)).collect();
        let written = harmless(&markdown).join("\n");
        check_harmless(&markdown, &written);
        check_harmless(&markdown, &harmless(&written).join("\n"));
        check_harmless(&markdown, &format!("a {}", harmless_line(&markdown)));
        // The targets of links may be added.
        let mut shown = seen(&written, OPTIONS).into_iter();
        let is_kept = seen(&clean(&markdown), OPTIONS).iter().all(|character| shown.any(|other| other == *character));
        assert!(is_kept, "{markdown:?}: {written}");
    }
}

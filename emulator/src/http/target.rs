//! The request target as received, and its parts.

use axum::http::Uri;
use std::borrow::Cow;

/// Returns path and query exactly as sent.
///
/// A target with scheme and host, as sent to a proxy, has them too: a server has to accept it (RFC 9112, section 3.2.2),
/// and clients sign path and query only. A target with a fragment was rejected before. `*` is a target of OPTIONS.
pub(crate) fn raw(uri: &Uri) -> Cow<'_, str> {
    match uri.path_and_query() {
        Some(target) => Cow::Borrowed(target.as_str()),
        None => Cow::Owned(uri.to_string()),
    }
}

/// Splits a target into path and query, both still encoded. A missing query is empty.
pub(crate) fn split(target: &str) -> (&str, &str) {
    target.split_once('?').unwrap_or((target, ""))
}

/// Returns the names and values of a query, encoded. A name without `=` has an empty value.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// Decodes a segment of the path; `None` if the encoding is invalid or the result is not UTF-8.
pub(crate) fn decode_segment(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { hexadecimal(rest.next()?)? << 4 | hexadecimal(rest.next()?)? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

/// Decodes a name or value of the query. `+` is a space, as in HTML forms.
pub(crate) fn decode_query(text: &str) -> Option<String> {
    decode_segment(&text.replace('+', " "))
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoded: &str, segment: Option<&str>, query: Option<&str>) {
        assert_eq!(decode_segment(encoded).as_deref(), segment, "segment {encoded}");
        assert_eq!(decode_query(encoded).as_deref(), query, "query {encoded}");
    }

    #[test]
    fn decoding() {
        check("", Some(""), Some(""));
        check("a%2Fb", Some("a/b"), Some("a/b"));
        check("a%2fb", Some("a/b"), Some("a/b"));
        check("a+b", Some("a+b"), Some("a b"));
        check("a%2Bb", Some("a+b"), Some("a+b"));
        check("%EC%9E%91", Some("작"), Some("작"));
        check("%2525", Some("%25"), Some("%25"));
        for broken in ["%", "%2", "%zz", "%+1", "%FF", "%EC%9E"] {
            check(broken, None, None);
        }
    }

    #[test]
    fn raw_keeps_every_byte() {
        for text in ["/a%2Fb/c", "/a?", "/a?query1=&query2", "/a%20b?x=a+b", "//a//b/", "/a/../b/./c", "/?&&==", "*"] {
            let uri: Uri = text.parse().expect("a target");
            assert_eq!(raw(&uri), text);
        }
        for (absolute, expected) in [("http://127.0.0.1:80/a?b", "/a?b"), ("http://host", "/"), ("host:80", "host:80")]
        {
            let uri: Uri = absolute.parse().expect("a target");
            assert_eq!(raw(&uri), expected);
        }
    }

    #[test]
    fn query_pairs() {
        let pairs: Vec<_> = pairs("a=1&&b&=2&c=d=e&").collect();
        assert_eq!(pairs, [("a", "1"), ("b", ""), ("", "2"), ("c", "d=e")]);
        assert_eq!(split("/a?b?c"), ("/a", "b?c"));
        assert_eq!(split("/a"), ("/a", ""));
    }
}

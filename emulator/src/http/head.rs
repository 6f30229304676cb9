//! The bytes of a request head, before they are parsed.
//!
//! The parser of the HTTP library drops a fragment of the target, and a `Content-Length` next to a `Transfer-Encoding`.
//! A gateway rejects both, so they are looked for here. The library parses everything else.

/// Maximum size of a head, bytes.
pub(crate) const MAX_HEAD: usize = 64 * 1024;

/// Reason to reject a request because of its head.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct HeadFault {
    /// True if the head is too large.
    pub(crate) is_size: bool,
    pub(crate) reason: &'static str,
}

/// Reads heads byte by byte and keeps the current one until it is complete.
#[derive(Debug, Default)]
pub(crate) struct HeadScanner {
    head: Vec<u8>,
}

/// Result of reading a part of a head.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Scanned {
    /// All bytes belong to the head, which continues.
    Partial,
    /// The head ends after this many bytes.
    Complete {
        /// Number of bytes that belong to the head.
        size: usize,
        /// Reason to reject the request.
        fault: Option<HeadFault>,
    },
}

impl HeadScanner {
    /// Returns true if no byte of a head has arrived yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.head.is_empty()
    }

    /// Reads more bytes of a head.
    pub(crate) fn scan(&mut self, bytes: &[u8]) -> Scanned {
        for (index, byte) in bytes.iter().enumerate() {
            // Empty lines before a request line are allowed.
            if self.head.is_empty() && matches!(byte, b'\r' | b'\n') {
                continue;
            }
            self.head.push(*byte);
            // Of a head that is too large only the last bytes matter: they show its end.
            if self.head.len() > MAX_HEAD + 3 {
                self.head.remove(MAX_HEAD);
            }
            if *byte == b'\n' && (self.head.ends_with(b"\n\n") || self.head.ends_with(b"\n\r\n")) {
                let fault = fault(&self.head);
                self.head.clear();
                return Scanned::Complete { size: index + 1, fault };
            }
        }
        Scanned::Partial
    }
}

/// Returns the reason to reject a complete head, if there is one.
fn fault(head: &[u8]) -> Option<HeadFault> {
    if head.len() > MAX_HEAD {
        return Some(HeadFault { is_size: true, reason: "the request head is larger than 64 KiB" });
    }
    ambiguity(head).map(|reason| HeadFault { is_size: false, reason })
}

/// Returns what another server could read differently.
fn ambiguity(head: &[u8]) -> Option<&'static str> {
    let mut lines = head.split(|byte| *byte == b'\n');
    let request_line = lines.next().unwrap_or_default();
    if request_line.contains(&b'#') {
        return Some("the request target has a fragment ('#…'); a fragment is not part of a request");
    }
    let names: Vec<String> = lines
        .filter_map(|line| Some(line.get(..line.iter().position(|byte| *byte == b':')?)?.to_ascii_lowercase()))
        .filter_map(|name| String::from_utf8(name).ok())
        .collect();
    let count = |wanted: &str| names.iter().filter(|name| *name == wanted).count();
    if count("content-length") > 0 && count("transfer-encoding") > 0 {
        return Some("the headers Content-Length and Transfer-Encoding exclude each other");
    }
    let is_1_1 = request_line.trim_ascii_end().ends_with(b"HTTP/1.1");
    match count("host") {
        0 if is_1_1 => Some("the header Host is missing"),
        0 | 1 => None,
        _ => Some("the header Host occurs more than once"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> Scanned {
        HeadScanner::default().scan(text.as_bytes())
    }

    #[test]
    fn a_head_ends_at_the_first_empty_line() {
        for head in ["GET / HTTP/1.1\r\nhost: a\r\n\r\n", "\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n", "a\nhost: b\n\n"]
        {
            assert_eq!(scan(&format!("{head}body")), Scanned::Complete { size: head.len(), fault: None });
            let (last, start) = head.as_bytes().split_last().unwrap();
            let mut scanner = HeadScanner::default();
            for byte in start {
                assert_eq!(scanner.scan(&[*byte]), Scanned::Partial);
            }
            assert_eq!(scanner.scan(&[*last]), Scanned::Complete { size: 1, fault: None });
            assert!(scanner.is_empty());
        }
    }

    #[test]
    fn ambiguous_heads_have_a_fault() {
        for (head, expected) in [
            ("GET /a#b HTTP/1.1\r\nhost: a\r\n\r\n", "fragment"),
            ("GET / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "exclude"),
            ("GET / HTTP/1.1\r\n\r\n", "missing"),
            ("GET / HTTP/1.1\r\nhost: a\r\nHOST: a\r\n\r\n", "more than once"),
        ] {
            let Scanned::Complete { fault: Some(fault), .. } = scan(head) else { panic!("{head}") };
            assert!(fault.reason.contains(expected), "{fault:?}");
        }
        assert!(matches!(scan("GET / HTTP/1.0\r\n\r\n"), Scanned::Complete { fault: None, .. }));
        assert!(matches!(scan("GET / HTTP/1.1\r\nhost: a\r\nx: #\r\n\r\n"), Scanned::Complete { fault: None, .. }));
    }

    #[test]
    fn a_long_head_is_not_kept() {
        let mut scanner = HeadScanner::default();
        for _ in 0..100 {
            assert_eq!(scanner.scan(&[b'x'; 4096]), Scanned::Partial);
        }
        assert!(scanner.head.len() <= MAX_HEAD + 3);
        let Scanned::Complete { size: 4, fault: Some(fault) } = scanner.scan(b"\r\n\r\nx") else { panic!("no end") };
        assert!(fault.is_size);
    }
}

//! Finds the JSON path of a position.

use std::fmt::Write;

enum Level {
    Object { key: String },
    Array { index: usize },
}

/// Returns the JSON path of a position, e.g. `list[3].status`; `the top level` for the outermost value.
///
/// Decoding does not track paths, because that would slow down every response. Only a failed one is scanned again.
pub(crate) fn path_at(body: &[u8], line: usize, column: usize) -> String {
    let line_start =
        body.split_inclusive(|byte| *byte == b'\n').take(line.saturating_sub(1)).map(<[u8]>::len).sum::<usize>();
    let end = line_start.saturating_add(column.saturating_sub(1)).min(body.len());
    let mut levels: Vec<Level> = Vec::new();
    let mut bytes = body.iter().take(end);
    let mut text: Option<String> = None;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => text = Some(string(&mut bytes)),
            b'{' => levels.push(Level::Object { key: String::new() }),
            b'[' => levels.push(Level::Array { index: 0 }),
            b'}' | b']' => drop(levels.pop()),
            b':' => {
                if let (Some(Level::Object { key }), Some(text)) = (levels.last_mut(), text.take()) {
                    *key = text;
                }
            }
            b',' => match levels.last_mut() {
                Some(Level::Array { index }) => *index += 1,
                Some(Level::Object { key }) => key.clear(),
                None => {}
            },
            _ => {}
        }
    }
    render(&levels)
}

/// Returns the rest of a string after its opening quote, without decoding escapes.
fn string<'a>(bytes: &mut impl Iterator<Item = &'a u8>) -> String {
    let mut raw = Vec::new();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => break,
            b'\\' => raw.extend([*byte].into_iter().chain(bytes.next().copied())),
            _ => raw.push(*byte),
        }
    }
    String::from_utf8_lossy(&raw).into_owned()
}

fn render(levels: &[Level]) -> String {
    let mut path = String::new();
    for level in levels {
        // Writing to a String cannot fail.
        let _ = match level {
            Level::Object { key } if key.is_empty() => Ok(()),
            Level::Object { key } if path.is_empty() => write!(path, "{key}"),
            Level::Object { key } => write!(path, ".{key}"),
            Level::Array { index } => write!(path, "[{index}]"),
        };
    }
    if path.is_empty() { "the top level".to_owned() } else { path }
}

#[cfg(test)]
mod tests {
    use super::path_at;
    use serde_json::Value;

    /// Checks the path of the position where serde_json stops.
    fn check(body: &str, expected: &str) {
        let error = serde_json::from_str::<Value>(body).unwrap_err();
        assert_eq!(path_at(body.as_bytes(), error.line(), error.column()), expected, "{body}");
    }

    #[test]
    fn finds_the_path_of_an_error() {
        check(r#"{"list": [{"a": 1}, {"b": nul}]}"#, "list[1].b");
        check("{\"list\": [\n {\"a\\\"x\": 1},\n {\"b\": {\"c\": tru", "list[1].b.c");
        check(r#"{"a": 1, "b": [[], [1, x]]}"#, "b[1][1]");
        check("<html>", "the top level");
        check("", "the top level");
    }

    #[test]
    fn any_position_is_harmless() {
        for (line, column) in [(0, 0), (1, 9999), (99, 1), (usize::MAX, usize::MAX)] {
            path_at(b"{\"a\": [1,\n2", line, column);
        }
    }
}

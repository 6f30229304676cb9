//! Decoding of answers, with the JSON path of what is wrong.

use crate::error::{Error, ErrorKind};
use crate::error_body::{ErrorBody, clean, excerpt, without_mark};
use crate::model::{self, JsonError, Place, Value};
use crate::response::Response;
use serde::de::Error as _;
use std::fmt::Write;

/// Longest start of a text that is masked before it is cut for a message, in bytes.
const MASKED: usize = 4 * 1024;

/// Reads JSON. A byte-order mark before it is skipped.
pub(crate) fn decode<T: Value + Default>(body: &[u8]) -> Result<T, JsonError> {
    let mut place = T::default();
    read(body, &mut place)?;
    Ok(place)
}

/// Reads JSON into a place, in the same way.
pub(crate) fn read(body: &[u8], place: &mut dyn Place) -> Result<(), JsonError> {
    let body = without_mark(body);
    match std::str::from_utf8(body) {
        Ok(text) => model::read_json(text, place),
        // It fails as well, and says where.
        Err(error) => Err(serde_json::from_slice::<model::Any>(body).err().unwrap_or_else(|| JsonError::custom(error))),
    }
}

/// The error of an answer that is not one object.
pub(crate) fn not_an_object(answer: Response) -> Error {
    match serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(without_mark(&answer.body)) {
        Err(error) => failure(error, answer),
        Ok(_) => Error::new(ErrorKind::Decode, format!("{}: cannot read a state from the answer", answer.status))
            .with_answer(answer, ErrorBody::default()),
    }
}

/// The error of an answer that does not decode: what, where, and how the answer begins.
pub(crate) fn failure(error: JsonError, answer: Response) -> Error {
    let body = without_mark(&answer.body);
    let message = if body.iter().all(u8::is_ascii_whitespace) {
        format!("{}: the answer is empty", answer.status)
    } else {
        // Masked before it is cut: a part of a value is not recognized everywhere.
        let masked = |text: &str| String::from_utf8_lossy(&answer.masks.start(text.as_bytes(), MASKED)).into_owned();
        let place = clean(&masked(&path_at(body, error.line(), error.column())), 200);
        let error = clean(&masked(&error.to_string()), 300);
        let begin = clean(&excerpt(&answer.masks.start(body, MASKED)), 80);
        format!("{}: cannot read the answer at {place}: {error}; it begins: {begin}", answer.status)
    };
    Error::new(ErrorKind::Decode, message)
        .with_answer(answer, ErrorBody::default())
        .with_hint("the answer is not what the spec describes; check the endpoint, or report it with the body")
}

enum Level {
    Object { key: String },
    Array { index: usize },
}

/// The JSON path of a position, e.g. `list[3].status`; `the top` for the outermost value.
///
/// Decoding itself does not track paths, because that would slow down every answer; only a failed one is read again.
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

/// The rest of a string behind its opening quote, escapes left as they are.
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
    if path.is_empty() { "the top".to_owned() } else { path }
}

#[cfg(test)]
mod tests {
    use super::path_at;
    use serde_json::Value;

    /// The path of the place where serde_json itself stops.
    fn check(body: &str, expected: &str) {
        let error = serde_json::from_str::<Value>(body).unwrap_err();
        assert_eq!(path_at(body.as_bytes(), error.line(), error.column()), expected, "{body}");
    }

    #[test]
    fn names_the_place_of_a_fault() {
        check(r#"{"list": [{"a": 1}, {"b": nul}]}"#, "list[1].b");
        check("{\"list\": [\n {\"a\\\"x\": 1},\n {\"b\": {\"c\": tru", "list[1].b.c");
        check(r#"{"a": 1, "b": [[], [1, x]]}"#, "b[1][1]");
        check("<html>", "the top");
        check("", "the top");
    }

    #[test]
    fn any_position_is_harmless() {
        for (line, column) in [(0, 0), (1, 9999), (99, 1), (usize::MAX, usize::MAX)] {
            path_at(b"{\"a\": [1,\n2", line, column);
        }
    }
}

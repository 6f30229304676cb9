//! Parses JSON.

use crate::json::number::is_number;
use crate::json::value::{Json, MAX_DEPTH};
use std::collections::HashSet;
use std::fmt;

/// Error of the parser.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct ReadError {
    pub(crate) message: String,
    /// Position in the text, in bytes.
    pub(crate) offset: usize,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

/// Parses a value and keeps duplicate keys.
///
/// The text must be valid JSON, checked by another parser.
pub(crate) fn read(text: &str) -> Result<Json, ReadError> {
    Reader { text, offset: 0, unique: false }.whole()
}

/// Returns why a value cannot be read.
pub(crate) fn read_error(text: &str) -> String {
    read(text).err().map_or_else(String::new, |error| error.message)
}

/// Parses a value and rejects duplicate keys, as one of the two values would be lost.
pub(crate) fn read_unique(text: &str) -> Result<Json, ReadError> {
    Reader { text, offset: 0, unique: true }.whole()
}

struct Reader<'t> {
    text: &'t str,
    offset: usize,
    unique: bool,
}

impl<'t> Reader<'t> {
    fn whole(&mut self) -> Result<Json, ReadError> {
        let value = self.value(0)?;
        match self.peek() {
            None => Ok(value),
            Some(_) => Err(self.unexpected()),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, ReadError> {
        match self.peek() {
            Some(b'{' | b'[') if depth >= MAX_DEPTH => {
                Err(self.error(format!("nested more than {MAX_DEPTH} levels deep")))
            }
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Json::String),
            _ => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, ReadError> {
        let mut entries = Vec::new();
        let mut seen = HashSet::new();
        self.offset += 1;
        while !self.accept(b'}') {
            if !entries.is_empty() {
                self.expect(b',')?;
            }
            self.peek();
            let start = self.offset;
            let key = self.string()?;
            if self.unique && !seen.insert(key.clone()) {
                return Err(ReadError { message: format!("duplicate key '{key}'"), offset: start });
            }
            self.expect(b':')?;
            entries.push((key, self.value(depth + 1)?));
        }
        Ok(Json::Object(entries))
    }

    fn array(&mut self, depth: usize) -> Result<Json, ReadError> {
        let mut items = Vec::new();
        self.offset += 1;
        while !self.accept(b']') {
            if !items.is_empty() {
                self.expect(b',')?;
            }
            items.push(self.value(depth + 1)?);
        }
        Ok(Json::Array(items))
    }

    fn string(&mut self) -> Result<String, ReadError> {
        let rest = self.rest();
        let Some(inner) = rest.strip_prefix('"') else {
            return Err(self.unexpected());
        };
        let mut is_escaped = false;
        let end = inner.bytes().position(|byte| {
            let ends = byte == b'"' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            ends
        });
        let Some((text, quoted)) = end.and_then(|end| inner.get(..end).zip(rest.get(..end + 2))) else {
            return Err(self.unexpected());
        };
        let text = match text.contains('\\') {
            false => text.to_owned(),
            true => {
                serde_json::from_str(quoted).map_err(|_| self.error("a string contains a lone surrogate".to_owned()))?
            }
        };
        self.offset += quoted.len();
        Ok(text)
    }

    fn word(&mut self) -> Result<Json, ReadError> {
        let rest = self.rest();
        let end = rest.find(|byte: char| !(byte.is_ascii_alphanumeric() || "+-.".contains(byte)));
        let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let value = match word {
            "null" => Json::Null,
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            number if is_number(number) => Json::Number(number.to_owned()),
            _ => return Err(self.unexpected()),
        };
        self.offset += word.len();
        Ok(value)
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    /// Skips whitespace and returns the next byte.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.rest();
        self.offset += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        self.rest().bytes().next()
    }

    fn accept(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.offset += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Result<(), ReadError> {
        if self.accept(byte) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn unexpected(&self) -> ReadError {
        self.error("not JSON".to_owned())
    }

    fn error(&self, message: String) -> ReadError {
        ReadError { message, offset: self.offset }
    }
}

#[cfg(test)]
mod tests {
    use super::{read, read_unique};

    #[test]
    fn parses_json() {
        for text in [r#"{"a":{"b":[1,-2.50,true,false,null,"x\"y"]},"":[]}"#, "null", r#""""#, "[[],{}]", "-0"] {
            assert_eq!(read(text).unwrap().to_string(), text);
            let spaced = text.replace(':', " :\r\n\t").replace('[', " [ ");
            assert_eq!(read(&spaced).unwrap().to_string(), text);
        }
        assert_eq!(read(r#""\u00e9\/\ud83d\ude00""#).unwrap().to_string(), "\"é/😀\"");
    }

    #[test]
    fn invalid_json_is_an_error() {
        for text in ["", "{", "[1,", "[1 2]", "{\"a\"}", "{1:2}", "\"", "\"\\", "nul", "[,1]", "1 2", "é", "{\"a\":é}"]
        {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read(r#""\ud800""#).unwrap_err().message.contains("lone surrogate"));
        assert!(read(&"[".repeat(100_000)).unwrap_err().message.contains("128"));
    }

    #[test]
    fn duplicate_keys_are_found_at_any_depth_and_spelling() {
        assert_eq!(read_unique(r#"{"x":[{"a":1, "a":2}]}"#).unwrap_err().offset, 14);
        assert_eq!(read_unique(r#"{"a":1,"\u0061":2}"#).unwrap_err().message, "duplicate key 'a'");
        assert!(read_unique(r#"{"a":{"a":1},"b":{"a":1}}"#).is_ok());
    }
}

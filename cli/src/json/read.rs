//! Reads JSON text.

use super::{Json, MAX_DEPTH, is_number};
use std::collections::HashSet;
use std::fmt;

/// Why a text cannot be read.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct ReadError {
    pub(crate) message: String,
    /// Where in the text, in bytes.
    pub(crate) offset: usize,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

/// Reads a value. Repeated keys are kept.
///
/// The text has to be JSON: it comes from a parser that has checked it.
pub(crate) fn read(text: &str) -> Result<Json, ReadError> {
    Reader { text, offset: 0, unique: false }.whole()
}

/// Reads a value in which no object has a key twice, because one of the two would be lost.
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
                Err(self.error(format!("more than {MAX_DEPTH} lists and objects contain one another")))
            }
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::Text),
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
                return Err(ReadError { message: format!("the key '{key}' stands twice"), offset: start });
            }
            self.expect(b':')?;
            entries.push((key, self.value(depth + 1)?));
        }
        Ok(Json::Object(entries))
    }

    fn list(&mut self, depth: usize) -> Result<Json, ReadError> {
        let mut items = Vec::new();
        self.offset += 1;
        while !self.accept(b']') {
            if !items.is_empty() {
                self.expect(b',')?;
            }
            items.push(self.value(depth + 1)?);
        }
        Ok(Json::List(items))
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
            true => serde_json::from_str(quoted)
                .map_err(|_| self.error("a string holds half of a character, which no text can".to_owned()))?,
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

    /// Skips spaces and returns the next byte.
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
    fn reads_what_json_is() {
        for text in [r#"{"a":{"b":[1,-2.50,true,false,null,"x\"y"]},"":[]}"#, "null", r#""""#, "[[],{}]", "-0"] {
            assert_eq!(read(text).unwrap().to_string(), text);
            let spaced = text.replace(':', " :\r\n\t").replace('[', " [ ");
            assert_eq!(read(&spaced).unwrap().to_string(), text);
        }
        assert_eq!(read(r#""\u00e9\/\ud83d\ude00""#).unwrap().to_string(), "\"é/😀\"");
    }

    #[test]
    fn what_is_no_json_is_an_error_and_no_panic() {
        for text in ["", "{", "[1,", "[1 2]", "{\"a\"}", "{1:2}", "\"", "\"\\", "nul", "[,1]", "1 2", "é", "{\"a\":é}"]
        {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read(r#""\ud800""#).unwrap_err().message.contains("half of a character"));
        assert!(read(&"[".repeat(100_000)).unwrap_err().message.contains("128"));
    }

    #[test]
    fn a_repeated_key_is_found_at_every_depth_and_in_every_spelling() {
        assert_eq!(read_unique(r#"{"x":[{"a":1, "a":2}]}"#).unwrap_err().offset, 14);
        assert_eq!(read_unique(r#"{"a":1,"\u0061":2}"#).unwrap_err().message, "the key 'a' stands twice");
        assert!(read_unique(r#"{"a":{"a":1},"b":{"a":1}}"#).is_ok());
    }
}

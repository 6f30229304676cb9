//! Decoding of responses, with the JSON path of what is wrong.

use crate::call::response::Response;
use crate::error::json_path::path_at;
use crate::error::{Error, ErrorKind};
use crate::error_body::{ErrorBody, excerpt, without_mark};
use crate::model::{self, Codec, JsonError, Seed};
use crate::safe_text::clean;
use serde::de::Error as _;

/// Longest start of a text that is masked before it is cut for a message, in bytes.
const MASKED: usize = 4 * 1024;

/// Reads JSON. A byte-order mark before it is skipped.
pub(crate) fn decode<T: Codec + Default>(body: &[u8]) -> Result<T, JsonError> {
    let mut place = T::default();
    read(body, &mut place)?;
    Ok(place)
}

/// Reads JSON into a place, in the same way.
pub(crate) fn read(body: &[u8], place: &mut dyn Seed) -> Result<(), JsonError> {
    let body = without_mark(body);
    match std::str::from_utf8(body) {
        Ok(text) => model::read_json(text, place),
        // It fails as well, and says where.
        Err(error) => {
            Err(serde_json::from_slice::<serde_json::Value>(body).err().unwrap_or_else(|| JsonError::custom(error)))
        }
    }
}

/// The error of a response that is not one object.
pub(crate) fn not_an_object(response: Response) -> Error {
    match serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(without_mark(&response.body)) {
        Err(error) => failure(error, response),
        Ok(_) => Error::new(ErrorKind::Decode, format!("{}: cannot read a state from the response", response.status))
            .with_response(response, ErrorBody::default()),
    }
}

/// The error of a response that does not decode: what, where, and how the response begins.
pub(crate) fn failure(error: JsonError, response: Response) -> Error {
    let body = without_mark(&response.body);
    let message = if body.iter().all(u8::is_ascii_whitespace) {
        format!("{}: the response is empty", response.status)
    } else {
        // Masked before it is cut: a part of a value is not recognized everywhere.
        let masked = |text: &str| String::from_utf8_lossy(&response.masks.start(text.as_bytes(), MASKED)).into_owned();
        let place = clean(&masked(&path_at(body, error.line(), error.column())), 200);
        let error = clean(&masked(&error.to_string()), 300);
        let begin = clean(&excerpt(&response.masks.start(body, MASKED)), 80);
        format!("{}: cannot read the response at {place}: {error}; it begins: {begin}", response.status)
    };
    Error::new(ErrorKind::Decode, message)
        .with_response(response, ErrorBody::default())
        .with_hint("the response is not what the spec describes; check the endpoint, or report it with the body")
}

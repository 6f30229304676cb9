//! Decodes responses, with the JSON path of an error.

use crate::call::response::Response;
use crate::error::json_path::path_at;
use crate::error::{Error, ErrorKind};
use crate::error_body::{ErrorBody, excerpt, without_mark};
use crate::model::{self, Codec, JsonError, Seed};
use crate::safe_text::clean;
use serde::de::Error as _;

/// Bytes of a string that are masked before it is cut for a message.
const MASKED: usize = 4 * 1024;

/// Reads JSON. A byte-order mark before it is skipped.
pub(crate) fn decode<T: Codec + Default>(body: &[u8]) -> Result<T, JsonError> {
    let mut place = T::default();
    read(body, &mut place)?;
    Ok(place)
}

/// Reads JSON into an existing value. A byte-order mark before it is skipped.
pub(crate) fn read(body: &[u8], place: &mut dyn Seed) -> Result<(), JsonError> {
    let body = without_mark(body);
    match std::str::from_utf8(body) {
        Ok(text) => model::read_json(text, place),
        // This fails as well, and gives the position.
        Err(error) => {
            Err(serde_json::from_slice::<serde_json::Value>(body).err().unwrap_or_else(|| JsonError::custom(error)))
        }
    }
}

/// Returns the error of a response that is not one object, or has no state.
pub(crate) fn not_an_object(response: Response) -> Error {
    match serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(without_mark(&response.body)) {
        Err(error) => failure(error, response),
        Ok(_) => {
            Error::new(ErrorKind::Decode, format!("cannot find a state in the response (HTTP {})", response.status))
                .with_response(response, ErrorBody::default())
        }
    }
}

/// Returns the error of a response that cannot be decoded: problem, JSON path, and start of the response.
pub(crate) fn failure(error: JsonError, response: Response) -> Error {
    let body = without_mark(&response.body);
    let message = if body.iter().all(u8::is_ascii_whitespace) {
        format!("the response is empty (HTTP {})", response.status)
    } else {
        // Masked before it is cut, because a cut value may not be recognized.
        let masked = |text: &str| String::from_utf8_lossy(&response.masks.start(text.as_bytes(), MASKED)).into_owned();
        let place = clean(&masked(&path_at(body, error.line(), error.column())), 200);
        let error = clean(&masked(&error.to_string()), 300);
        let begin = clean(&excerpt(&response.masks.start(body, MASKED)), 80);
        format!("cannot decode the response (HTTP {}) at {place}: {error}; it begins with: {begin}", response.status)
    };
    Error::new(ErrorKind::Decode, message)
        .with_response(response, ErrorBody::default())
        .with_hint("the response differs from the API description; check the endpoint, or report it with the body")
}

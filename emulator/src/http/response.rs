//! Responses: JSON bodies, and errors in the documented envelope.
//!
//! The service's own table of errors has words such as `bad-parameter` in the message column and `-` in the code column.
//! It is not documented which field of a body has the word, so a [quirk](crate::ErrorWord) selects it. The codes of the
//! gateway are in its own error responses only.
//!
//! Source: vendor pages analytics-dataflow, 2026-09-17, and api-call-lgc-errorhandling, 2026-10-22.

use crate::quirks::{ContentType, ErrorCode, ErrorShape, ErrorWord, MissingResource, Quirks};
use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The code column of the service's table.
const NO_CODE: &str = "-";

/// An error response.
#[derive(Debug)]
pub(crate) struct ErrorResponse {
    origin: Origin,
    status: StatusCode,
    /// Code of the gateway.
    code: u16,
    message: &'static str,
    details: String,
    /// Reason for the journal, if it differs from the details.
    reason: Option<String>,
    /// The header `Allow`.
    allow: Option<String>,
}

/// Sender of an error response. Only the service sends flat bodies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Origin {
    Gateway,
    Service,
}

impl ErrorResponse {
    /// The gateway rejects a malformed request.
    pub(crate) fn bad_request(details: impl Into<String>) -> Self {
        Self {
            origin: Origin::Gateway,
            status: StatusCode::BAD_REQUEST,
            code: 100,
            message: "Bad Request Exception",
            details: details.into(),
            reason: None,
            allow: None,
        }
    }

    /// The service rejects a parameter or the body.
    pub(crate) fn bad_parameter(details: impl Into<String>) -> Self {
        Self { origin: Origin::Service, message: "bad-parameter", ..Self::bad_request(details) }
    }

    /// The service rejects the call because of the state of the resource.
    pub(crate) fn bad_state(details: impl Into<String>) -> Self {
        Self { message: "bad-state", ..Self::bad_parameter(details) }
    }

    /// The gateway rejects the signature.
    pub(crate) fn unauthenticated(details: impl Into<String>) -> Self {
        Self {
            status: StatusCode::UNAUTHORIZED,
            code: 200,
            message: "Authentication Failed",
            ..Self::bad_request(details)
        }
    }

    /// The gateway has no such method and path.
    pub(crate) fn unknown_route(details: impl Into<String>) -> Self {
        Self { status: StatusCode::NOT_FOUND, code: 300, message: "Not Found Exception", ..Self::bad_request(details) }
    }

    /// The path has no operation with this method. The gateway's table of codes has none for it.
    pub(crate) fn wrong_method(details: impl Into<String>, allow: String) -> Self {
        Self { status: StatusCode::METHOD_NOT_ALLOWED, allow: Some(allow), ..Self::bad_request(details) }
    }

    /// The service has no such resource. Its word for that is not documented; the 2023 edition calls the status "Not
    /// Found".
    pub(crate) fn not_found(details: impl Into<String>) -> Self {
        Self { origin: Origin::Service, message: "Not Found", ..Self::unknown_route(details) }
    }

    /// The body of the request is too large.
    pub(crate) fn too_large(details: impl Into<String>) -> Self {
        Self {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            code: 430,
            message: "Request Entity Too Large",
            ..Self::bad_request(details)
        }
    }

    /// The head of the request is too large.
    pub(crate) fn head_too_large(details: impl Into<String>) -> Self {
        Self { status: StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, ..Self::too_large(details) }
    }

    /// The gateway rejects too many requests.
    pub(crate) fn throttled() -> Self {
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            code: 410,
            message: "Throttle Limited",
            ..Self::bad_request("injected fault")
        }
    }

    /// The gateway cannot reach the service.
    pub(crate) fn unavailable() -> Self {
        Self {
            status: StatusCode::SERVICE_UNAVAILABLE,
            code: 500,
            message: "Endpoint Error",
            ..Self::bad_request("injected fault")
        }
    }

    /// An internal error of the emulator.
    pub(crate) fn internal_error(details: impl Into<String>) -> Self {
        Self {
            origin: Origin::Service,
            status: StatusCode::INTERNAL_SERVER_ERROR,
            code: 900,
            message: "Internal Server Error",
            ..Self::bad_request(details)
        }
    }

    /// Sets a reason that only the journal shows.
    pub(crate) fn with_reason(self, reason: String) -> Self {
        Self { reason: Some(reason), ..self }
    }

    /// Returns the reason for the journal.
    pub(crate) fn reason(&self) -> &str {
        self.reason.as_deref().unwrap_or(&self.details)
    }

    /// Returns the code in the envelope. Only the gateway has codes.
    fn error_code(&self, quirks: Quirks) -> Value {
        match (self.origin, quirks.error_word, quirks.error_code) {
            (Origin::Service, ErrorWord::Message, _) => Value::from(NO_CODE),
            (Origin::Service, ErrorWord::Code, _) => Value::from(self.message),
            (Origin::Gateway, _, ErrorCode::Text) => Value::from(self.code.to_string()),
            (Origin::Gateway, _, ErrorCode::Number) => Value::from(self.code),
        }
    }

    /// Builds the HTTP response.
    pub(crate) fn into_response(mut self, quirks: Quirks) -> Response {
        let is_missing = self.origin == Origin::Service && self.status == StatusCode::NOT_FOUND;
        if is_missing && quirks.missing_resource == MissingResource::BadRequest {
            self = Self::bad_parameter(self.details);
        }
        let body = match (self.origin, quirks.error_shape) {
            (Origin::Service, ErrorShape::Flat) => {
                json!({ "detail": self.details, "errorType": self.message })
            }
            _ => {
                let code = self.error_code(quirks);
                json!({
                    "error": { "errorCode": code, "message": self.message, "details": self.details }
                })
            }
        };
        let mut response = json_response(self.status.as_u16(), body.to_string(), quirks);
        if self.status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        if let Some(Ok(allow)) = self.allow.map(HeaderValue::try_from) {
            response.headers_mut().insert(ALLOW, allow);
        }
        response
    }
}

/// Builds a response with a JSON body.
pub(crate) fn json_response(status: u16, text: impl Into<Body>, quirks: Quirks) -> Response {
    let content_type = match quirks.content_type {
        ContentType::Json => "application/json",
        ContentType::TextPlain => "text/plain;charset=UTF-8",
    };
    let mut response = empty_response(status);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    *response.body_mut() = text.into();
    response
}

/// Builds the response to OPTIONS.
pub(crate) fn options_response(allow: &str) -> Response {
    let mut response = empty_response(204);
    if let Ok(allow) = HeaderValue::from_str(allow) {
        response.headers_mut().insert(ALLOW, allow);
    }
    response
}

/// Builds a response without a body.
pub(crate) fn empty_response(status: u16) -> Response {
    // The generator checked the statuses of the table, so this cannot fail.
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

/// Quotes a string of a request for an error message: escaped, at most 40 characters.
pub(crate) fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(40).flat_map(char::escape_debug).collect();
    let more = if text.chars().nth(40).is_some() { "…" } else { "" };
    format!("'{shown}{more}'")
}

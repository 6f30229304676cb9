//! Responses of the control routes.

use crate::state::{ChangeError, ChangeErrorKind};
use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

/// An error: status, message, and what to do.
#[derive(Debug)]
pub(super) struct ControlError {
    status: StatusCode,
    message: String,
    hint: String,
    details: Vec<String>,
    allow: Option<String>,
}

impl From<ChangeError> for ControlError {
    fn from(error: ChangeError) -> Self {
        let status = match error.kind {
            ChangeErrorKind::Invalid => StatusCode::BAD_REQUEST,
            ChangeErrorKind::Missing => StatusCode::NOT_FOUND,
            ChangeErrorKind::Conflict => StatusCode::CONFLICT,
            ChangeErrorKind::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::new(status, error.message, error.hint).with_details(error.details)
    }
}

impl ControlError {
    pub(super) fn new(status: StatusCode, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { status, message: message.into(), hint: hint.into(), details: Vec::new(), allow: None }
    }

    pub(super) fn bad_request(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message, hint)
    }

    /// Adds single problems.
    pub(super) fn with_details(self, details: Vec<String>) -> Self {
        Self { details, ..self }
    }

    /// The path has other methods.
    pub(super) fn wrong_method(message: String, allow: String) -> Self {
        let hint = format!("use one of {allow}");
        Self { allow: Some(allow), ..Self::new(StatusCode::METHOD_NOT_ALLOWED, message, hint) }
    }

    pub(super) fn into_response(self) -> Response {
        let error = match self.details.as_slice() {
            [] => json!({"message": self.message, "hint": self.hint}),
            details => json!({"message": self.message, "hint": self.hint, "details": details}),
        };
        let mut response = json_response(&json!({"error": error}));
        *response.status_mut() = self.status;
        if let Some(Ok(allow)) = self.allow.map(HeaderValue::try_from) {
            response.headers_mut().insert(ALLOW, allow);
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// Builds a response with a JSON body.
pub(super) fn json_response(value: &Value) -> Response {
    with_type("application/json", Body::from(format!("{value}\n")))
}

/// Builds a response with a body of this type. It is never cached.
pub(super) fn with_type(content_type: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

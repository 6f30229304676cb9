//! Reading the body of a request, up to a limit.

use crate::http::response::ErrorResponse;
use axum::RequestExt;
use axum::body::{Bytes, HttpBody};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;

/// Maximum size of a request body, bytes.
const BODY_LIMIT: usize = 1 << 20;

/// Reads the whole body.
pub(crate) async fn read(mut request: Request) -> Result<Bytes, ErrorResponse> {
    let too_large = || ErrorResponse::too_large(format!("the body is larger than {BODY_LIMIT} bytes"));
    // The announced length is enough to reject it; reading the bytes would only occupy the connection.
    if request.body().size_hint().lower() > BODY_LIMIT as u64 {
        return Err(too_large());
    }
    DefaultBodyLimit::max(BODY_LIMIT).apply(&mut request);
    Bytes::from_request(request.with_limited_body(), &()).await.map_err(|error| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => ErrorResponse::bad_request("the body is incomplete"),
    })
}

//! Status and headers of a response.

use crate::call::response::{ErrorHeaders, Response};
use crate::call::retry_after::{self, http_date};
use crate::error::{Error, ErrorKind};
use crate::error_body::ErrorBody;
use http::header::{AGE, CONTENT_ENCODING, DATE, HeaderMap, HeaderName, LOCATION, RETRY_AFTER};
use http::response::Parts;

/// Reads status and headers.
pub(crate) fn response(head: Parts) -> Response {
    let headers = &head.headers;
    let date = text(headers, DATE.as_str()).and_then(|date| http_date(&date));
    let asked = headers.get_all(RETRY_AFTER).iter().filter_map(|value| value.to_str().ok());
    Response {
        status: head.status.as_u16(),
        request_id: ["x-ncp-request-id", "x-ncp-trace-id"].iter().find_map(|name| text(headers, name)),
        retry_after: retry_after::wait(asked, date),
        // A response from a cache has an old `Date`, so only `Age: 0` or no `Age` counts.
        server_time: date.filter(|_| headers.get_all(AGE).iter().all(|age| age.as_bytes().trim_ascii() == b"0")),
        error_body: ErrorHeaders {
            code: text(headers, "x-ncp-apigw-error-code"),
            message: text(headers, "x-ncp-apigw-error-message"),
        },
        headers: head.headers,
        ..Response::default()
    }
}

/// Returns the first encoding that is not identity.
pub(crate) fn foreign_encoding(headers: &HeaderMap) -> Option<String> {
    let is_foreign = |name: &str| !name.is_empty() && !name.eq_ignore_ascii_case("identity");
    list(headers, CONTENT_ENCODING).find(|name| is_foreign(name))
}

/// Returns the elements of a list header, from all its lines.
fn list(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = String> {
    let lines = headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let lines: Vec<String> = lines.collect();
    lines.into_iter().flat_map(|line| line.split(',').map(|element| element.trim().to_owned()).collect::<Vec<_>>())
}

/// Returns the error of a redirect.
pub(crate) fn redirect(response: Response) -> Error {
    let place = text(&response.headers, LOCATION.as_str()).and_then(|url| host(&url));
    let message = format!(
        "the response redirects (HTTP {}) to {}; redirects are not followed, because the credentials would be sent there",
        response.status,
        place.as_deref().unwrap_or("an unreadable address")
    );
    Error::new(ErrorKind::Redirect, message)
        .with_response(response, ErrorBody::default())
        .with_hint("check the endpoint")
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let text = headers.get(name)?.to_str().ok()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns the host of a URL for a message. Path and query may hold secrets.
fn host(url: &str) -> Option<String> {
    url.parse::<http::Uri>().ok()?.host().map(str::to_owned)
}

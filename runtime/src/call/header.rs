//! Headers that a caller adds to a call.

use crate::check::Violation;
use http::{HeaderMap, HeaderName, HeaderValue};

/// Headers that the client or the HTTP layer sets, in addition to those that start with `x-ncp-`.
const RESERVED: [&str; 14] = [
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];

/// Checks headers as they were given. Returns all problems.
pub(crate) fn checked(headers: &[(String, String)]) -> Result<HeaderMap, Vec<Violation>> {
    let mut map = HeaderMap::new();
    let mut violations = Vec::new();
    for (name, value) in headers {
        match header(name, value) {
            Ok((name, value)) => drop(map.append(name, value)),
            Err(expected) => {
                // The value is not shown: it may be a secret.
                let field = format!("header {}", name.escape_debug());
                violations.push(Violation::new(&field, expected.to_owned(), "another one".to_owned()));
            }
        }
    }
    if violations.is_empty() { Ok(map) } else { Err(violations) }
}

fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "the name of a header")?;
    if RESERVED.contains(&name.as_str()) || name.as_str().starts_with("x-ncp-") || name.as_str().starts_with("proxy-") {
        return Err("a header that neither the client nor the HTTP connection sets");
    }
    let mut value = HeaderValue::from_str(value).map_err(|_| "a value of visible characters on one line")?;
    value.set_sensitive(true);
    Ok((name, value))
}

#[cfg(test)]
mod tests {
    use super::checked;

    fn check(name: &str, value: &str) -> Result<usize, String> {
        checked(&[(name.to_owned(), value.to_owned())])
            .map(|headers| headers.len())
            .map_err(|problems| problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn headers_of_the_caller_are_accepted() {
        assert_eq!(check("X-Request-Source", "nightly"), Ok(1));
        assert_eq!(check("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), Ok(1));
        let twice = [("x-tag", "a"), ("x-tag", "b")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(checked(&twice).unwrap().get_all("x-tag").iter().count(), 2);
    }

    #[test]
    fn headers_of_the_client_are_rejected() {
        for name in ["Host", "content-length", "X-NCP-apigw-timestamp", "x-ncp-iam-access-key", "Proxy-Authorization"] {
            assert!(check(name, "x").unwrap_err().contains("neither the client"), "{name}");
        }
    }

    #[test]
    fn unsafe_headers_are_rejected_without_their_value() {
        for (name, value) in
            [("x-a", "hunter2\r\nx-b: c"), ("x-a", "hunter2\0"), ("x a", "hunter2"), ("", "hunter2"), ("x\n", "")]
        {
            let problem = check(name, value).unwrap_err();
            assert!(!problem.contains("hunter2") && !problem.contains(char::is_control), "{problem}");
        }
    }
}

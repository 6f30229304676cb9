//! Headers that a caller adds to a call, and header parameters of the operation.

use crate::check::Violation;
use crate::table::operation::{Operation, Place};
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

/// Adds the values of the operation's header parameters. Returns all problems.
pub(crate) fn add_parameters(
    headers: &mut HeaderMap,
    operation: &Operation,
    values: &[Option<String>],
) -> Vec<Violation> {
    let mut violations = Vec::new();
    let parameters = operation.parameters.iter().zip(values).filter(|(parameter, _)| parameter.place == Place::Header);
    for (parameter, value) in parameters.filter_map(|(parameter, value)| Some((parameter, value.as_deref()?))) {
        let name = HeaderName::from_bytes(parameter.name.as_bytes());
        // White space around a value is not part of it, so the service would read another value.
        let value = HeaderValue::from_str(value).ok().filter(|_| value.trim() == value);
        match name.ok().zip(value) {
            Some((name, value)) => drop(headers.insert(name, value)),
            None => {
                let expected = "a string of visible characters on one line".to_owned();
                violations.push(Violation::new(parameter.name, expected, "another one".to_owned()));
            }
        }
    }
    violations
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
    use super::{add_parameters, checked};
    use crate::table::operation::{Operation, Parameter, Place};
    use http::HeaderMap;

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
    fn header_parameters_are_added_or_rejected() {
        static PARAMETERS: [Parameter; 2] = [
            Parameter { name: "X-Priority", place: Place::Header, ..Parameter::BARE },
            Parameter { name: "page", place: Place::Query, ..Parameter::BARE },
        ];
        let operation = Operation { parameters: &PARAMETERS, ..Operation::BARE };
        let values = |value: &str| [Some(value.to_owned()), Some("1".to_owned())];
        let mut headers = HeaderMap::new();
        assert_eq!(add_parameters(&mut headers, &operation, &values("e30=")), []);
        assert_eq!(headers.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["x-priority"]);
        assert_eq!(headers["x-priority"], "e30=");
        for value in ["a\r\nb: c", " a", "a\t", "\u{7f}"] {
            let problems = add_parameters(&mut HeaderMap::new(), &operation, &values(value));
            assert!(problems.len() == 1 && problems[0].to_string().starts_with("X-Priority: "), "{problems:?}");
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

//! Who may control the emulator.
//!
//! On a loopback address: every program of this machine, but no web page. A page of another site could send requests
//! from a browser on this machine, or give its own name the address 127.0.0.1 (DNS rebinding). On other addresses:
//! a client that has the token.

use super::reply::ControlError;
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use std::fmt;
use std::net::{IpAddr, SocketAddr};

/// The rule of an emulator.
pub(crate) enum Access {
    /// Programs of this machine.
    Local,
    /// Callers with this token.
    Token(String),
}

impl fmt::Debug for Access {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Local => "Local",
            Self::Token(_) => "Token(…)",
        })
    }
}

impl Access {
    /// Rejects a request that the rule does not allow.
    pub(super) fn check(
        &self,
        peer: Option<SocketAddr>,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<(), ControlError> {
        match self {
            Self::Token(token) => check_token(token, headers)?,
            Self::Local => check_local(peer, uri, headers)?,
        }
        if matches!(*method, Method::GET | Method::HEAD) { Ok(()) } else { check_site(headers) }
    }
}

impl Access {
    /// Rejects a request for a page of the site that the rule does not allow.
    ///
    /// A page has no data. It asks for the token and sends it with its own requests, so with a token it is open.
    pub(super) fn check_page(
        &self,
        peer: Option<SocketAddr>,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<(), ControlError> {
        match self {
            Self::Token(_) => Ok(()),
            Self::Local => check_local(peer, uri, headers),
        }
    }
}

fn check_token(token: &str, headers: &HeaderMap) -> Result<(), ControlError> {
    let value = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given =
        value.and_then(|value| value.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let hint = "send 'Authorization: Bearer TOKEN'; the emulator printed the token at its start";
    match given {
        Some((_, given)) if is_equal(given.trim().as_bytes(), token.as_bytes()) => Ok(()),
        Some(_) => Err(ControlError::new(StatusCode::FORBIDDEN, "the token is wrong", hint)),
        None => Err(ControlError::new(StatusCode::UNAUTHORIZED, "the token is missing", hint)),
    }
}

/// Compares in a time that does not depend on where the difference is.
fn is_equal(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
}

fn check_local(peer: Option<SocketAddr>, uri: &Uri, headers: &HeaderMap) -> Result<(), ControlError> {
    let forbidden = |message: &str, hint: &str| Err(ControlError::new(StatusCode::FORBIDDEN, message, hint));
    if peer.is_none_or(|peer| !peer.ip().to_canonical().is_loopback()) {
        return forbidden("only programs of this machine may control the emulator", "connect to 127.0.0.1");
    }
    // A target with a host takes precedence over the header.
    let host = match uri.authority() {
        Some(authority) => Some(authority.as_str()),
        None => headers.get(HOST).and_then(|value| value.to_str().ok()),
    };
    if host.is_some_and(is_loopback_name) {
        return Ok(());
    }
    forbidden(
        "the Host of the request is not a name of this machine",
        "use http://127.0.0.1:PORT or http://localhost:PORT",
    )
}

/// Rejects a request that a browser sends for a page of another site.
fn check_site(headers: &HeaderMap) -> Result<(), ControlError> {
    let site = headers.get("sec-fetch-site").map(|value| value.as_bytes());
    let is_own = match headers.get(ORIGIN).map(|value| value.to_str()) {
        None => true,
        Some(Ok(origin)) => origin.split_once("://").is_some_and(|(_, host)| is_own_origin(host, headers)),
        Some(Err(_)) => false,
    };
    if is_own && site.is_none_or(|site| matches!(site, b"same-origin" | b"none")) {
        return Ok(());
    }
    let message = "a web page of another site may not control the emulator";
    Err(ControlError::new(StatusCode::FORBIDDEN, message, "send the request from a program, without the header Origin"))
}

fn is_own_origin(host: &str, headers: &HeaderMap) -> bool {
    headers.get(HOST).and_then(|value| value.to_str().ok()).is_some_and(|own| own.eq_ignore_ascii_case(host))
}

/// Returns true for a loopback address or `localhost`, with or without a port.
fn is_loopback_name(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_loopback_name;

    #[test]
    fn names_of_this_machine() {
        for name in ["localhost", "LocalHost:80", "127.0.0.1", "127.0.0.1:8080", "127.1.2.3:1", "[::1]", "[::1]:80"] {
            assert!(is_loopback_name(name), "{name}");
        }
        for name in ["", "example.com", "localhost.example.com", "127.0.0.1.example.com:80", "10.0.0.1", "[::2]:1"] {
            assert!(!is_loopback_name(name), "{name}");
        }
    }
}

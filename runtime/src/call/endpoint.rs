//! The address of a service: scheme, host, port and perhaps a path prefix.

use crate::call::target;
use crate::error::{Error, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr};

/// A checked address. The target of a request is appended to [`origin`](Self::origin) without changes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Endpoint {
    origin: String,
    prefix: String,
}

impl Endpoint {
    /// Parses `https://host[:port][/prefix]`. Plain `http` is accepted for this machine only, because a signed request
    /// could be read and replayed on the network. User, password, query and fragment are errors.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        Self::parse_if(text, is_loopback)
    }

    /// Parses an endpoint, with plain `http` for any host.
    pub(crate) fn parse_http(text: &str) -> Result<Self, Error> {
        Self::parse_if(text, |_| true)
    }

    /// Parses an endpoint, with plain `http` also for the link-local address of the machine's metadata service.
    pub(crate) fn parse_near(text: &str) -> Result<Self, Error> {
        let is_link_local = |host: &str| host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_link_local());
        Self::parse_if(text, |host| is_loopback(host) || is_link_local(host))
    }

    fn parse_if(text: &str, may_be_plain: impl Fn(&str) -> bool) -> Result<Self, Error> {
        let fault = |fault: &str| {
            Err(Error::new(ErrorKind::Configuration, format!("endpoint: {fault}"))
                .with_hint("give scheme and host, e.g. https://dataflow.example.com"))
        };
        let Some((scheme, rest)) = text.trim().split_once("://") else {
            return fault("expected 'https://' and a host");
        };
        let (authority, prefix) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (host, port) = split_port(authority);
        if authority.contains('@') {
            return fault("user and password are not accepted");
        }
        if !is_host(host) {
            return fault("expected a host name or an address after '://'");
        }
        if port.is_some_and(|port| port.parse::<u16>().unwrap_or_default() == 0) {
            return fault("expected a port from 1 to 65535 after ':'");
        }
        let Some(prefix) = encoded(prefix.trim_end_matches('/')) else {
            return fault("expected a plain path without query, fragment, '.', '..' or empty parts");
        };
        match scheme.to_ascii_lowercase().as_str() {
            "https" => {}
            "http" if may_be_plain(host) => {}
            "http" => {
                return fault("plain http is accepted for this machine only (127.0.0.1, [::1], localhost)");
            }
            _ => return fault("expected the scheme https"),
        }
        let origin = format!("{}://{}", scheme, authority).to_ascii_lowercase();
        Ok(Self { origin, prefix })
    }

    /// Returns true for plain http, which is accepted for this machine only.
    pub(crate) fn is_plain(&self) -> bool {
        self.origin.starts_with("http://")
    }

    /// Returns true if the host is this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(self.host())
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// Host without the port.
    pub(crate) fn host(&self) -> &str {
        split_port(self.origin.split_once("://").map_or("", |(_, authority)| authority)).0
    }

    /// Path before every operation's path; starts with a slash unless empty.
    pub(crate) fn prefix(&self) -> &str {
        &self.prefix
    }
}

fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn is_host(host: &str) -> bool {
    let bracketed = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match bracketed {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => {
            let is_label = |label: &str| {
                (1..=63).contains(&label.len())
                    && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            };
            host.len() <= 253 && host.strip_suffix('.').unwrap_or(host).split('.').all(is_label)
        }
    }
}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || host == "[::1]"
}

/// Percent-encodes a path. Parts that are already encoded stay unchanged.
fn encoded(prefix: &str) -> Option<String> {
    let mut path = String::new();
    for segment in prefix.split('/').skip(1) {
        path.push('/');
        let mut rest = segment;
        while let Some((before, after)) = rest.split_once('%') {
            target::encode(&mut path, before);
            let digits = after.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
            path.push('%');
            path.push_str(digits);
            rest = after.get(2..)?;
        }
        target::encode(&mut path, rest);
        let is_plain =
            !segment.contains(|character: char| character.is_control() || matches!(character, '?' | '#' | '\\'));
        let decoded = segment.to_ascii_lowercase().replace("%2e", ".");
        if !is_plain || matches!(decoded.as_str(), "" | "." | "..") {
            return None;
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::Endpoint;

    fn check(text: &str, expected: Result<(&str, &str), &str>) {
        let found = Endpoint::parse(text);
        match expected {
            Ok((origin, prefix)) => {
                let endpoint = found.unwrap();
                assert_eq!((endpoint.origin(), endpoint.prefix()), (origin, prefix), "{text}");
            }
            Err(part) => {
                let message = found.unwrap_err().to_string();
                assert!(message.contains(part), "{text}: {message}");
            }
        }
    }

    #[test]
    fn accepts_https_and_loopback_http() {
        check("https://Example.com", Ok(("https://example.com", "")));
        check("https://example.com:8443/a/b/", Ok(("https://example.com:8443", "/a/b")));
        check("http://127.0.0.1:80", Ok(("http://127.0.0.1:80", "")));
        check("http://[::1]:8080/x", Ok(("http://[::1]:8080", "/x")));
        check("http://localhost", Ok(("http://localhost", "")));
    }

    #[test]
    fn rejects_everything_else() {
        check("http://example.com", Err("this machine only"));
        check("http://127.0.0.1.example.com", Err("this machine only"));
        check("http://localhost.example.com", Err("this machine only"));
        check("http://localhost@example.com", Err("user and password"));
        check("https://key:secret@example.com", Err("user and password"));
        check("ftp://example.com", Err("scheme https"));
        check("example.com", Err("'https://'"));
        check("https://", Err("host"));
        check("https:///api", Err("host"));
        check("https://example.com:99999", Err("port"));
        check("https://example.com?x=1", Err("host"));
        check("https://example.com/a?x=1", Err("plain path"));
        check("https://example.com/a#x", Err("plain path"));
        check("https://example.com/../a", Err("plain path"));
        check("https://example.com//a", Err("plain path"));
    }
}

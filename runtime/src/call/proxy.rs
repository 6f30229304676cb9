//! The proxy of https requests. It tunnels them (CONNECT), so it sees the host, but no path, header or body.

use crate::call::endpoint::Endpoint;
use crate::call::transport::TransportError;
use crate::environment::Environment;
use crate::error::{Error, ErrorKind};
use hyper_util::client::proxy::matcher::Matcher;
use std::error::Error as StdError;
use std::fmt;

/// Setting of the client.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) enum ProxySetting {
    /// `HTTPS_PROXY`, unless `NO_PROXY` names the host.
    #[default]
    Environment,
    /// This proxy, whatever the environment says.
    Url(ProxyUrl),
    /// None.
    Off,
}

/// A URL that may have a password.
#[derive(Clone, Default, Eq, PartialEq)]
pub(crate) struct ProxyUrl(String);

impl From<String> for ProxyUrl {
    fn from(url: String) -> Self {
        Self(url)
    }
}

impl ProxyUrl {
    /// The URL without user and password.
    fn masked(&self) -> String {
        let (scheme, rest) = self.0.split_once("://").unwrap_or(("http", &self.0));
        let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
        format!("{scheme}://{}", host.trim_end_matches('/'))
    }
}

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.masked())
    }
}

/// A proxy to use.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Proxy {
    url: ProxyUrl,
    /// The setter or the variable that names it.
    source: &'static str,
}

impl ProxySetting {
    /// Returns the proxy for an endpoint. Requests to plain http endpoints, which are on this machine or its network,
    /// use none, and neither do requests to this machine.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if the URL is no http or https URL with a host.
    pub(crate) fn proxy(&self, environment: &Environment, endpoint: &Endpoint) -> Result<Option<Proxy>, Error> {
        if endpoint.is_plain() || endpoint.is_loopback() {
            return Ok(None);
        }
        let variable = |names: [&'static str; 2]| {
            names.into_iter().find_map(|name| environment.variable(name).map(|value| (name, value)))
        };
        let (source, url, excluded) = match self {
            Self::Off => return Ok(None),
            Self::Url(url) => ("proxy", url.clone(), ""),
            Self::Environment => {
                let Some((name, url)) = variable(["https_proxy", "HTTPS_PROXY"]) else {
                    return Ok(None);
                };
                let excluded = variable(["no_proxy", "NO_PROXY"]).map_or("", |(_, hosts)| hosts);
                (name, ProxyUrl(url.to_owned()), excluded)
            }
        };
        let proxy = Proxy { url, source };
        proxy.check()?;
        let matcher = Matcher::builder().https(proxy.url()).no(excluded).build();
        let uri = endpoint.origin().parse::<http::Uri>().map_err(|_| proxy.unusable())?;
        Ok(matcher.intercept(&uri).is_some().then_some(proxy))
    }
}

impl Proxy {
    /// The complete URL, for the HTTP client only.
    pub(crate) fn url(&self) -> String {
        if self.url.0.contains("://") { self.url.0.clone() } else { format!("http://{}", self.url.0) }
    }

    fn check(&self) -> Result<(), Error> {
        let uri = self.url().parse::<http::Uri>().map_err(|_| self.unusable())?;
        let is_http = matches!(uri.scheme_str(), Some("http" | "https"));
        let is_bare = matches!(uri.path(), "" | "/") && uri.query().is_none();
        if is_http && is_bare && uri.host().is_some_and(|host| !host.is_empty()) {
            Ok(())
        } else {
            Err(self.unusable())
        }
    }

    /// Returns the error of a URL that is no proxy's.
    pub(crate) fn unusable(&self) -> Error {
        let message = format!("{}: '{}' is not the URL of a proxy", self.source, self.url.masked());
        Error::new(ErrorKind::Configuration, message).with_hint("give http://host:port or https://host:port")
    }

    /// Returns the error of a connection through this proxy.
    pub(crate) fn failure(&self, source: impl StdError + Send + Sync + 'static) -> TransportError {
        let message = format!("cannot connect through the proxy {} (from {})", self.url.masked(), self.source);
        TransportError::connect(message)
            .with_hint("check that the proxy runs and lets this host through; NO_PROXY=HOST goes past it")
            .with_source(source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxy(variables: &[(&str, &str)], endpoint: &str) -> Option<String> {
        let environment = variables.iter().fold(Environment::empty(), |all, (name, value)| all.with(*name, *value));
        let endpoint = Endpoint::parse(endpoint).unwrap();
        ProxySetting::Environment.proxy(&environment, &endpoint).unwrap().map(|proxy| proxy.url())
    }

    #[test]
    fn https_proxy_applies_to_remote_https_hosts() {
        let set = [("HTTPS_PROXY", "http://proxy:3128")];
        assert_eq!(proxy(&set, "https://a.example.com").as_deref(), Some("http://proxy:3128"));
        for direct in ["http://127.0.0.1:8080", "https://127.0.0.1:8443", "https://localhost", "https://[::1]:1"] {
            assert_eq!(proxy(&set, direct), None, "{direct}");
        }
        assert_eq!(proxy(&[("HTTP_PROXY", "http://proxy:3128")], "https://a.example.com"), None);
        assert_eq!(
            proxy(&[("https_proxy", "proxy:3128")], "https://a.example.com").as_deref(),
            Some("http://proxy:3128")
        );
    }

    #[test]
    fn a_setting_takes_precedence_over_the_environment() {
        let environment = Environment::empty().with("HTTPS_PROXY", "http://proxy:3128").with("NO_PROXY", "*");
        let endpoint = Endpoint::parse("https://a.example.com").unwrap();
        assert_eq!(ProxySetting::Off.proxy(&environment, &endpoint).unwrap(), None);
        let set = ProxySetting::Url("http://other:1".to_owned().into());
        assert_eq!(set.proxy(&environment, &endpoint).unwrap().unwrap().url(), "http://other:1");
    }

    #[test]
    fn no_proxy_excludes_hosts_and_their_subdomains() {
        let with =
            |excluded| proxy(&[("HTTPS_PROXY", "http://proxy:3128"), ("NO_PROXY", excluded)], "https://a.example.com");
        for excluded in ["a.example.com", "example.com", ".example.com", "x, example.com", "*"] {
            assert_eq!(with(excluded), None, "{excluded}");
        }
        for other in ["", "ample.com", "b.example.com", "10.0.0.0/8"] {
            assert!(with(other).is_some(), "{other}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        for url in
            ["http://user:hunter2@proxy:1", "user:hunter2@proxy:1", "socks5://user:hunter2@proxy", "http://u:hunter2@"]
        {
            let proxy = Proxy { url: url.to_owned().into(), source: "HTTPS_PROXY" };
            let shown = format!("{proxy:?} {:?} {}", proxy.unusable(), proxy.failure(std::io::Error::other("refused")));
            assert!(!shown.contains("hunter2"), "{shown}");
        }
    }

    #[test]
    fn other_urls_are_rejected() {
        let endpoint = Endpoint::parse("https://a.example.com").unwrap();
        for url in ["socks5://proxy:1", "http://", "http://proxy:1/path", "http://pro xy", "ftp://proxy"] {
            let setting = ProxySetting::Url(url.to_owned().into());
            let error = setting.proxy(&Environment::empty(), &endpoint).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{url}");
        }
    }
}

//! Checks of the network below HTTP.

use crate::setup::finding::{CONNECTION, Finding, NAMES};
use ncloud_dataflow::runtime::Environment;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

/// Time for each check.
const LIMIT: Duration = Duration::from_secs(10);

/// The address of an endpoint.
pub(super) struct Address {
    pub(super) is_tls: bool,
    host: String,
    port: u16,
    /// Variable with the proxy that connects instead.
    proxy: Option<&'static str>,
}

impl Address {
    /// Reads a valid endpoint.
    pub(super) fn of(endpoint: &str, environment: &Environment) -> Self {
        let (scheme, rest) = endpoint.split_once("://").unwrap_or(("https", endpoint));
        let is_tls = scheme.eq_ignore_ascii_case("https");
        let authority = rest.split('/').next().unwrap_or_default();
        let default = if is_tls { 443 } else { 80 };
        // An IPv6 address has colons, and is in brackets.
        let split = authority.rsplit_once(':').filter(|(_, port)| !port.contains(']'));
        let (host, port) = match split {
            Some((host, port)) => (host, port.parse().unwrap_or(default)),
            None => (authority, default),
        };
        let host = host.trim_matches(['[', ']']).to_owned();
        let is_local = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        let variables = ["https_proxy", "HTTPS_PROXY"].into_iter();
        let proxy = variables.filter(|_| is_tls && !is_local).find(|name| environment.variable(name).is_some());
        Self { is_tls, host, port, proxy }
    }

    /// Checks that the name of the host has an address.
    pub(super) async fn resolve(&self) -> Finding {
        if self.host.parse::<IpAddr>().is_ok() {
            return Finding::ok(NAMES, format!("{} is an address", self.host));
        }
        if let Some(proxy) = self.proxy {
            return Finding::skipped(NAMES, format!("the proxy of {proxy} resolves names"));
        }
        match self.addresses().await {
            Ok(addresses) => {
                let shown: Vec<String> = addresses.iter().map(|address| address.ip().to_string()).collect();
                Finding::ok(NAMES, format!("{} is {}", self.host, shown.join(", ")))
            }
            Err(error) => Finding::failed(
                NAMES,
                format!("{} has no address: {error}", self.host),
                "check the endpoint, and the name server and network of this machine",
            ),
        }
    }

    /// Checks that the port accepts connections.
    pub(super) async fn connect(&self) -> Finding {
        if let Some(proxy) = self.proxy {
            return Finding::skipped(CONNECTION, format!("the proxy of {proxy} connects"));
        }
        let connect = async {
            let addresses = self.addresses().await?;
            TcpStream::connect(addresses.as_slice()).await
        };
        match timeout(LIMIT, connect).await.unwrap_or_else(|_| Err(late())) {
            Ok(_) => Finding::ok(CONNECTION, format!("{}:{} accepts connections", self.host, self.port)),
            Err(error) => Finding::failed(
                CONNECTION,
                format!("cannot connect to {}:{}: {error}", self.host, self.port),
                "check the endpoint and firewalls; set HTTPS_PROXY if your network needs a proxy",
            ),
        }
    }

    async fn addresses(&self) -> io::Result<Vec<SocketAddr>> {
        let found =
            timeout(LIMIT, lookup_host((self.host.as_str(), self.port))).await.unwrap_or_else(|_| Err(late()))?;
        let addresses: Vec<SocketAddr> = found.collect();
        if addresses.is_empty() { Err(io::Error::other("no addresses")) } else { Ok(addresses) }
    }
}

fn late() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, format!("no response in {} s", LIMIT.as_secs()))
}

#[cfg(test)]
mod tests {
    use super::Address;
    use ncloud_dataflow::runtime::Environment;

    #[test]
    fn reads_endpoints() {
        let environment = Environment::empty().with("HTTPS_PROXY", "http://proxy:1");
        let read = |endpoint: &str| {
            let address = Address::of(endpoint, &environment);
            (address.is_tls, address.host, address.port, address.proxy.is_some())
        };
        assert_eq!(read("https://a.example"), (true, "a.example".to_owned(), 443, true));
        assert_eq!(read("https://a.example:8443/api"), (true, "a.example".to_owned(), 8443, true));
        assert_eq!(read("http://127.0.0.1:80"), (false, "127.0.0.1".to_owned(), 80, false));
        assert_eq!(read("http://[::1]:81/x:1"), (false, "::1".to_owned(), 81, false));
        assert_eq!(read("https://[::1]"), (true, "::1".to_owned(), 443, false));
    }
}

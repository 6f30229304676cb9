//! Builds a client that uses a proxy and trusts an additional root certificate.
//!
//! ```console
//! $ cargo run --example proxy_and_roots
//! $ cargo run --example proxy_and_roots -- http://proxy.example:3128 root.pem
//! ```
//!
//! Without arguments, the example sends nothing. With them, it lists jobs with your credentials.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::{Client, Credentials, Environment, Error};
use std::time::Duration;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let Some(proxy) = arguments.next() else {
        return Ok(without_a_proxy().await?);
    };
    let mut builder = Client::builder()
        // Takes precedence over HTTPS_PROXY and NO_PROXY. May have a user and a password.
        .proxy(proxy)
        .connect_timeout(Duration::from_secs(5))
        .attempt_timeout(Duration::from_secs(20))
        .user_agent("nightly-etl/1.0");
    if let Some(path) = arguments.next() {
        // PEM text with one or more certificates, e.g. of a proxy that decrypts TLS. The usual roots stay trusted.
        builder = builder.root_certificates(std::fs::read(path)?);
    }
    let client = builder.build().await?;
    println!("{} jobs", client.get_jobs().send().await?.list.len());
    Ok(())
}

/// Shows that `build` checks the settings and sends nothing.
async fn without_a_proxy() -> Result<(), Error> {
    let credentials = Credentials::new("access-key", "secret-key")?;
    let builder = || Client::builder().environment(Environment::empty()).credentials(credentials.clone());

    let client = builder().proxy("http://user:password@proxy.example:3128").build().await?;
    println!("built a client of {}", client.endpoint());

    // Uses no proxy, even if HTTPS_PROXY is set.
    builder().no_proxy().build().await?;

    for wrong in [builder().proxy("socks5://proxy.example"), builder().root_certificates("not a certificate")] {
        if let Err(error) = wrong.build().await {
            println!("{:?}: {error}; {}", error.kind(), error.hint().unwrap_or_default());
        }
    }
    Ok(())
}

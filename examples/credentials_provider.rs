//! Signs with temporary credentials from a source of your own, such as a vault.
//!
//! ```console
//! $ cargo run --example credentials_provider
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::{Client, Credentials, CredentialsProvider, Environment, ProviderError};
use ncloud_dataflow_emulator::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, Emulator};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

/// A vault that issues credentials with an expiry time.
#[derive(Debug, Default)]
struct Vault {
    issued: AtomicU32,
}

impl CredentialsProvider for Vault {
    async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
        // A real provider requests the keys and their expiry time here. Any error converts with `?`.
        let expiry = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(4_102_444_800)).ok_or("invalid time")?;
        self.issued.fetch_add(1, Ordering::Relaxed);
        Ok(Credentials::new(DEMO_ACCESS_KEY, DEMO_SECRET_KEY)?.with_expiry(expiry))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::start().await?;
    let vault = Arc::new(Vault::default());
    // A provider takes precedence over variables, files and roles.
    let builder = Client::builder().environment(Environment::empty()).endpoint(emulator.endpoint());
    let client = builder.credentials_provider(Arc::clone(&vault)).build().await?;

    for _ in 0..3 {
        let page = client.get_jobs().send().await?;
        println!("{} jobs", page.list.len());
    }
    // The client caches the credentials and asks again 15 minutes before they expire.
    println!("the vault issued credentials {} time(s)", vault.issued.load(Ordering::Relaxed));
    Ok(())
}

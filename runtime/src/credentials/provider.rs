//! Sources of keys of a program's own.

use super::Credentials;
use std::error::Error;
use std::fmt;
use std::pin::Pin;

/// What a [`CredentialsProvider`] is working on.
pub type Provided<'a> = Pin<Box<dyn Future<Output = Result<Credentials, Box<dyn Error + Send + Sync>>> + Send + 'a>>;

/// A source of keys, e.g. a vault or a service for temporary keys.
///
/// It is asked before the first call, and again before the keys [expire](Credentials::with_expiry): from 15 minutes
/// before on, while the old ones still serve if it fails, and from 5 minutes before on calls wait for it. Keys without
/// an expiry are asked for once. It is never asked twice at the same time, however many calls wait.
///
/// ```
/// use ncloud_runtime::{Credentials, CredentialsProvider, Provided};
/// use std::time::{Duration, SystemTime};
///
/// #[derive(Debug)]
/// struct Vault;
///
/// impl CredentialsProvider for Vault {
///     fn provide(&self) -> Provided<'_> {
///         Box::pin(async {
///             let keys = Credentials::new("ACCESS", "secret from the vault")?;
///             Ok(keys.with_expiry(SystemTime::now() + Duration::from_secs(3600)))
///         })
///     }
/// }
/// ```
pub trait CredentialsProvider: fmt::Debug + Send + Sync {
    /// Keys to sign with from now on.
    fn provide(&self) -> Provided<'_>;
}

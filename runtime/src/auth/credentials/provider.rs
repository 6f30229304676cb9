//! Sources of keys of a program's own.

use super::key_pair::Credentials;
use crate::environment::Environment;
use std::error::Error;
use std::fmt;
use std::pin::Pin;

/// What a [`CredentialsProvider`] is working on.
pub type CredentialsFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Credentials, Box<dyn Error + Send + Sync>>> + Send + 'a>>;

/// A source of keys, e.g. a vault or a service for temporary keys.
///
/// It is asked before the first call, and again in two cases. It is never asked twice at the same time, however many
/// calls wait.
///
/// - **Before the credentials [expire](Credentials::with_expiry)**, from 15 minutes before on. A call waits for it up to
///   5 seconds, and in the last 5 minutes up to half of its time. As long as the old credentials are valid they serve if
///   the provider fails or is late.
/// - **When the service refuses them** and the clock does not explain it. If the provider then gives other credentials,
///   the request is sent once more.
///
/// It need not look at the clock: credentials that have just been given are tried even if they seem to have expired,
/// because then this machine's clock may be wrong. A call waits no longer than its total timeout.
///
/// ```
/// use ncloud_runtime::{Credentials, CredentialsProvider, CredentialsFuture};
/// use std::time::{Duration, SystemTime};
///
/// #[derive(Debug)]
/// struct Vault;
///
/// impl CredentialsProvider for Vault {
///     fn provide_credentials(&self) -> CredentialsFuture<'_> {
///         Box::pin(async {
///             let keys = Credentials::new("ACCESS", "secret from the vault")?;
///             Ok(keys.with_expiry(SystemTime::now() + Duration::from_secs(3600)))
///         })
///     }
/// }
/// ```
pub trait CredentialsProvider: fmt::Debug + Send + Sync {
    /// Keys to sign with from now on.
    fn provide_credentials(&self) -> CredentialsFuture<'_>;
}

/// A section of the file of profiles. It is read again when the service refuses its credentials.
#[derive(Debug)]
pub(crate) struct ProfileFile {
    pub(crate) environment: Environment,
    pub(crate) name: String,
}

impl CredentialsProvider for ProfileFile {
    fn provide_credentials(&self) -> CredentialsFuture<'_> {
        Box::pin(async { Ok(Credentials::find(&self.environment, Some(&self.name))?) })
    }
}

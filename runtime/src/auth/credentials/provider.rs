//! Providers of credentials.

use super::key_pair::Credentials;
use crate::environment::Environment;
use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

/// Failure of a [`CredentialsProvider`]. Any error converts to it with `?`.
pub type ProviderError = Box<dyn Error + Send + Sync>;

/// A source of credentials, e.g. a vault or a service for temporary credentials.
///
/// The client calls it before the first request, and again in two cases. There is never more than one call of it at a
/// time; concurrent requests share its result.
///
/// - **15 minutes before the credentials [expire](Credentials::with_expiry).** A request waits up to 5 seconds for new
///   ones, and in the last 5 minutes up to half of its total timeout. While the old credentials are valid, they are
///   used if the provider fails or is late.
/// - **When the service rejects them** and a wrong clock does not explain it. If the provider then returns other
///   credentials, the request is sent once more.
///
/// A provider need not check the clock: new credentials are used even if they seem to have expired, because this
/// machine's clock may be wrong. A request waits no longer than its total timeout.
///
/// ```
/// use ncloud_runtime::{Credentials, CredentialsProvider, ProviderError};
/// use std::time::{Duration, SystemTime};
///
/// #[derive(Debug)]
/// struct Vault;
///
/// impl CredentialsProvider for Vault {
///     async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
///         let credentials = Credentials::new("ACCESS", "secret from the vault")?;
///         Ok(credentials.with_expiry(SystemTime::now() + Duration::from_secs(3600)))
///     }
/// }
/// ```
pub trait CredentialsProvider: fmt::Debug + Send + Sync {
    /// Returns the credentials to sign with from now on.
    ///
    /// # Errors
    ///
    /// Any error. It becomes the source of an error of the kind
    /// [`Credentials`](crate::ErrorKind::Credentials).
    fn provide_credentials(&self) -> impl Future<Output = Result<Credentials, ProviderError>> + Send;
}

impl<T: CredentialsProvider> CredentialsProvider for Arc<T> {
    fn provide_credentials(&self) -> impl Future<Output = Result<Credentials, ProviderError>> + Send {
        T::provide_credentials(self)
    }
}

/// The future of a provider of any type.
type Providing<'a> = Pin<Box<dyn Future<Output = Result<Credentials, ProviderError>> + Send + 'a>>;

/// A [`CredentialsProvider`] behind a pointer.
pub(crate) trait AnyProvider: fmt::Debug + Send + Sync {
    fn provide(&self) -> Providing<'_>;
}

impl<T: CredentialsProvider> AnyProvider for T {
    fn provide(&self) -> Providing<'_> {
        Box::pin(self.provide_credentials())
    }
}

/// A section of the credentials file. It is read again when the service rejects its credentials.
#[derive(Debug)]
pub(crate) struct ProfileFile {
    pub(crate) environment: Environment,
    pub(crate) name: String,
}

impl CredentialsProvider for ProfileFile {
    async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
        Ok(Credentials::find(&self.environment, Some(&self.name))?)
    }
}

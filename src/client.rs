//! The front page of the library: how a client is made. What it can call is generated.

use crate::operations::SERVICE;
use ncloud_runtime::operation::Operation;
use ncloud_runtime::{Credentials, Error, Request};

/// Client of Data Flow. Cheap to clone; clones share connections.
///
/// Each method is an operation of the API. Required values are arguments, optional ones are setters of the returned
/// request, and `.send().await` sends it.
#[derive(Clone, Debug)]
pub struct Client(ncloud_runtime::Client);

/// Builder of a [`Client`].
pub type ClientBuilder = ncloud_runtime::ClientBuilder<Client>;

impl Client {
    /// Builds a client with default settings. Credentials come from the environment, then from `~/.ncloud/configure`, then
    /// from the server's role.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials) if no credentials are found,
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if a setting in the environment is invalid.
    pub async fn from_env() -> Result<Self, Error> {
        Self::builder().build().await
    }

    /// Returns a builder, to change the settings of a client.
    #[must_use]
    #[inline]
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(&SERVICE).user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
    }

    /// The untyped client.
    #[inline]
    pub(crate) fn runtime(&self) -> &ncloud_runtime::Client {
        &self.0
    }

    /// Creates an untyped request, for tools that do not know the operation at compile time.
    #[inline]
    pub fn request(&self, operation: &'static Operation) -> Request {
        self.0.request(operation)
    }

    /// The endpoint that requests go to, without a trailing slash.
    #[must_use]
    #[inline]
    pub fn endpoint(&self) -> String {
        self.0.endpoint()
    }

    /// The credentials that sign the next request.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials) if they have expired, or if their provider fails.
    pub async fn credentials(&self) -> Result<Credentials, Error> {
        self.0.credentials().await
    }
}

impl From<ncloud_runtime::Client> for Client {
    #[inline]
    fn from(client: ncloud_runtime::Client) -> Self {
        Self(client)
    }
}

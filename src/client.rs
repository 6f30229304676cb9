//! The front page of the library: how a client is made. What it can call is generated.

use crate::operations::SERVICE;
use ncloud_runtime::operation::Operation;
use ncloud_runtime::{Credentials, Error, Request};

/// A client of Data Flow. Cheap to clone; clones share connections.
///
/// Its methods are the operations of the API. Required values are arguments, optional ones setters of the returned
/// request, and `.send().await` calls.
#[derive(Clone, Debug)]
pub struct Client(ncloud_runtime::Client);

/// Settings of a [`Client`].
pub type ClientBuilder = ncloud_runtime::ClientBuilder<Client>;

impl Client {
    /// A client with default settings and the credentials that are found: in the environment, else in
    /// `~/.ncloud/configure`, else those of the server's role.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials) if none are found,
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if a setting in the environment is not acceptable.
    pub async fn from_env() -> Result<Self, Error> {
        Self::builder().build().await
    }

    /// Settings to make a client from.
    #[must_use]
    #[inline]
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(&SERVICE).user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
    }

    /// The client of the engine.
    #[inline]
    pub(crate) fn runtime(&self) -> &ncloud_runtime::Client {
        &self.0
    }

    /// A request by the operations table, for tools that do not know the operation at compile time.
    #[inline]
    pub fn request(&self, operation: &'static Operation) -> Request {
        self.0.request(operation)
    }

    /// The address that requests go to, without a trailing slash.
    #[must_use]
    #[inline]
    pub fn endpoint(&self) -> String {
        self.0.endpoint()
    }

    /// The keys that the next request is signed with.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials) if they have expired, or if their source fails.
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

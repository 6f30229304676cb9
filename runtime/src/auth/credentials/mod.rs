//! Access key and secret key, and where they are found.

mod cache;
mod file;
mod key_pair;
mod profile;
mod provider;
mod role;

pub(crate) use cache::{CredentialsCache, Issued, silent_provider};
pub(crate) use key_pair::none_found;
pub use key_pair::{Credentials, Source};
pub(crate) use provider::AnyProvider;
pub(crate) use provider::ProfileFile;
pub use provider::{CredentialsProvider, ProviderError};
pub(crate) use role::ServerRole;

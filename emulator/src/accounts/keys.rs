//! The key pair of an account.

use crate::error::EmulatorError;
use crate::token;
use ncloud_runtime::sign::Secret;
use std::fmt;

/// A key pair that requests are signed with.
pub(crate) struct Keys {
    pub(crate) access_key: String,
    /// For signatures.
    pub(crate) secret: Secret,
    /// The text, for callers who may control the emulator. It is valid nowhere else.
    pub(crate) secret_key: String,
}

impl Keys {
    /// Leading and trailing white space is removed, as in the client.
    pub(crate) fn new(access_key: &str, secret_key: &str) -> Self {
        let secret_key = secret_key.trim().to_owned();
        Self { access_key: access_key.trim().to_owned(), secret: Secret::new(secret_key.clone()), secret_key }
    }

    /// Returns a pair that cannot be guessed.
    pub(crate) fn random() -> Result<Self, EmulatorError> {
        let access_key = format!("EMULATOR-{}", token::random()?.to_ascii_uppercase());
        Ok(Self::new(&access_key, &format!("emulator-{}", token::random()?)))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Keys").field("access_key", &self.access_key).finish_non_exhaustive()
    }
}

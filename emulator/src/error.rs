//! Errors of starting the emulator and of reading or writing its state.

use std::error::Error;
use std::fmt;

/// The emulator did not start, or its state could not be read or written.
///
/// `Display` says what failed, where, and what to do. [`Error::source`] has the cause.
#[derive(Debug)]
pub struct EmulatorError {
    message: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl EmulatorError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), source: None }
    }

    pub(crate) fn with_source(message: impl Into<String>, source: impl Error + Send + Sync + 'static) -> Self {
        Self { message: message.into(), source: Some(Box::new(source)) }
    }
}

impl fmt::Display for EmulatorError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl Error for EmulatorError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

//! Errors of starting the emulator and of reading or writing its state.

use crate::state::{ChangeError, ChangeErrorKind};
use std::error::Error;
use std::fmt;

/// The emulator did not start, or its state could not be read or written.
///
/// `Display` says what failed, where, and what to do. [`Error::source`] has the cause.
#[derive(Debug)]
pub struct EmulatorError {
    message: String,
    details: Vec<String>,
    is_input: bool,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl EmulatorError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), details: Vec::new(), is_input: false, source: None }
    }

    pub(crate) fn with_source(message: impl Into<String>, source: impl Error + Send + Sync + 'static) -> Self {
        Self { source: Some(Box::new(source)), ..Self::new(message) }
    }

    /// A file that cannot be used as it is.
    pub(crate) fn input(message: impl Into<String>) -> Self {
        Self { is_input: true, ..Self::new(message) }
    }

    /// A file with several problems.
    pub(crate) fn with_details(message: impl Into<String>, details: Vec<String>) -> Self {
        Self { details, ..Self::input(message) }
    }

    /// Marks an error of a given file.
    pub(crate) fn into_input(self) -> Self {
        Self { is_input: true, ..self }
    }

    /// Returns the summary, without the single problems.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the problems of a file if there are several, each with its place.
    #[must_use]
    pub fn details(&self) -> &[String] {
        &self.details
    }

    /// Returns true if a given file must be corrected or replaced; nothing was changed.
    #[must_use]
    pub fn is_input(&self) -> bool {
        self.is_input
    }
}

impl From<ChangeError> for EmulatorError {
    fn from(error: ChangeError) -> Self {
        let message = format!("{}; {}", error.message, error.hint);
        Self { details: error.details, is_input: error.kind == ChangeErrorKind::Invalid, ..Self::new(message) }
    }
}

impl fmt::Display for EmulatorError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        for (index, detail) in self.details.iter().enumerate() {
            let separator = if index == 0 { ": " } else { "; " };
            write!(formatter, "{separator}{detail}")?;
        }
        Ok(())
    }
}

impl Error for EmulatorError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

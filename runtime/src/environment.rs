//! The process environment as an argument: variables and the home folder.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// Source of environment variables and of the home folder.
///
/// ```
/// use ncloud_runtime::Environment;
///
/// let environment = Environment::empty().with("NCLOUD_ACCESS_KEY_ID", "EXAMPLE");
/// assert_eq!(environment.variable("NCLOUD_ACCESS_KEY_ID"), Some("EXAMPLE"));
/// ```
#[derive(Clone, Default)]
pub struct Environment {
    variables: BTreeMap<String, String>,
    home: Option<PathBuf>,
    /// True if the machine's metadata service is asked for a role.
    on_machine: bool,
}

impl Environment {
    /// Reads the environment of this process. Variables that are not UTF-8 are skipped.
    #[must_use]
    pub fn from_process() -> Self {
        let variables: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        Self { variables, home: std::env::home_dir(), on_machine: true }
    }

    /// Creates an environment without variables and home folder.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Adds or replaces a variable.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.variables.insert(name.into(), value.into());
        self
    }

    /// Sets the home folder.
    #[must_use]
    pub fn with_home(mut self, home: impl Into<PathBuf>) -> Self {
        self.home = Some(home.into());
        self
    }

    /// Value of a variable, trimmed; `None` if it is absent or blank.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// Returns the address of the metadata service: the variable `NCLOUD_METADATA_API_ENDPOINT`. Without it, the
    /// default address of servers, but only in the environment of a process.
    #[must_use]
    pub fn metadata(&self) -> Option<&str> {
        let usual = self.on_machine.then_some("http://169.254.169.254");
        self.variable("NCLOUD_METADATA_API_ENDPOINT").or(usual)
    }

    /// The user's home folder.
    #[must_use]
    pub fn home(&self) -> Option<&Path> {
        self.home.as_deref()
    }
}

impl fmt::Debug for Environment {
    /// Shows only names, because values may be secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Environment")
            .field("variables", &self.variables.keys())
            .field("home", &self.home)
            .finish()
    }
}

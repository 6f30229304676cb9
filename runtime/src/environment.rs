//! The process environment as an argument: variables and the home folder.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// Environment variables and home folder that settings are read from.
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
    /// Whether the machine is asked for the role of a server.
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

    /// An environment without variables and home folder.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Adds a variable.
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

    /// Address of the metadata service that knows the role of a server: the variable `NCLOUD_METADATA_API_ENDPOINT`,
    /// else, in the environment of a process, the address that servers have it on.
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
    /// Names only: values may be secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Environment")
            .field("variables", &self.variables.keys())
            .field("home", &self.home)
            .finish()
    }
}

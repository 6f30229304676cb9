//! Access key and secret key, and where they are found.

use crate::configure::{self, Profile};
use crate::environment::Environment;
use crate::error::{Error, ErrorKind};
use crate::sign::Secret;
use std::fmt;

/// An access key with its secret key.
///
/// The secret key cannot be read back, is shown by no `Debug`, and is wiped on drop.
#[derive(Clone)]
pub struct Credentials {
    access_key: String,
    secret: Secret,
    source: Source,
}

/// Where credentials were found.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Source {
    /// Given by the program.
    Explicit,
    /// Environment variables; the name is that of the access key.
    Environment(&'static str),
    /// A section of the file; the name is that of the section.
    Profile(String),
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Explicit => formatter.write_str("the program"),
            Self::Environment(name) => write!(formatter, "environment variable {name}"),
            Self::Profile(name) => write!(formatter, "profile {name} of {}", configure::PLACE),
        }
    }
}

impl Credentials {
    /// Credentials from their two texts. White space around them is cut off.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if one is empty or if the access key holds anything but visible ASCII, which a
    /// header cannot carry. Neither text is repeated in the error.
    pub fn new(
        access_key: impl Into<String>,
        secret_key: impl Into<String>,
    ) -> Result<Self, Error> {
        Self::from_source(access_key.into(), secret_key.into(), Source::Explicit)
    }

    fn from_source(access_key: String, secret_key: String, source: Source) -> Result<Self, Error> {
        let secret_key = zeroize::Zeroizing::new(secret_key);
        let (access_key, secret_key) = (access_key.trim(), secret_key.trim());
        let fault = if access_key.is_empty() {
            "the access key is empty"
        } else if !access_key.bytes().all(|byte| byte.is_ascii_graphic()) {
            "the access key holds a character that a header cannot carry"
        } else if secret_key.is_empty() {
            "the secret key is empty"
        } else {
            return Ok(Self {
                access_key: access_key.to_owned(),
                secret: Secret::new(secret_key.to_owned()),
                source,
            });
        };
        Err(
            Error::new(ErrorKind::Configuration, format!("{fault} (from {source})")).with_hint(
                "copy the keys again from the console: My Account, API authentication keys",
            ),
        )
    }

    /// The access key. It is sent in the clear and is not a secret, but logs had better not hold it.
    #[must_use]
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// Where they were found.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Looks for credentials: the named profile if there is one, else the environment, else the file.
    ///
    /// | Setting | Names |
    /// | --- | --- |
    /// | access key | `NCLOUD_ACCESS_KEY_ID`, then `NCLOUD_ACCESS_KEY` |
    /// | secret key | `NCLOUD_SECRET_ACCESS_KEY`, then `NCLOUD_SECRET_KEY` |
    /// | profile | `profile`, else `NCLOUD_PROFILE`, else `DEFAULT`: a section of `~/.ncloud/configure` |
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if none are found, only one of the two keys is, or the file cannot be read.
    pub fn find(environment: &Environment, profile: Option<&str>) -> Result<Self, Error> {
        if let Some(name) = profile {
            return Self::from_profile(environment, name)?.ok_or_else(|| no_profile(name));
        }
        if let Some(found) = Self::from_variables(environment)? {
            return Ok(found);
        }
        let named = environment.variable("NCLOUD_PROFILE");
        match (
            Self::from_profile(environment, named.unwrap_or(configure::DEFAULT))?,
            named,
        ) {
            (Some(found), _) => Ok(found),
            (None, Some(name)) => Err(no_profile(name)),
            (None, None) => Err(none_found()),
        }
    }

    fn from_variables(environment: &Environment) -> Result<Option<Self>, Error> {
        let first = |names: [&'static str; 2]| {
            names
                .into_iter()
                .find_map(|name| environment.variable(name).map(|value| (name, value)))
        };
        let access_key = first(["NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY"]);
        let secret_key = first(["NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY"]);
        match (access_key, secret_key) {
            (Some((name, access_key)), Some((_, secret_key))) => Self::from_source(
                access_key.to_owned(),
                secret_key.to_owned(),
                Source::Environment(name),
            )
            .map(Some),
            (Some((name, _)), None) => Err(half(name, "NCLOUD_SECRET_ACCESS_KEY")),
            (None, Some((name, _))) => Err(half(name, "NCLOUD_ACCESS_KEY_ID")),
            (None, None) => Ok(None),
        }
    }

    fn from_profile(environment: &Environment, name: &str) -> Result<Option<Self>, Error> {
        let Some(Profile {
            access_key,
            secret_key,
        }) = configure::read(environment, name)?
        else {
            return Ok(None);
        };
        match (access_key, secret_key) {
            (Some(access_key), Some(secret_key)) => {
                let source = Source::Profile(name.to_owned());
                Self::from_source(access_key, secret_key.as_str().to_owned(), source).map(Some)
            }
            (None, None) => Ok(None),
            _ => Err(Error::new(
                ErrorKind::Configuration,
                format!(
                    "profile '{name}' of {} holds only one of the two keys",
                    configure::PLACE
                ),
            )
            .with_hint("give it both ncloud_access_key_id and ncloud_secret_access_key")),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start: String = self.access_key.chars().take(4).collect();
        formatter
            .debug_struct("Credentials")
            .field("access_key", &format_args!("{start}…"))
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

fn half(found: &str, missing: &str) -> Error {
    Error::new(
        ErrorKind::Configuration,
        format!("{found} is set but its partner is not"),
    )
    .with_hint(format!(
        "set {missing} too; both keys must come from the same place"
    ))
}

fn no_profile(name: &str) -> Error {
    Error::new(ErrorKind::Configuration, format!("no keys for profile '{name}' in {}", configure::PLACE))
        .with_hint("add the section with ncloud_access_key_id and ncloud_secret_access_key, or name another profile")
}

fn none_found() -> Error {
    Error::new(ErrorKind::Configuration, "no credentials found").with_hint(format!(
        "set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, or write them to {}",
        configure::PLACE
    ))
}

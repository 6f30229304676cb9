//! An access key with its secret key, and where both were found.

use super::profile::{self, Profile};
use crate::auth::sign::Secret;
use crate::environment::Environment;
use crate::error::{Error, ErrorKind};
use crate::mask::{Fingerprint, Masks};
use std::fmt;
use std::process::Command;
use std::sync::Arc;
use std::time::SystemTime;

/// An access key with its secret key. Cheap to clone.
///
/// The secret key cannot be read back, is not shown by `Debug`, and is wiped when the last clone is dropped.
#[derive(Clone)]
pub struct Credentials(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    access_key: String,
    secret: Secret,
    /// Recognizes the secret in a response.
    fingerprint: Fingerprint,
    source: Source,
    expiry: Option<SystemTime>,
    /// True if other users of this machine can read the file with these credentials.
    exposed: bool,
    /// Remarks on how the file was read, such as removed quotes.
    notes: Vec<String>,
    /// `ncloud_api_url` of the same section, whose host shows the site.
    api_url: Option<String>,
}

/// Variables of the access key, in the order in which they are read.
const ACCESS_KEY_NAMES: [&str; 2] = ["NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY"];
/// Variables of the secret key, in the order in which they are read.
const SECRET_KEY_NAMES: [&str; 2] = ["NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY"];
/// Variable of the profile.
const PROFILE_NAME: &str = "NCLOUD_PROFILE";

/// Gets access key and secret key.
type Receive<'r> = &'r mut dyn FnMut(&str, &str);

/// Source of credentials.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Source {
    /// Set by the program.
    Explicit,
    /// Environment variables, with the name of the one that holds the access key.
    Environment(&'static str),
    /// A section of the credentials file, with its name.
    Profile(String),
    /// The role of the server that the program runs on, with its ID.
    ServerRole(String),
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Explicit => formatter.write_str("the program"),
            Self::Environment(name) => write!(formatter, "environment variable {name}"),
            Self::Profile(name) => write!(formatter, "profile {name} of {}", profile::PLACE),
            Self::ServerRole(id) => write!(formatter, "the server's role {id}"),
        }
    }
}

impl Credentials {
    /// Creates credentials from an access key and a secret key. Surrounding white space is removed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`] if one is empty, or if the access key has characters other than visible ASCII, which
    /// a header cannot carry. The error shows neither key.
    pub fn new(access_key: impl Into<String>, secret_key: impl Into<String>) -> Result<Self, Error> {
        Self::from_source(access_key.into(), secret_key.into(), Source::Explicit)
    }

    pub(super) fn from_source(access_key: String, secret_key: String, source: Source) -> Result<Self, Error> {
        let secret_key = zeroize::Zeroizing::new(secret_key);
        let (access_key, secret_key) = (access_key.trim(), secret_key.trim());
        let fault = if access_key.is_empty() {
            "the access key is empty"
        } else if !access_key.bytes().all(|byte| byte.is_ascii_graphic()) {
            "the access key has a character that a header cannot carry"
        } else if secret_key.is_empty() {
            "the secret key is empty"
        } else {
            return Ok(Self(Arc::new(Inner {
                access_key: access_key.to_owned(),
                fingerprint: Fingerprint::of(secret_key),
                secret: Secret::new(secret_key.to_owned()),
                source,
                expiry: None,
                exposed: false,
                notes: Vec::new(),
                api_url: None,
            })));
        };
        Err(missing(format!("{fault} (from {source})"))
            .with_hint("copy both keys again from the console: My Account, API authentication keys"))
    }

    /// Sets the expiry time of temporary credentials. Without one, credentials do not expire.
    #[must_use]
    pub fn with_expiry(mut self, expiry: SystemTime) -> Self {
        Arc::make_mut(&mut self.0).expiry = Some(expiry);
        self
    }

    /// The access key. It is sent in clear text and is not a secret, but keep it out of logs.
    #[must_use]
    pub fn access_key(&self) -> &str {
        &self.0.access_key
    }

    /// Source of these credentials.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.0.source
    }

    /// Expiry time; `None` if they do not expire.
    #[must_use]
    pub fn expiry(&self) -> Option<SystemTime> {
        self.0.expiry
    }

    /// Returns true if other users of this machine can read the credentials file. Warn your users if so.
    #[must_use]
    pub fn is_exposed(&self) -> bool {
        self.0.exposed
    }

    /// Remarks on how the credentials file was read, such as removed quotes. Show them to your users.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.0.notes.iter().map(String::as_str)
    }

    /// Returns the key that AWS Signature Version 4 derives for one day: HMAC-SHA256 of the date, e.g. `20261124`, keyed
    /// with `AWS4` and the secret key.
    ///
    /// Object Storage takes these signatures. With this key a program signs requests to it without knowing the secret
    /// key. Treat the key as a secret: for that day it signs any request.
    ///
    /// ```
    /// use ncloud_runtime::Credentials;
    ///
    /// // The example in the documentation of AWS.
    /// let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")?;
    /// let hex: String = credentials.aws4_date_key("20150830").iter().map(|byte| format!("{byte:02x}")).collect();
    /// assert_eq!(hex, "0138c7a6cbd60aa727b2f653a522567439dfb9f3e72b21f9b25941a42f04a7cd");
    /// # Ok::<(), ncloud_runtime::Error>(())
    /// ```
    #[must_use]
    pub fn aws4_date_key(&self, date: &str) -> [u8; 32] {
        self.secret().aws4_date_key(date)
    }

    pub(crate) fn api_url(&self) -> Option<&str> {
        self.0.api_url.as_deref()
    }

    /// Returns true if both keys are the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.access_key() == other.access_key() && self.secret().is_same(other.secret())
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.0.secret
    }

    /// Returns the values to mask in the response to a request with this signature.
    pub(crate) fn masks(&self, signature: String) -> Masks {
        Masks::new(&self.0.access_key, self.0.fingerprint, signature)
    }

    /// Finds credentials: in the named profile if one is given, then in the environment, then in the credentials file.
    /// The role of a server comes last. It needs a request, so only
    /// [`ClientBuilder::build`](crate::ClientBuilder::build) asks for it.
    ///
    /// | Setting | Names |
    /// | --- | --- |
    /// | access key | `NCLOUD_ACCESS_KEY_ID`, then `NCLOUD_ACCESS_KEY` |
    /// | secret key | `NCLOUD_SECRET_ACCESS_KEY`, then `NCLOUD_SECRET_KEY` |
    /// | profile, a section of `~/.ncloud/configure` | `profile`, then `NCLOUD_PROFILE`, then `DEFAULT` |
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`] if no credentials or only one of the two keys is found, or if the file cannot be
    /// read.
    pub fn find(environment: &Environment, profile: Option<&str>) -> Result<Self, Error> {
        Self::look(environment, profile)?.ok_or_else(none_found)
    }

    /// Finds credentials like [`find`](Self::find), and passes them to a program: sets the variables of both keys, under
    /// both of their names. Removes `NCLOUD_PROFILE`, because some tools prefer it to the keys. The program does not
    /// start.
    ///
    /// `Debug` of a [`Command`] shows the variables. Do not log it.
    ///
    /// ```
    /// use ncloud_runtime::{Credentials, Environment};
    /// use std::process::Command;
    ///
    /// let environment = Environment::empty().with("NCLOUD_ACCESS_KEY", "EXAMPLE").with("NCLOUD_SECRET_KEY", "example");
    /// let mut program = Command::new("terraform");
    /// Credentials::find_for(&environment, None, &mut program)?;
    /// assert!(program.get_envs().any(|(name, _)| name == "NCLOUD_ACCESS_KEY_ID"));
    /// # Ok::<(), ncloud_runtime::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The errors of [`find`](Self::find). The command is then unchanged.
    pub fn find_for(environment: &Environment, profile: Option<&str>, program: &mut Command) -> Result<Self, Error> {
        let found = Self::look_and(environment, profile, &mut |access_key, secret_key| {
            for name in ACCESS_KEY_NAMES {
                program.env(name, access_key);
            }
            for name in SECRET_KEY_NAMES {
                program.env(name, secret_key);
            }
            program.env_remove(PROFILE_NAME);
        });
        found?.ok_or_else(none_found)
    }

    /// Like [`find`](Self::find), but `None` if no credentials are configured. A profile that is given by name must
    /// exist.
    pub(crate) fn look(environment: &Environment, profile: Option<&str>) -> Result<Option<Self>, Error> {
        Self::look_and(environment, profile, &mut |_, _| {})
    }

    /// Like [`look`](Self::look). `receive` gets both keys, which cannot be read back later.
    fn look_and(environment: &Environment, profile: Option<&str>, receive: Receive<'_>) -> Result<Option<Self>, Error> {
        if let Some(name) = profile {
            return Self::from_profile(environment, name, receive)?.ok_or_else(|| no_profile(name)).map(Some);
        }
        if let Some(found) = Self::from_variables(environment, receive)? {
            return Ok(Some(found));
        }
        match environment.variable(PROFILE_NAME) {
            Some(name) => Self::from_profile(environment, name, receive)?.ok_or_else(|| no_profile(name)).map(Some),
            None => Self::from_profile(environment, profile::DEFAULT, receive),
        }
    }

    fn from_variables(environment: &Environment, receive: Receive<'_>) -> Result<Option<Self>, Error> {
        let first = |names: [&'static str; 2]| {
            names.into_iter().find_map(|name| environment.variable(name).map(|value| (name, value)))
        };
        let access_key = first(ACCESS_KEY_NAMES);
        let secret_key = first(SECRET_KEY_NAMES);
        match (access_key, secret_key) {
            (Some((name, access_key)), Some((secret_name, secret_key))) => {
                let [(access_key, quoted), (secret_key, secret_quoted)] =
                    [access_key, secret_key].map(profile::unquoted);
                let source = Source::Environment(name);
                let mut found = Self::from_source(access_key.to_owned(), secret_key.to_owned(), source)?;
                receive(access_key.trim(), secret_key.trim());
                let quoted = [(name, quoted), (secret_name, secret_quoted)].into_iter().filter(|(_, quoted)| *quoted);
                Arc::make_mut(&mut found.0).notes =
                    quoted.map(|(name, _)| format!("the quotes around {name} are not part of the value")).collect();
                Ok(Some(found))
            }
            (Some((name, _)), None) => Err(half(name, "NCLOUD_SECRET_ACCESS_KEY")),
            (None, Some((name, _))) => Err(half(name, "NCLOUD_ACCESS_KEY_ID")),
            (None, None) => Ok(None),
        }
    }

    fn from_profile(environment: &Environment, name: &str, receive: Receive<'_>) -> Result<Option<Self>, Error> {
        let Some(profile) = profile::read(environment, name)? else {
            return Ok(None);
        };
        let Profile { access_key, secret_key, api_url, exposed, notes } = profile;
        match (access_key, secret_key) {
            (Some(access_key), Some(secret_key)) => {
                let source = Source::Profile(name.to_owned());
                let mut found = Self::from_source(access_key, secret_key.as_str().to_owned(), source)?;
                receive(found.access_key(), secret_key.trim());
                let inner = Arc::make_mut(&mut found.0);
                (inner.exposed, inner.notes, inner.api_url) = (exposed, notes, api_url);
                Ok(Some(found))
            }
            (None, None) => Ok(None),
            _ => Err(missing(format!("profile '{name}' of {} holds only one of the two keys", profile::PLACE))
                .with_hint("give it both ncloud_access_key_id and ncloud_secret_access_key")),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start: String = self.access_key().chars().take(4).collect();
        formatter
            .debug_struct("Credentials")
            .field("access_key", &format_args!("{start}…"))
            .field("source", self.source())
            .field("expiry", &self.expiry())
            .finish_non_exhaustive()
    }
}

pub(super) fn missing(message: String) -> Error {
    Error::new(ErrorKind::Credentials, message)
}

fn half(found: &str, absent: &str) -> Error {
    missing(format!("{found} is set, but the other key is not"))
        .with_hint(format!("set {absent} too; both keys must come from the same source"))
}

fn no_profile(name: &str) -> Error {
    missing(format!("no credentials for profile '{name}' in {}", profile::PLACE))
        .with_hint("add the section with ncloud_access_key_id and ncloud_secret_access_key, or name another profile")
}

/// Returns the error if no source has credentials.
pub(crate) fn none_found() -> Error {
    missing("no credentials found".to_owned()).with_hint(format!(
        "set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, write them to {}, or run on a server with a role",
        profile::PLACE
    ))
}

//! The file `~/.ncloud/configure` that all ncloud tools share.
//!
//! Lines `key = value`, optionally under sections `[name]`; keys before any section count as `DEFAULT`. Keys that
//! belong to others are ignored, so that every tool's file can be read. The file is never written.

use crate::environment::Environment;
use crate::error::{Error, ErrorKind};
use std::fs::Metadata;
use std::io::ErrorKind as IoErrorKind;
use zeroize::Zeroizing;

/// The section that is read when none is named.
pub(super) const DEFAULT: &str = "DEFAULT";
/// The file as messages call it.
pub(super) const PLACE: &str = "~/.ncloud/configure";
/// No file of settings is longer; more is a mistake (a device, a log).
const SIZE_LIMIT: u64 = 1024 * 1024;

/// The keys of one section.
#[derive(Default)]
pub(super) struct Profile {
    pub(super) access_key: Option<String>,
    pub(super) secret_key: Option<Zeroizing<String>>,
    /// Whether others can read the file.
    pub(super) exposed: bool,
}

/// The section with this name; none if there is no home folder, no file or no such section.
pub(super) fn read(environment: &Environment, name: &str) -> Result<Option<Profile>, Error> {
    let Some(path) = environment.home().map(|home| home.join(".ncloud").join("configure")) else {
        return Ok(None);
    };
    let fault = |message: String| {
        Error::new(ErrorKind::Credentials, format!("cannot read {}: {message}", path.display()))
            .with_hint("repair the file or its permissions, or set the keys in the environment")
    };
    let metadata = match std::fs::metadata(&path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == IoErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fault(error.to_string())),
    };
    if metadata.len() > SIZE_LIMIT {
        let size = metadata.len();
        return Err(fault(format!("expected at most {SIZE_LIMIT} bytes but found {size}")));
    }
    let text = Zeroizing::new(std::fs::read_to_string(&path).map_err(|error| fault(error.to_string()))?);
    let exposed = is_exposed(&metadata);
    Ok(section(&text, name).map(|profile| Profile { exposed, ..profile }))
}

#[cfg(unix)]
fn is_exposed(metadata: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o077 != 0
}

/// Elsewhere a home folder is its owner's, and permissions are not plain bits.
#[cfg(not(unix))]
fn is_exposed(_metadata: &Metadata) -> bool {
    false
}

fn section(text: &str, name: &str) -> Option<Profile> {
    let mut profile = Profile::default();
    let mut here = name == DEFAULT;
    let mut seen = false;
    for line in text.trim_start_matches('\u{feff}').lines().map(str::trim) {
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(title) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            here = title.trim() == name;
            seen |= here;
        } else if let (true, Some((key, value))) = (here, line.split_once('=')) {
            seen = true;
            match (key.trim(), value.trim()) {
                (_, "") => {}
                ("ncloud_access_key_id", value) => profile.access_key = Some(value.to_owned()),
                ("ncloud_secret_access_key", value) => profile.secret_key = Some(Zeroizing::new(value.to_owned())),
                _ => {}
            }
        }
    }
    seen.then_some(profile)
}

#[cfg(test)]
mod tests {
    use super::section;

    fn keys(text: &str, name: &str) -> Option<(Option<String>, Option<String>)> {
        section(text, name).map(|profile| (profile.access_key, profile.secret_key.map(|key| key.to_string())))
    }

    fn pair(access_key: &str, secret_key: &str) -> Option<(Option<String>, Option<String>)> {
        Some((Some(access_key.to_owned()), Some(secret_key.to_owned())))
    }

    #[test]
    fn reads_a_file_without_sections_as_default() {
        let text = "\u{feff}ncloud_access_key_id = A\r\nncloud_secret_access_key=S=1==\r\nncloud_api_url = x\r\n";
        assert_eq!(keys(text, "DEFAULT"), pair("A", "S=1=="));
        assert_eq!(keys(text, "other"), None);
    }

    #[test]
    fn keeps_sections_apart() {
        let text = "# c\n[DEFAULT]\nncloud_access_key_id=A\nncloud_secret_access_key=S\n\n; c\n[ two ]\n\
                    ncloud_access_key_id=B\nncloud_secret_access_key=T\n";
        assert_eq!(keys(text, "DEFAULT"), pair("A", "S"));
        assert_eq!(keys(text, "two"), pair("B", "T"));
    }

    #[test]
    fn an_empty_value_is_no_value() {
        assert_eq!(keys("ncloud_access_key_id =\n", "DEFAULT"), Some((None, None)));
    }
}

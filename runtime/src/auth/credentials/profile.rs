//! The file `~/.ncloud/configure` that all NAVER Cloud tools share.
//!
//! It has lines `key = value`, optionally in sections `[name]`; keys before any section belong to `DEFAULT`. Unknown
//! keys are ignored, and only the values that are used must be UTF-8, so that files of other tools can be read. The
//! file is never written.

use super::file;
use crate::environment::Environment;
use crate::error::{Error, ErrorKind};
use zeroize::Zeroizing;

/// Default section.
pub(super) const DEFAULT: &str = "DEFAULT";
/// Name of the file in messages.
pub(super) const PLACE: &str = "~/.ncloud/configure";
const ACCESS_KEY: &str = "ncloud_access_key_id";
const SECRET_KEY: &str = "ncloud_secret_access_key";
const API_URL: &str = "ncloud_api_url";

/// Contents of one section.
#[derive(Default)]
pub(super) struct Profile {
    pub(super) access_key: Option<String>,
    pub(super) secret_key: Option<Zeroizing<String>>,
    /// Gateway of other services, whose host shows the site.
    pub(super) api_url: Option<String>,
    /// True if other users can read the file.
    pub(super) exposed: bool,
    /// Remarks on how the file was read, such as removed quotes.
    pub(super) notes: Vec<String>,
}

/// Reads the section with this name. Returns `None` if there is no home folder, no file or no such section.
pub(super) fn read(environment: &Environment, name: &str) -> Result<Option<Profile>, Error> {
    let Some(path) = environment.home().map(|home| home.join(".ncloud").join("configure")) else {
        return Ok(None);
    };
    let fault = |message: String| {
        Error::new(ErrorKind::Credentials, format!("cannot read {}: {message}", path.display()))
            .with_hint("repair the file or its permissions, or set the credentials in the environment")
    };
    let Some(contents) = file::read(&path).map_err(fault)? else {
        return Ok(None);
    };
    let profile = section(&contents.bytes, name).map_err(fault)?;
    Ok(profile.map(|profile| Profile { exposed: contents.is_exposed, ..profile }))
}

/// Finds a section. Returns `None` if the file has neither the section nor one with a similar name.
fn section(bytes: &[u8], name: &str) -> Result<Option<Profile>, String> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err("expected UTF-8 but found UTF-16; save the file as UTF-8".to_owned());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut profile = Profile::default();
    let (mut here, mut seen, mut near) = (name == DEFAULT, false, None);
    for (index, line) in bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).enumerate() {
        if line.is_empty() || line.starts_with(b"#") || line.starts_with(b";") {
            continue;
        }
        if let Some(title) = line.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]")) {
            let title = String::from_utf8_lossy(title.trim_ascii()).into_owned();
            here = title == name;
            seen |= here;
            near =
                near.or_else(|| is_near(&title, name).then(|| format!("found section [{title}], expected [{name}]")));
        } else if here {
            let line_near = profile.take(line, index + 1)?;
            seen |= line.contains(&b'=');
            near = near.or(line_near);
        }
    }
    let is_whole = profile.access_key.is_some() && profile.secret_key.is_some();
    match near {
        Some(near) if !is_whole => Err(near),
        _ => Ok(seen.then_some(profile)),
    }
}

/// Returns true if a section's name differs only in case or has the AWS CLI's prefix `profile`.
fn is_near(title: &str, name: &str) -> bool {
    let bare = title.strip_prefix("profile ").unwrap_or(title).trim().trim_matches(['"', '\'']);
    title != name && bare.eq_ignore_ascii_case(name)
}

impl Profile {
    /// Reads a line. Returns a remark if its key is unknown but similar to a known one.
    fn take(&mut self, line: &[u8], number: usize) -> Result<Option<String>, String> {
        let Some(end) = line.iter().position(|byte| matches!(byte, b'=' | b':')) else {
            return Ok(None);
        };
        let (key, value) = line.split_at(end);
        let key = String::from_utf8_lossy(key.trim_ascii());
        let wanted = [ACCESS_KEY, SECRET_KEY, API_URL].into_iter().find(|wanted| *wanted == key);
        let Some(wanted) = wanted.filter(|_| value.starts_with(b"=")) else {
            return Ok(near_key(&key).map(|near| {
                format!("line {number}: expected '{near} = …' but found '{}'", crate::safe_text::clean(&key, 60))
            }));
        };
        let value = value.get(1..).unwrap_or_default().trim_ascii();
        let value =
            std::str::from_utf8(value).map_err(|_| format!("line {number}: the value of {wanted} is not UTF-8"))?;
        let (value, is_quoted) = unquoted(value);
        if value.is_empty() {
            return Ok(None);
        }
        if is_quoted {
            self.notes.push(format!("line {number} of {PLACE}: the quotes around {wanted} are not part of the value"));
        }
        match wanted {
            ACCESS_KEY => self.access_key = Some(value.to_owned()),
            SECRET_KEY => self.secret_key = Some(Zeroizing::new(value.to_owned())),
            _ => self.api_url = Some(value.to_owned()),
        }
        Ok(None)
    }
}

/// Returns the known key that a similar spelling probably means.
fn near_key(key: &str) -> Option<&'static str> {
    let key = key.to_ascii_lowercase().replace('-', "_");
    let bare = key.trim_start_matches("export ").trim_start_matches("ncloud_").trim_start_matches("aws_");
    match bare.trim() {
        "access_key_id" | "access_key" | "accesskey" | "accesskeyid" => Some(ACCESS_KEY),
        "secret_access_key" | "secret_key" | "secretkey" | "secretaccesskey" => Some(SECRET_KEY),
        _ => None,
    }
}

/// Removes the quotes around a value, and returns true if it had any.
pub(super) fn unquoted(value: &str) -> (&str, bool) {
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return (inner.trim(), true);
        }
    }
    (value, false)
}

#[cfg(test)]
mod tests {
    use super::section;

    type Keys = Option<(Option<String>, Option<String>)>;

    fn keys(text: impl AsRef<[u8]>, name: &str) -> Result<Keys, String> {
        let profile = section(text.as_ref(), name)?;
        Ok(profile.map(|profile| (profile.access_key, profile.secret_key.map(|key| key.to_string()))))
    }

    fn pair(access_key: &str, secret_key: &str) -> Result<Keys, String> {
        Ok(Some((Some(access_key.to_owned()), Some(secret_key.to_owned()))))
    }

    #[test]
    fn reads_a_file_without_sections_as_default() {
        let text = "\u{feff}ncloud_access_key_id = A\r\nncloud_secret_access_key=S=1==\r\nncloud_api_url = x\r\n";
        assert_eq!(keys(text, "DEFAULT"), pair("A", "S=1=="));
        assert_eq!(keys(text, "other"), Ok(None));
    }

    #[test]
    fn sections_are_separate() {
        let text = "# c\n[DEFAULT]\nncloud_access_key_id=A\nncloud_secret_access_key=S\n\n; c\n[ two ]\n\
                    ncloud_access_key_id=B\nncloud_secret_access_key=T\n";
        assert_eq!(keys(text, "DEFAULT"), pair("A", "S"));
        assert_eq!(keys(text, "two"), pair("B", "T"));
    }

    #[test]
    fn an_empty_value_counts_as_absent() {
        assert_eq!(keys("ncloud_access_key_id =\n", "DEFAULT"), Ok(Some((None, None))));
        assert_eq!(keys("ncloud_access_key_id = \"\"\n", "DEFAULT"), Ok(Some((None, None))));
    }

    #[test]
    fn only_used_values_must_be_utf_8() {
        // A comment and another tool's value in CP949.
        let text = b"# \xb0\xa1\xb3\xaa\nother = \xb0\xa1\nncloud_access_key_id=A\nncloud_secret_access_key=S\n";
        assert_eq!(keys(text, "DEFAULT"), pair("A", "S"));
        let fault = keys(b"ncloud_access_key_id=A\nncloud_secret_access_key=\xb0\xa1\n", "DEFAULT").unwrap_err();
        assert_eq!(fault, "line 2: the value of ncloud_secret_access_key is not UTF-8");
        assert!(keys(b"\xff\xfen\0c\0", "DEFAULT").unwrap_err().contains("UTF-16"));
    }

    #[test]
    fn matching_quotes_are_removed_with_a_note() {
        let text = "ncloud_access_key_id = \"A\"\nncloud_secret_access_key = 'S'\n";
        assert_eq!(keys(text, "DEFAULT"), pair("A", "S"));
        let notes = section(text.as_bytes(), "DEFAULT").unwrap().unwrap().notes;
        assert_eq!(notes.len(), 2);
        assert!(notes[1].starts_with("line 2 of") && !notes[1].contains("'S'"), "{notes:?}");
        let single = "ncloud_access_key_id = A\"\nncloud_secret_access_key = 'S\"\n";
        assert_eq!(keys(single, "DEFAULT"), pair("A\"", "'S\""));
    }

    #[test]
    fn near_misses_are_named() {
        let of = |text: &str, name: &str| keys(text, name).unwrap_err();
        let default = "[default]\nncloud_access_key_id = A\nncloud_secret_access_key = S\n";
        assert_eq!(of(default, "DEFAULT"), "found section [default], expected [DEFAULT]");
        assert_eq!(of("[profile two]\n", "two"), "found section [profile two], expected [two]");
        let short = "ncloud_access_key = A\nncloud_secret_key = S\n";
        assert_eq!(of(short, "DEFAULT"), "line 1: expected 'ncloud_access_key_id = …' but found 'ncloud_access_key'");
        let colon = "ncloud_access_key_id: A\nncloud_secret_access_key: S\n";
        assert!(of(colon, "DEFAULT").starts_with("line 1: expected 'ncloud_access_key_id = …'"));
        // A complete section needs no remark.
        let both = "[DEFAULT]\nncloud_access_key_id=A\nncloud_secret_access_key=S\naccess_key=X\n[default]\n";
        assert_eq!(keys(both, "DEFAULT"), pair("A", "S"));
    }
}

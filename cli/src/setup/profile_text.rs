//! Changes one profile in the text of the credentials file. Every other byte stays as it is: other tools share the file.

pub(super) use crate::setup::profile_lines::DEFAULT;
use crate::setup::profile_lines::{self, Kind, Line};
use std::ops::Range;

/// Key of the access key in the file.
const ACCESS_KEY: &str = "ncloud_access_key_id";
/// Key of the secret key in the file.
const SECRET_KEY: &str = "ncloud_secret_access_key";

/// New values of a profile. `None` keeps a value.
pub(super) struct NewKeys<'k> {
    pub(super) access_key: Option<&'k str>,
    pub(super) secret_key: Option<&'k str>,
}

/// Returns the text with the keys of a profile set.
///
/// # Errors
///
/// A description of the problem, if the text is not understood well enough to change it.
pub(super) fn set(text: &[u8], profile: &str, new: &NewKeys<'_>) -> Result<Vec<u8>, String> {
    let file = Parsed::read(text)?;
    file.check(profile)?;
    let keys = [(ACCESS_KEY, new.access_key), (SECRET_KEY, new.secret_key)];
    let mut edits: Vec<(Range<usize>, Vec<u8>)> = Vec::new();
    let mut missing = Vec::new();
    for (key, value) in keys.into_iter().filter_map(|(key, value)| Some((key, value?))) {
        match file.entry(profile, key)? {
            Some(range) => edits.push((range, value.as_bytes().to_vec())),
            None => missing.push(format!("{key} = {value}")),
        }
    }
    if !missing.is_empty() {
        edits.push(file.insertion(profile, &missing));
    }
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut changed = text.to_vec();
    for (range, value) in edits {
        changed.splice(range, value);
    }
    Ok(changed)
}

/// Returns the profile whose keys a tool uses that ignores sections: the last one with an access key.
pub(super) fn last_profile(text: &[u8]) -> Option<String> {
    let file = Parsed::read(text).ok()?;
    let last = file.lines.iter().rev().find(|line| matches!(&line.kind, Kind::Entry { key, .. } if key == ACCESS_KEY));
    last.map(|line| line.section.clone())
}

/// The lines of a file.
struct Parsed<'t> {
    text: &'t [u8],
    lines: Vec<Line>,
}

impl<'t> Parsed<'t> {
    fn read(text: &'t [u8]) -> Result<Self, String> {
        Ok(Self { text, lines: profile_lines::read(text)? })
    }

    /// Rejects sections that leave open which one is meant.
    fn check(&self, profile: &str) -> Result<(), String> {
        let headers = || self.lines.iter().filter(|line| matches!(line.kind, Kind::Header));
        let mut own = headers().filter(|line| line.section == profile);
        if let (Some(first), Some(second)) = (own.next(), own.next()) {
            let (first, second) = (first.number, second.number);
            return Err(format!("lines {first} and {second}: section [{profile}] is there twice; merge the two"));
        }
        let near = headers().find(|line| line.section != profile && line.section.eq_ignore_ascii_case(profile));
        match near {
            Some(line) => {
                let (number, section) = (line.number, &line.section);
                Err(format!(
                    "line {number}: section [{section}] differs from '{profile}' in case only; use one spelling"
                ))
            }
            None => Ok(()),
        }
    }

    /// Returns the place of a key's value.
    fn entry(&self, profile: &str, key: &str) -> Result<Option<Range<usize>>, String> {
        let found = self.of(profile).filter_map(|line| match &line.kind {
            Kind::Entry { key: found, value } if found == key => Some((line.number, value.clone())),
            _ => None,
        });
        match found.collect::<Vec<_>>().as_slice() {
            [] => Ok(None),
            [(_, range)] => Ok(Some(range.clone())),
            [(first, _), (second, _), ..] => {
                Err(format!("lines {first} and {second}: {key} is set twice; remove one of the lines"))
            }
        }
    }

    fn of(&self, profile: &str) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.section == profile)
    }

    /// Returns the place and the text of missing lines.
    fn insertion(&self, profile: &str, missing: &[String]) -> (Range<usize>, Vec<u8>) {
        let eol = self.line_break();
        let is_entry = |line: &&Line| matches!(line.kind, Kind::Entry { .. });
        let is_header = |line: &&Line| matches!(line.kind, Kind::Header);
        let known = |line: &&Line| matches!(&line.kind, Kind::Entry { key, .. } if [ACCESS_KEY, SECRET_KEY].contains(&key.as_str()));
        let lines = missing.iter().map(|line| format!("{line}{eol}")).collect::<String>();
        // After the other key, else at the top of the section, else after the entries before all sections.
        let after = self.of(profile).find(known).or_else(|| self.of(profile).find(is_header));
        let before_sections = || self.lines.iter().take_while(|line| !is_header(line)).filter(is_entry).last();
        let after = after.or_else(|| before_sections().filter(|_| profile == DEFAULT));
        if let Some(line) = after {
            return (line.range.end..line.range.end, self.after_line(line, &lines, eol));
        }
        let has_sections = self.lines.iter().any(|line| matches!(line.kind, Kind::Header));
        if profile == DEFAULT && has_sections {
            // Some readers only see keys before the first section.
            let start = self.lines.first().map_or(0, |line| line.range.start);
            return (start..start, format!("{lines}{eol}").into_bytes());
        }
        let header = if profile == DEFAULT { String::new() } else { format!("[{profile}]{eol}") };
        let end = self.text.len();
        let Some(last) = self.lines.last() else {
            return (end..end, format!("{header}{lines}").into_bytes());
        };
        let is_blank = self.text.get(last.range.clone()).is_some_and(|line| line.trim_ascii().is_empty());
        let gap = if is_blank || header.is_empty() { "" } else { eol };
        (end..end, self.after_line(last, &format!("{gap}{header}{lines}"), eol))
    }

    /// Returns lines to insert after a line, which may be the last one, without a line break.
    fn after_line(&self, line: &Line, lines: &str, eol: &str) -> Vec<u8> {
        let is_ended = self.text.get(line.range.clone()).is_some_and(|line| line.ends_with(b"\n"));
        let start = if is_ended { "" } else { eol };
        format!("{start}{lines}").into_bytes()
    }

    /// Returns the line break of the first line.
    fn line_break(&self) -> &'static str {
        let first = self.lines.first().and_then(|line| self.text.get(line.range.clone()));
        if first.is_some_and(|line| line.ends_with(b"\r\n")) { "\r\n" } else { "\n" }
    }
}

#[cfg(test)]
mod tests {
    use super::{NewKeys, last_profile, set};

    fn changed(text: &str, profile: &str) -> Result<String, String> {
        let new = NewKeys { access_key: Some("NEW"), secret_key: Some("s3") };
        set(text.as_bytes(), profile, &new).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[track_caller]
    fn check(text: &str, profile: &str, expected: &str) {
        assert_eq!(changed(text, profile).as_deref(), Ok(expected));
        // A second change finds what the first one wrote.
        assert_eq!(changed(expected, profile).as_deref(), Ok(expected));
    }

    #[test]
    fn a_new_file_has_no_section_for_the_default_profile() {
        check("", "DEFAULT", "ncloud_access_key_id = NEW\nncloud_secret_access_key = s3\n");
        check("", "two", "[two]\nncloud_access_key_id = NEW\nncloud_secret_access_key = s3\n");
    }

    #[test]
    fn only_the_values_change() {
        check(
            "\u{feff}# mine\r\n\tncloud_access_key_id=  old \t\r\nother = 1\r\nncloud_secret_access_key =\r\n; end",
            "DEFAULT",
            "\u{feff}# mine\r\n\tncloud_access_key_id=  NEW \t\r\nother = 1\r\nncloud_secret_access_key =s3\r\n; end",
        );
        check(
            "[DEFAULT]\nncloud_secret_access_key=\"old=\"\nncloud_access_key_id=a\n[ two ]\nncloud_access_key_id=b\n",
            "DEFAULT",
            "[DEFAULT]\nncloud_secret_access_key=s3\nncloud_access_key_id=NEW\n[ two ]\nncloud_access_key_id=b\n",
        );
    }

    #[test]
    fn a_new_section_comes_last() {
        check(
            "ncloud_access_key_id=a\r\nncloud_secret_access_key=b",
            "two",
            "ncloud_access_key_id=a\r\nncloud_secret_access_key=b\r\n\r\n[two]\r\nncloud_access_key_id = NEW\r\n\
             ncloud_secret_access_key = s3\r\n",
        );
        check("[a]\n\n", "two", "[a]\n\n[two]\nncloud_access_key_id = NEW\nncloud_secret_access_key = s3\n");
    }

    #[test]
    fn missing_keys_are_added_to_their_section() {
        check(
            "[two]\nx = 1\n[three]\n",
            "two",
            "[two]\nncloud_access_key_id = NEW\nncloud_secret_access_key = s3\nx = 1\n[three]\n",
        );
        check(
            "[two]\nx = 1\nncloud_access_key_id = a",
            "two",
            "[two]\nx = 1\nncloud_access_key_id = NEW\nncloud_secret_access_key = s3\n",
        );
    }

    #[test]
    fn keys_of_the_default_profile_come_before_all_sections() {
        check(
            "# c\nncloud_api_url = x\n\n[two]\n",
            "DEFAULT",
            "# c\nncloud_api_url = x\nncloud_access_key_id = NEW\nncloud_secret_access_key = s3\n\n[two]\n",
        );
        check("[two]\n", "DEFAULT", "ncloud_access_key_id = NEW\nncloud_secret_access_key = s3\n\n[two]\n");
        check("# only", "DEFAULT", "# only\nncloud_access_key_id = NEW\nncloud_secret_access_key = s3\n");
    }

    #[test]
    fn bytes_in_other_encodings_stay() {
        let text = b"# \xb0\xa1\n[\xb0]\nother = \xb0\xa1\n[two]\nncloud_access_key_id=a\nncloud_secret_access_key=b\n";
        let new = NewKeys { access_key: None, secret_key: Some("s3") };
        let expected =
            b"# \xb0\xa1\n[\xb0]\nother = \xb0\xa1\n[two]\nncloud_access_key_id=a\nncloud_secret_access_key=s3\n";
        assert_eq!(set(text, "two", &new), Ok(expected.to_vec()));
    }

    #[test]
    fn a_file_that_is_not_understood_is_not_changed() {
        let line = |number| format!("line {number}: expected 'key = value', '[section]', a comment or an empty line");
        assert_eq!(changed("{\"key\": 1}", "two"), Err(line(1)));
        assert_eq!(changed("a = 1\n[two\n", "two"), Err(line(2)));
        assert!(changed("a\0b = 1", "two").unwrap_err().contains("binary"));
        let twice = "[two]\na=1\n[two]\n";
        assert_eq!(changed(twice, "two").unwrap_err(), "lines 1 and 3: section [two] is there twice; merge the two");
        assert!(changed(twice, "three").is_ok());
        let near = changed("[default]\n", "DEFAULT").unwrap_err();
        assert_eq!(near, "line 1: section [default] differs from 'DEFAULT' in case only; use one spelling");
        let keys = changed("ncloud_access_key_id=1\n[DEFAULT]\nncloud_access_key_id=2\n", "DEFAULT").unwrap_err();
        assert_eq!(keys, "lines 1 and 3: ncloud_access_key_id is set twice; remove one of the lines");
    }

    #[test]
    fn the_last_profile_is_what_other_tools_use() {
        let last = |text: &str| last_profile(text.as_bytes());
        assert_eq!(last("ncloud_access_key_id=1\n[two]\nother=1\n").as_deref(), Some("DEFAULT"));
        assert_eq!(last("ncloud_access_key_id=1\n[two]\nncloud_access_key_id=1\n").as_deref(), Some("two"));
        assert_eq!(last("[two]\n"), None);
    }
}

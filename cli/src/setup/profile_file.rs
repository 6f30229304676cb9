//! Reads and replaces the credentials file `~/.ncloud/configure`.
//!
//! The new text is written to a temporary file in the same folder, which then takes the place of the old one. So the
//! file is whole at any time, also after a power failure, and other users cannot read it at any time.

use crate::failure::{CliError, Failure};
use ncloud_dataflow::runtime::Environment;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Name of the file in messages.
pub(super) const PLACE: &str = "~/.ncloud/configure";

/// Maximum size in bytes, as in the library. A larger file is a mistake, such as a log.
const MAX_SIZE: u64 = 1024 * 1024;

/// The credentials file.
pub(super) struct ProfileFile {
    /// Where it is, with links resolved.
    path: PathBuf,
    /// Its text; `None` if there is no file.
    text: Option<Vec<u8>>,
    /// Remarks for the user.
    pub(super) notes: Vec<String>,
}

impl ProfileFile {
    /// Finds and reads the file. Nothing is changed.
    pub(super) fn open(environment: &Environment) -> Result<Self, Failure> {
        let Some(home) = environment.home() else {
            return Err(CliError::usage("there is no home folder".to_owned(), "set HOME to your home folder").into());
        };
        Self::find(&home.join(".ncloud")).map_err(|message| {
            CliError::usage(format!("cannot change {PLACE}: {message}"), "repair it, then run the command again").into()
        })
    }

    fn find(folder: &Path) -> Result<Self, String> {
        let mut notes = Vec::new();
        let path = followed(&folder.join("configure"), &mut notes)?;
        let Some(metadata) = optional(fs::metadata(&path))? else {
            if let Some(folder) = optional(fs::metadata(folder))? {
                check_folder(&folder)?;
            }
            return Ok(Self { path, text: None, notes });
        };
        check_file(&metadata)?;
        if let Some(folder) = path.parent() {
            check_folder(&fs::metadata(folder).map_err(text)?)?;
        }
        if let Some(mode) = exposed_mode(&metadata) {
            notes.push(format!("note: the mode of the file was {mode:04o}; it is 0600 now"));
        }
        let text = read(&path)?;
        Ok(Self { path, text: Some(text), notes })
    }

    /// Returns the text; empty if there is no file.
    pub(super) fn text(&self) -> &[u8] {
        self.text.as_deref().unwrap_or_default()
    }

    /// Replaces the text.
    pub(super) fn replace(&self, text: &[u8]) -> Result<(), Failure> {
        self.write(text).map_err(|error| {
            let message = format!("cannot write {PLACE}: {error}");
            CliError::response(message, "the file is unchanged; check the folder's permissions and free space").into()
        })
    }

    fn write(&self, text: &[u8]) -> io::Result<()> {
        let folder = self.path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
        create_folder(folder)?;
        let temporary = folder.join(format!(".configure.{}.tmp", std::process::id()));
        let written = self.write_to(&temporary, text);
        if written.is_err() {
            // The error of the write matters more.
            let _ = fs::remove_file(&temporary);
        }
        written
    }

    fn write_to(&self, temporary: &Path, text: &[u8]) -> io::Result<()> {
        let mut file = create(temporary)?;
        file.write_all(text)?;
        file.sync_all()?;
        // Another program may have written the file while the user was typing.
        let current = match read(&self.path) {
            Ok(current) => Some(current),
            Err(_) if !self.path.exists() => None,
            Err(error) => return Err(io::Error::other(error)),
        };
        if current != self.text {
            return Err(io::Error::other("another program has changed it"));
        }
        fs::rename(temporary, &self.path)
    }
}

fn text(error: io::Error) -> String {
    error.to_string()
}

/// Returns `None` if there is no file.
fn optional<T>(result: io::Result<T>) -> Result<Option<T>, String> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(text(error)),
    }
}

/// Returns the path with links resolved, and notes where they lead: the link stays, and its target is replaced.
fn followed(path: &Path, notes: &mut Vec<String>) -> Result<PathBuf, String> {
    let is_link =
        |path: &Path| Ok::<_, String>(optional(fs::symlink_metadata(path))?.is_some_and(|it| it.is_symlink()));
    let folder_is_link = match path.parent() {
        Some(folder) => is_link(folder)?,
        None => false,
    };
    if !is_link(path)? && !folder_is_link {
        return Ok(path.to_owned());
    }
    let target = match is_link(path)? {
        true => fs::canonicalize(path).map_err(|error| format!("it is a link that leads nowhere: {error}"))?,
        false => {
            let folder = path.parent().unwrap_or(path);
            let folder = fs::canonicalize(folder).map_err(|error| format!("its folder leads nowhere: {error}"))?;
            folder.join("configure")
        }
    };
    notes.push(format!("note: {PLACE} is a link; the file is {}", target.display()));
    Ok(target)
}

fn check_file(metadata: &Metadata) -> Result<(), String> {
    if metadata.is_dir() {
        return Err("expected a file but found a directory".to_owned());
    }
    if !metadata.is_file() {
        return Err("expected a regular file but found a pipe, a socket or a device".to_owned());
    }
    check_owner(metadata, "file")
}

fn check_folder(metadata: &Metadata) -> Result<(), String> {
    if !metadata.is_dir() {
        return Err("expected its folder to be a directory".to_owned());
    }
    check_owner(metadata, "folder")
}

/// Rejects what belongs to another user, e.g. after `sudo`, or what other users can replace.
#[cfg(unix)]
fn check_owner(metadata: &Metadata, what: &str) -> Result<(), String> {
    use std::os::unix::fs::MetadataExt;
    if metadata.uid() != rustix::process::geteuid().as_raw() {
        return Err(format!("its {what} belongs to another user (ID {})", metadata.uid()));
    }
    match metadata.is_dir() && metadata.mode() & 0o002 != 0 {
        true => Err("other users can write to its folder; run chmod o-w on the folder".to_owned()),
        false => Ok(()),
    }
}

#[cfg(not(unix))]
fn check_owner(_metadata: &Metadata, _what: &str) -> Result<(), String> {
    Ok(())
}

/// Returns the permissions of a file that other users can use.
#[cfg(unix)]
pub(super) fn exposed_mode(metadata: &Metadata) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    let mode = metadata.mode() & 0o7777;
    (mode & 0o077 != 0).then_some(mode)
}

#[cfg(not(unix))]
pub(super) fn exposed_mode(_metadata: &Metadata) -> Option<u32> {
    None
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(MAX_SIZE + 1).read_to_end(&mut bytes)).map_err(text)?;
    match u64::try_from(bytes.len()) {
        Ok(size) if size <= MAX_SIZE => Ok(bytes),
        _ => Err(format!("expected at most {MAX_SIZE} bytes but found more")),
    }
}

/// Creates a folder that other users cannot enter, unless it is there.
fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    match builder.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        outcome => outcome,
    }
}

/// Creates a file that other users cannot read. An existing file is never opened: it could be a link.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let created = options.open(path);
    match created {
        // Left behind by a process that was killed and had the same ID.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            options.open(path)
        }
        created => created,
    }
}

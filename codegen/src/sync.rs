//! Reads spec files and writes generated files. No other module accesses files.

use crate::source::{File, Source};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Mark in the first line of each generated file. Files without it are never changed.
pub(crate) const MARK: &str = "@generated from";

/// Mode of [`sync`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mode {
    /// Writes files that differ and removes obsolete generated files.
    Write,
    /// Writes nothing. A difference is an error.
    Check,
}

/// Changes that [`sync`] made. Empty if all files were up to date.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Changes {
    /// Names of the written files.
    pub written: Vec<String>,
    /// Names of the removed files.
    pub removed: Vec<String>,
}

/// An error of reading or writing files, or files that are out of date.
#[derive(Debug)]
pub struct SyncError {
    message: String,
    source: Option<io::Error>,
}

impl fmt::Display for SyncError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for SyncError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}

impl Source {
    /// Reads a spec: its root file, and all YAML and JSON files in its folder and subfolders.
    ///
    /// Symbolic links are not followed.
    ///
    /// # Errors
    ///
    /// A file or folder cannot be read, or a file is not UTF-8. The message names the path.
    pub fn read(root: &Path, crate_name: &str) -> Result<Self, SyncError> {
        let folder = root.parent().unwrap_or(Path::new(""));
        let file_name = root.file_name().unwrap_or_default().to_string_lossy();
        let name = match folder.file_name() {
            Some(folder) => format!("{}/{file_name}", folder.to_string_lossy()),
            None => file_name.clone().into_owned(),
        };
        let text = read(root)?;
        let mut files = BTreeMap::new();
        collect(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }, "", &mut files)?;
        files.remove(&*file_name);
        Ok(Self { name, text, files, crate_name: crate_name.to_owned() })
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> Result<(), SyncError> {
    for entry in fs::read_dir(folder).map_err(|error| failed("read folder", folder, error))? {
        let entry = entry.map_err(|error| failed("read folder", folder, error))?;
        let kind = entry.file_type().map_err(|error| failed("read the type of", &entry.path(), error))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if kind.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), files)?;
        } else if kind.is_file() && [".yaml", ".yml", ".json"].iter().any(|end| name.ends_with(end)) {
            files.insert(format!("{prefix}{name}"), read(&entry.path())?);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, SyncError> {
    let bytes = fs::read(path).map_err(|error| failed("read", path, error))?;
    String::from_utf8(bytes).map_err(|error| not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to()))
}

/// Reports the position of the first byte that is not UTF-8, as line and column.
fn not_utf8(path: &Path, bytes: &[u8], valid: usize) -> SyncError {
    let before = bytes.get(..valid).map(String::from_utf8_lossy).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let what = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is UTF-16".to_owned(),
        _ => format!("byte 0x{:02x} is not UTF-8", bytes.get(valid).copied().unwrap_or_default()),
    };
    let message = format!("{}:{line}:{column}: {what}; save the file as UTF-8", path.display());
    SyncError { message, source: None }
}

fn failed(action: &str, path: &Path, source: io::Error) -> SyncError {
    SyncError { message: format!("cannot {action} '{}'", path.display()), source: Some(source) }
}

/// Writes generated files to a folder, or checks that the folder is up to date.
///
/// Only files that differ are written, and each write is atomic. Files with the mark of generated files that are not
/// in `files` are removed. Files without the mark are not changed.
///
/// # Errors
///
/// A file cannot be read, written or removed. With [`Mode::Check`], also if files are stale, missing or obsolete; the
/// message names them and the command that updates them.
pub fn sync(files: &[File], folder: &Path, mode: Mode) -> Result<Changes, SyncError> {
    let mut changes = Changes::default();
    let mut stale = Vec::new();
    for file in files {
        let found = match fs::read(folder.join(&file.name)) {
            Ok(found) if found == file.text.as_bytes() => continue,
            Ok(_) => "stale",
            Err(error) if error.kind() == io::ErrorKind::NotFound => "missing",
            Err(error) => return Err(failed("read", &folder.join(&file.name), error)),
        };
        stale.push(format!("{found} {}", file.name));
        if mode == Mode::Write {
            write(folder, file)?;
            changes.written.push(file.name.clone());
        }
    }
    for obsolete in find_obsolete(files, folder)? {
        stale.push(format!("obsolete {obsolete}"));
        if mode == Mode::Write {
            let path = folder.join(&obsolete);
            fs::remove_file(&path).map_err(|error| failed("remove", &path, error))?;
            changes.removed.push(obsolete);
        }
    }
    if mode == Mode::Check && !stale.is_empty() {
        let (folder, stale) = (folder.display(), stale.join(", "));
        let message = format!(
            "'{folder}' does not match the spec: {stale}; run `cargo build` in the checkout and commit the result \
             (if a file was edited by hand, `cargo clean` first: a build only watches the spec)"
        );
        return Err(SyncError { message, source: None });
    }
    Ok(changes)
}

fn write(folder: &Path, file: &File) -> Result<(), SyncError> {
    fs::create_dir_all(folder).map_err(|error| failed("create folder", folder, error))?;
    let path = folder.join(&file.name);
    // Renaming replaces the file in one step, so a compiler never reads half of it.
    let temporary = folder.join(format!(".{}.{}.tmp", file.name, std::process::id()));
    let done = fs::write(&temporary, &file.text).and_then(|()| fs::rename(&temporary, &path));
    done.map_err(|error| {
        drop(fs::remove_file(&temporary));
        failed("write", &path, error)
    })
}

fn find_obsolete(files: &[File], folder: &Path) -> Result<Vec<String>, SyncError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed("read folder", folder, error)),
    };
    let mut obsolete = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| failed("read folder", folder, error))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if !files.iter().any(|file| file.name == name) && is_generated(&entry.path())? {
            obsolete.push(name);
        }
    }
    obsolete.sort();
    Ok(obsolete)
}

fn is_generated(path: &PathBuf) -> Result<bool, SyncError> {
    if !path.is_file() {
        return Ok(false);
    }
    let bytes = fs::read(path).map_err(|error| failed("read", path, error))?;
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    Ok(String::from_utf8_lossy(first).contains(MARK))
}

//! New databases, and the import of state files.

use super::super::stores::Stores;
use super::content::{is_unfinished, unusable};
use super::lock::with_suffix;
use super::tables;
use crate::error::EmulatorError;
use redb::{Database, Durability};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Makes a database with these resources at the path. A file that is there is replaced; until then, it does not change.
pub(super) fn create(path: &Path, stores: &Stores) -> Result<(), EmulatorError> {
    let beside = with_suffix(path, ".new");
    if !is_unfinished(&beside) {
        return Err(unusable(path, &format!("'{}' is in the way; remove it", beside.display())));
    }
    let failed = |error: io::Error| {
        // What is left of a failed attempt is of no use.
        let _ = fs::remove_file(&beside);
        EmulatorError::with_source(format!("cannot write the data file '{}'", path.display()), error).into_input()
    };
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    fill(&beside, stores).map_err(|error| failed(io::Error::other(error)))?;
    if let Ok(old) = fs::metadata(path) {
        fs::set_permissions(&beside, old.permissions()).map_err(failed)?;
    }
    fs::rename(&beside, path).map_err(failed)?;
    sync_folder(path).map_err(failed)
}

fn fill(path: &Path, stores: &Stores) -> Result<(), redb::Error> {
    let database = Database::create(path)?;
    let mut transaction = database.begin_write()?;
    transaction.set_durability(Durability::Immediate)?;
    tables::write_all(stores, &transaction)?;
    transaction.commit()?;
    database.close()?;
    Ok(())
}

/// Copies a state file before the database takes its place. Returns the path of the copy.
pub(super) fn keep(path: &Path) -> Result<PathBuf, EmulatorError> {
    let failed =
        |error| EmulatorError::with_source(format!("cannot keep a copy of the state file '{}'", path.display()), error);
    let content = fs::read(path).map_err(failed)?;
    for number in 1_u32.. {
        let suffix = if number == 1 { ".bak".to_owned() } else { format!(".bak{number}") };
        let copy = with_suffix(path, &suffix);
        match fs::read(&copy) {
            // Of an import that was interrupted.
            Ok(kept) if kept == content => return Ok(copy),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::copy(path, &copy).and_then(|_| File::open(&copy)?.sync_all()).map_err(failed)?;
                return Ok(copy);
            }
            Err(error) => return Err(failed(error)),
        }
    }
    Err(unusable(path, "there are too many copies of it"))
}

/// Writes the new name of a file to the disk.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        // Windows cannot open a folder, and does not need to.
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

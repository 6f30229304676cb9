//! The steps from a path to an open data file.

use super::super::file;
use super::super::store::Store;
use super::super::stores::{DEFAULT, Stores};
use super::check;
use super::content::{self, Content, content};
use super::create;
use super::lock::{self, FileLock};
use crate::error::EmulatorError;
use redb::{Database, DatabaseError};
use std::path::{Path, PathBuf};

/// An open data file.
#[derive(Debug)]
pub(in super::super) struct DataFile {
    /// Without symbolic links.
    pub(super) path: PathBuf,
    pub(super) database: Database,
    pub(super) lock: FileLock,
}

/// A data file with its resources.
#[derive(Debug)]
pub(in super::super) struct Opened {
    pub(in super::super) file: DataFile,
    pub(in super::super) stores: Stores,
    /// Copy of the state file that has become this data file.
    pub(in super::super) kept: Option<PathBuf>,
}

/// Opens a data file. A new one gets the initial resources. Given resources (`is_seeded`) replace no data.
pub(in super::super) fn open(
    path: &Path,
    initial: impl FnOnce() -> Result<Store, EmulatorError>,
    is_seeded: bool,
) -> Result<Opened, EmulatorError> {
    let path = content::resolve(path)?;
    let lock = FileLock::acquire(&path)?;
    let mut kept = None;
    match content(&path)? {
        Content::Missing => create::create(&path, &Stores::new(initial()?))?,
        _ if is_seeded => return Err(has_data(&path)),
        Content::Json => {
            let store = file::load(&path)?;
            kept = Some(create::keep(&path)?);
            create::create(&path, &Stores::new(store))?;
        }
        Content::Database => {}
    }
    let stores = check::read(&path)?;
    let database = check::open(&path).map_err(|error| match error {
        DatabaseError::DatabaseAlreadyOpen => lock::in_use(&path, None),
        error => EmulatorError::with_source(format!("cannot open the data file '{}'", path.display()), error),
    })?;
    Ok(Opened { file: DataFile { path, database, lock }, stores, kept })
}

/// Reads the resources of the default account of a data file, or of a state file in its place. Changes neither.
pub(in super::super) fn read(path: &Path) -> Result<Store, EmulatorError> {
    let path = content::resolve(path)?;
    let _lock = FileLock::acquire(&path)?;
    match content(&path)? {
        Content::Missing => Err(content::unusable(&path, "it does not exist")),
        Content::Json => file::load(&path),
        Content::Database => {
            let mut stores = check::read(&path)?;
            Ok(stores.take(DEFAULT).unwrap_or_default())
        }
    }
}

/// Makes a data file of a state file.
pub(in super::super) fn import(seed_file: &Path, path: &Path) -> Result<(), EmulatorError> {
    let store = file::load(seed_file)?;
    let path = content::resolve(path)?;
    let _lock = FileLock::acquire(&path)?;
    match content(&path)? {
        Content::Missing => create::create(&path, &Stores::new(store)),
        Content::Json | Content::Database => Err(has_data(&path)),
    }
}

fn has_data(path: &Path) -> EmulatorError {
    content::unusable(path, "it has data already, which would be lost; remove it, or choose another file")
}

//! Reading a database without changing it.

use super::super::stores::Stores;
use super::content::unusable;
use super::lock;
use super::overlay::Overlay;
use super::tables::{self, Unreadable, VERSION};
use crate::error::EmulatorError;
use redb::backends::FileBackend;
use redb::{Builder, Database, DatabaseError, ReadableDatabase};
use std::fs::OpenOptions;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Maximum size of the cache of pages. The resources are in memory anyway.
const CACHE: usize = 16 << 20;

/// Reads all resources, and verifies the checksum of every page.
pub(super) fn read(path: &Path) -> Result<Stores, EmulatorError> {
    let damaged = |reason: &str| {
        let advice = "restore it from a copy, or remove it to start with the documented resources";
        unusable(path, &format!("it is damaged ({reason}); {advice}"))
    };
    // Nothing is kept of what a panic leaves behind, and nothing was written.
    let read = catch_unwind(AssertUnwindSafe(|| read_database(path)));
    match read.unwrap_or_else(|_| Err(Unreadable::Damaged("it cannot be opened".to_owned()))) {
        Ok(stores) => Ok(stores),
        Err(Unreadable::Foreign) => Err(unusable(path, "it is a database of another program")),
        Err(Unreadable::Version(found)) if found > VERSION => Err(unusable(
            path,
            &format!("it has format version {found}, and this program knows version {VERSION}; use a newer program"),
        )),
        Err(Unreadable::Version(found)) => Err(damaged(&format!("there is no format version {found}"))),
        Err(Unreadable::Damaged(reason)) => Err(damaged(&reason)),
        Err(Unreadable::Database(redb::Error::DatabaseAlreadyOpen)) => Err(lock::in_use(path, None)),
        Err(Unreadable::Database(redb::Error::UpgradeRequired(version))) => {
            Err(unusable(path, &format!("it is a database of another program, of file format {version}")))
        }
        Err(Unreadable::Database(error)) => Err(damaged(&error.to_string())),
    }
}

fn read_database(path: &Path) -> Result<Stores, Unreadable> {
    let file = OpenOptions::new().read(true).write(true).open(path).map_err(redb::Error::Io)?;
    let file = FileBackend::new(file)?;
    let overlay = Overlay::new(file).map_err(redb::Error::Io)?;
    let database = builder().create_with_backend(overlay)?;
    tables::read_all(&database.begin_read()?)
}

/// Opens a database to write it. It was read before.
pub(super) fn open(path: &Path) -> Result<Database, DatabaseError> {
    builder().open(path)
}

fn builder() -> Builder {
    let mut builder = Database::builder();
    builder.set_cache_size(CACHE).set_check_integrity_on_open(true);
    builder
}

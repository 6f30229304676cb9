//! Layout of the database.
//!
//! | Table | Key | Value |
//! | --- | --- | --- |
//! | `ncloud-dataflow-emulator` | `version` | version of this layout |
//! | `accounts` | account | number of IDs assigned |
//! | `histories` | account | count, seed and moment of its history; the table is absent without one |
//! | `resources` | account, kind, number | the resource as JSON, as in a state file |
//!
//! There is one account so far.

use super::super::file::FORMAT;
use super::super::history::{self, History};
use super::super::json_object::{JsonObject, Problems};
use super::super::row::{Row, Written};
use super::super::rows::Rows;
use super::super::store::{Store, Touched};
use redb::{ReadTransaction, ReadableTable, Table, TableDefinition, TableError, WriteTransaction};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Version of the layout.
pub(super) const VERSION: u64 = 1;

const MARKER: TableDefinition<'_, &str, u64> = TableDefinition::new(FORMAT);
const MARKED_VERSION: &str = "version";
const ACCOUNTS: TableDefinition<'_, &str, u64> = TableDefinition::new("accounts");
const HISTORIES: TableDefinition<'_, &str, (u64, u64, i64)> = TableDefinition::new("histories");
const RESOURCES: TableDefinition<'_, Key, &[u8]> = TableDefinition::new("resources");

/// Account, kind and number.
type Key = (&'static str, &'static str, u64);

/// The only account.
const ACCOUNT: &str = "default";

/// The new content of some rows.
#[derive(Debug, Default)]
pub(super) struct Changes {
    created: Option<u64>,
    /// Content by kind and number; no content if the row is removed.
    rows: BTreeMap<(&'static str, u64), Option<Vec<u8>>>,
}

impl Changes {
    pub(super) fn is_empty(&self) -> bool {
        self.created.is_none() && self.rows.is_empty()
    }

    /// Adds later changes.
    pub(super) fn merge(&mut self, later: Self) {
        self.created = later.created.or(self.created);
        self.rows.extend(later.rows);
    }

    /// Returns the present content of the rows.
    pub(super) fn of(store: &Store, touched: &Touched) -> Result<Self, serde_json::Error> {
        let mut changes = Self { created: touched.created.then(|| store.created()), rows: BTreeMap::new() };
        changes.add(&store.jobs, &touched.jobs)?;
        changes.add(&store.triggers, &touched.triggers)?;
        changes.add(&store.workflows, &touched.workflows)?;
        changes.add(&store.runs, &touched.runs)?;
        Ok(changes)
    }

    fn add<T: Row>(&mut self, rows: &Rows<T>, numbers: &BTreeSet<u64>) -> Result<(), serde_json::Error> {
        for number in numbers {
            let row = rows.numbered_row(*number).map(|row| serde_json::to_vec(&Written(row))).transpose()?;
            self.rows.insert((T::LIST, *number), row);
        }
        Ok(())
    }

    /// Writes the changes.
    pub(super) fn write(&self, transaction: &WriteTransaction) -> Result<(), redb::Error> {
        if let Some(created) = self.created {
            transaction.open_table(ACCOUNTS)?.insert(ACCOUNT, created)?;
        }
        let mut table = transaction.open_table(RESOURCES)?;
        for ((kind, number), row) in &self.rows {
            let key = (ACCOUNT, *kind, *number);
            match row {
                Some(row) => table.insert(key, row.as_slice())?,
                None => table.remove(key)?,
            };
        }
        Ok(())
    }
}

/// Reason why a database cannot be read.
pub(super) enum Unreadable {
    /// It belongs to another program.
    Foreign,
    /// It has another version of the layout.
    Version(u64),
    /// Its content is damaged.
    Damaged(String),
    Database(redb::Error),
}

impl<E: Into<redb::Error>> From<E> for Unreadable {
    fn from(error: E) -> Self {
        Self::Database(error.into())
    }
}

/// Writes everything into a new database.
pub(super) fn write_all(store: &Store, transaction: &WriteTransaction) -> Result<(), redb::Error> {
    transaction.open_table(MARKER)?.insert(MARKED_VERSION, VERSION)?;
    transaction.open_table(ACCOUNTS)?.insert(ACCOUNT, store.created())?;
    if let Some(history) = &store.history {
        transaction.open_table(HISTORIES)?.insert(ACCOUNT, history.parameters().numbers())?;
    }
    let mut table = transaction.open_table(RESOURCES)?;
    write_rows(&store.jobs, &mut table)?;
    write_rows(&store.triggers, &mut table)?;
    write_rows(&store.workflows, &mut table)?;
    write_rows(&store.runs, &mut table)
}

fn write_rows<T: Row>(rows: &Rows<T>, table: &mut Table<'_, Key, &[u8]>) -> Result<(), redb::Error> {
    for (number, row) in rows.numbered() {
        let json = serde_json::to_vec(&Written(row)).map_err(std::io::Error::from)?;
        table.insert((ACCOUNT, T::LIST, number), json.as_slice())?;
    }
    Ok(())
}

/// Reads everything.
pub(super) fn read_all(transaction: &ReadTransaction) -> Result<Store, Unreadable> {
    let version = match transaction.open_table(MARKER) {
        Ok(table) => table.get(MARKED_VERSION)?.map(|version| version.value()),
        Err(error @ TableError::Storage(_)) => return Err(error.into()),
        // Absent, or of other types.
        Err(_) => None,
    };
    match version {
        None => return Err(Unreadable::Foreign),
        Some(VERSION) => {}
        Some(version) => return Err(Unreadable::Version(version)),
    }
    let mut store = Store::default();
    let created = transaction.open_table(ACCOUNTS)?.get(ACCOUNT)?.map(|created| created.value());
    store.set_created(created.ok_or_else(|| Unreadable::Damaged("it has no account".to_owned()))?);
    let table = transaction.open_table(RESOURCES)?;
    read_rows(&mut store.jobs, &table)?;
    read_rows(&mut store.triggers, &table)?;
    read_rows(&mut store.workflows, &table)?;
    read_rows(&mut store.runs, &table)?;
    store.history = read_history(transaction)?;
    Ok(store)
}

fn read_history(transaction: &ReadTransaction) -> Result<Option<Arc<History>>, Unreadable> {
    let table = match transaction.open_table(HISTORIES) {
        Ok(table) => table,
        Err(TableError::TableDoesNotExist(_)) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let Some(numbers) = table.get(ACCOUNT)?.map(|numbers| numbers.value()) else {
        return Ok(None);
    };
    let parameters = history::Parameters::from_numbers(numbers);
    let parameters = parameters.ok_or_else(|| Unreadable::Damaged("the history has too many executions".to_owned()))?;
    Ok(Some(Arc::new(History::new(parameters))))
}

fn read_rows<T: Row>(rows: &mut Rows<T>, table: &impl ReadableTable<Key, &'static [u8]>) -> Result<(), Unreadable> {
    let problems = Problems::default();
    for entry in table.range((ACCOUNT, T::LIST, 0)..=(ACCOUNT, T::LIST, u64::MAX))? {
        let (key, value) = entry?;
        let (_, _, number) = key.value();
        let place = format!("{} {number}", T::LIST);
        let json = serde_json::from_slice(value.value());
        let json = json.map_err(|error| Unreadable::Damaged(format!("{place}: {error}")))?;
        match JsonObject::read(place.clone(), json, &problems, T::read) {
            Some(row) if row.id().is_empty() || rows.contains(row.id()) => {
                return Err(Unreadable::Damaged(format!("{place}: its ID is missing or a duplicate")));
            }
            Some(row) => rows.insert(number, row),
            // There are problems.
            None => break,
        }
    }
    match problems.into_list().into_iter().next() {
        Some(problem) => Err(Unreadable::Damaged(problem)),
        None => Ok(()),
    }
}

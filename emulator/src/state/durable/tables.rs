//! Layout of the database.
//!
//! | Table | Key | Value |
//! | --- | --- | --- |
//! | `ncloud-dataflow-emulator` | `version` | version of this layout |
//! | `accounts` | account | number of IDs assigned |
//! | `keys` | account | its secret key; the default account has none here |
//! | `clocks` | account | time of the last change, milliseconds since 1970-01-01T00:00:00Z |
//! | `histories` | account | count, seed and moment of its history; the table is absent without one |
//! | `resources` | account, kind, number | the resource as JSON, as in a state file |

use super::super::file::FORMAT;
use super::super::history::{self, History};
use super::super::json_object::{JsonObject, Problems};
use super::super::row::{Row, Written};
use super::super::rows::Rows;
use super::super::store::{Store, Touched};
use super::super::stores::{DEFAULT, Stores};
use redb::{ReadOnlyTable, ReadTransaction, ReadableTable, Table, TableDefinition, TableError, WriteTransaction};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Version of the layout.
pub(super) const VERSION: u64 = 1;

const MARKER: TableDefinition<'_, &str, u64> = TableDefinition::new(FORMAT);
const MARKED_VERSION: &str = "version";
const ACCOUNTS: TableDefinition<'_, &str, u64> = TableDefinition::new("accounts");
const KEYS: TableDefinition<'_, &str, &str> = TableDefinition::new("keys");
const CLOCKS: TableDefinition<'_, &str, i64> = TableDefinition::new("clocks");
const HISTORIES: TableDefinition<'_, &str, (u64, u64, i64)> = TableDefinition::new("histories");
const RESOURCES: TableDefinition<'_, Key, &[u8]> = TableDefinition::new("resources");

/// Account, kind and number.
type Key = (&'static str, &'static str, u64);

/// Account, kind and number of a row that changes.
type RowKey = (Arc<str>, &'static str, u64);

/// What is stored of an account in addition to its resources.
#[derive(Clone, Debug, Eq, PartialEq)]
struct AccountRow {
    created: u64,
    secret_key: Option<String>,
    clock: i64,
    /// Count, seed and moment.
    history: Option<(u64, u64, i64)>,
}

impl AccountRow {
    fn of(store: &Store) -> Self {
        Self {
            created: store.created(),
            secret_key: store.secret_key().map(str::to_owned),
            clock: store.clock(),
            history: store.history.as_ref().map(|history| history.parameters().numbers()),
        }
    }

    fn write(&self, account: &str, transaction: &WriteTransaction) -> Result<(), redb::Error> {
        transaction.open_table(ACCOUNTS)?.insert(account, self.created)?;
        transaction.open_table(CLOCKS)?.insert(account, self.clock)?;
        if let Some(secret_key) = &self.secret_key {
            transaction.open_table(KEYS)?.insert(account, secret_key.as_str())?;
        }
        let mut histories = transaction.open_table(HISTORIES)?;
        match self.history {
            Some(numbers) => histories.insert(account, numbers)?,
            None => histories.remove(account)?,
        };
        Ok(())
    }

    fn remove(account: &str, transaction: &WriteTransaction) -> Result<(), redb::Error> {
        transaction.open_table(ACCOUNTS)?.remove(account)?;
        transaction.open_table(CLOCKS)?.remove(account)?;
        transaction.open_table(KEYS)?.remove(account)?;
        transaction.open_table(HISTORIES)?.remove(account)?;
        Ok(())
    }
}

/// The new content of some rows.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Content by account; no content if the account is removed.
    accounts: BTreeMap<Arc<str>, Option<AccountRow>>,
    /// Content by account, kind and number; no content if the row is removed.
    rows: BTreeMap<RowKey, Option<Vec<u8>>>,
}

impl Changes {
    pub(super) fn is_empty(&self) -> bool {
        self.accounts.is_empty() && self.rows.is_empty()
    }

    /// Adds later changes.
    pub(super) fn merge(&mut self, later: Self) {
        self.accounts.extend(later.accounts);
        self.rows.extend(later.rows);
    }

    /// Returns the present content of the rows.
    pub(super) fn of(account: &Arc<str>, store: &Store, touched: &Touched) -> Result<Self, serde_json::Error> {
        let mut changes = Self::default();
        changes.add(account, &store.jobs, &touched.jobs)?;
        changes.add(account, &store.triggers, &touched.triggers)?;
        changes.add(account, &store.workflows, &touched.workflows)?;
        changes.add(account, &store.runs, &touched.runs)?;
        if touched.account || !changes.rows.is_empty() {
            let row = (!store.is_removed()).then(|| AccountRow::of(store));
            changes.accounts.insert(Arc::clone(account), row);
        }
        Ok(changes)
    }

    fn add<T: Row>(
        &mut self,
        account: &Arc<str>,
        rows: &Rows<T>,
        numbers: &BTreeSet<u64>,
    ) -> Result<(), serde_json::Error> {
        for number in numbers {
            let row = rows.numbered_row(*number).map(|row| serde_json::to_vec(&Written(row))).transpose()?;
            self.rows.insert((Arc::clone(account), T::LIST, *number), row);
        }
        Ok(())
    }

    /// Writes the changes.
    pub(super) fn write(&self, transaction: &WriteTransaction) -> Result<(), redb::Error> {
        for (account, row) in &self.accounts {
            match row {
                Some(row) => row.write(account, transaction)?,
                None => AccountRow::remove(account, transaction)?,
            }
        }
        let mut table = transaction.open_table(RESOURCES)?;
        for ((account, kind, number), row) in &self.rows {
            let key = (account.as_ref(), *kind, *number);
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
pub(super) fn write_all(stores: &Stores, transaction: &WriteTransaction) -> Result<(), redb::Error> {
    transaction.open_table(MARKER)?.insert(MARKED_VERSION, VERSION)?;
    for (account, store) in stores.iter() {
        AccountRow::of(store).write(account, transaction)?;
        let mut table = transaction.open_table(RESOURCES)?;
        write_rows(account, &store.jobs, &mut table)?;
        write_rows(account, &store.triggers, &mut table)?;
        write_rows(account, &store.workflows, &mut table)?;
        write_rows(account, &store.runs, &mut table)?;
    }
    Ok(())
}

fn write_rows<T: Row>(account: &str, rows: &Rows<T>, table: &mut Table<'_, Key, &[u8]>) -> Result<(), redb::Error> {
    for (number, row) in rows.numbered() {
        let json = serde_json::to_vec(&Written(row)).map_err(std::io::Error::from)?;
        table.insert((account, T::LIST, number), json.as_slice())?;
    }
    Ok(())
}

/// Reads everything.
pub(super) fn read_all(transaction: &ReadTransaction) -> Result<Stores, Unreadable> {
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
    let (keys, clocks) = (optional(transaction.open_table(KEYS))?, optional(transaction.open_table(CLOCKS))?);
    let histories = optional(transaction.open_table(HISTORIES))?;
    let resources = transaction.open_table(RESOURCES)?;
    let mut stores = Stores::new(Store::default());
    let mut has_default = false;
    for entry in transaction.open_table(ACCOUNTS)?.iter()? {
        let (name, created) = entry?;
        let account: Arc<str> = Arc::from(name.value());
        let mut store = read_store(&account, created.value(), &resources)?;
        if let Some(clock) = clocks.as_ref().map(|table| table.get(name.value())).transpose()?.flatten() {
            store.set_clock(clock.value());
        }
        if let Some(key) = keys.as_ref().map(|table| table.get(name.value())).transpose()?.flatten() {
            store.set_secret_key(key.value().to_owned());
        }
        if let Some(numbers) = histories.as_ref().map(|table| table.get(name.value())).transpose()?.flatten() {
            store.history = Some(read_history(numbers.value())?);
        }
        has_default |= &*account == DEFAULT;
        if &*account != DEFAULT && store.secret_key().is_none() {
            return Err(Unreadable::Damaged(format!("account '{}' has no key", account.escape_debug())));
        }
        stores.insert(account, store);
    }
    has_default.then_some(stores).ok_or_else(|| Unreadable::Damaged("it has no account".to_owned()))
}

/// A table that files of the first versions do not have.
fn optional<K: redb::Key, V: redb::Value>(
    opened: Result<ReadOnlyTable<K, V>, TableError>,
) -> Result<Option<ReadOnlyTable<K, V>>, Unreadable> {
    match opened {
        Ok(table) => Ok(Some(table)),
        Err(TableError::TableDoesNotExist(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn read_store(
    account: &str,
    created: u64,
    table: &impl ReadableTable<Key, &'static [u8]>,
) -> Result<Store, Unreadable> {
    let mut store = Store::default();
    store.set_created(created);
    read_rows(account, &mut store.jobs, table)?;
    read_rows(account, &mut store.triggers, table)?;
    read_rows(account, &mut store.workflows, table)?;
    read_rows(account, &mut store.runs, table)?;
    Ok(store)
}

fn read_history(numbers: (u64, u64, i64)) -> Result<Arc<History>, Unreadable> {
    let parameters = history::Parameters::from_numbers(numbers);
    let parameters = parameters.ok_or_else(|| Unreadable::Damaged("the history has too many executions".to_owned()))?;
    Ok(Arc::new(History::new(parameters)))
}

fn read_rows<T: Row>(
    account: &str,
    rows: &mut Rows<T>,
    table: &impl ReadableTable<Key, &'static [u8]>,
) -> Result<(), Unreadable> {
    let problems = Problems::default();
    for entry in table.range((account, T::LIST, 0)..=(account, T::LIST, u64::MAX))? {
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

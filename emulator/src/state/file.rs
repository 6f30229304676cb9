//! The state file: one JSON object with all resources, for fixtures.
//!
//! ```json
//! {
//!   "format": "ncloud-dataflow-emulator",
//!   "version": 1,
//!   "created": 2,
//!   "jobs": [{ "resource": {}, "parameters": {} }],
//!   "triggers": [{ "resource": {} }],
//!   "workflows": [{ "resource": {} }],
//!   "executions": [{ "resource": {}, "workflow": "3tfNLPaaaaaa",
//!                    "plan": { "created": 0, "started": 2000, "ended": 7000, "outcome": "COMPLETED" } }]
//! }
//! ```
//!
//! A state with a history also has `"history": { "count": 1000, "seed": 0, "moment": 0 }`: the executions of a history are
//! computed, not stored. Its moment is in milliseconds, too.
//!
//! `resource` is the response of the service. `created` is the number of IDs assigned so far. The times of a plan are
//! milliseconds since 1970-01-01T00:00:00Z; an execution without a plan has ended. A plan has `reads` if reads make the
//! progress, and `byProgram` if a program does.

use super::history::{self, History};
use super::json_object::{JsonObject, Problems};
use super::row::{Row, Written};
use super::rows::Rows;
use super::store::Store;
use crate::error::EmulatorError;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Name of the format, in state files and in databases.
pub(super) const FORMAT: &str = "ncloud-dataflow-emulator";
const VERSION: u64 = 1;

/// Maximum size of a state file, bytes.
const MAX_BYTES: u64 = 1 << 28;

/// Reads a state file. The error has all problems with their places in the file.
pub(super) fn load(path: &Path) -> Result<Store, EmulatorError> {
    let shown = path.display();
    let unreadable = |error| EmulatorError::with_source(format!("cannot read the state file '{shown}'"), error);
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(EmulatorError::input(format!("cannot read the state file '{shown}': it is not a regular file")));
    }
    if metadata.len() > MAX_BYTES {
        return Err(EmulatorError::input(format!("state file '{shown}' is larger than {MAX_BYTES} bytes")));
    }
    parse(&fs::read(path).map_err(unreadable)?, &shown.to_string())
}

/// Reads the content of a state file. `shown` is its name in errors.
pub(super) fn parse(text: &[u8], shown: &str) -> Result<Store, EmulatorError> {
    let value: Value = serde_json::from_slice(text).map_err(|error| {
        let place = format!("'{shown}' line {} column {}", error.line(), error.column());
        EmulatorError::input(format!("{place}: invalid JSON: {error}"))
    })?;
    from_json(value, shown)
}

/// Reads the JSON of a state file.
pub(super) fn from_json(value: Value, shown: &str) -> Result<Store, EmulatorError> {
    read(value).map_err(|problems| match problems.as_slice() {
        [problem] => EmulatorError::input(format!("'{shown}': {problem}")),
        _ => EmulatorError::with_details(format!("'{shown}' has {} problems", problems.len()), problems),
    })
}

/// Returns the content of a state file. Its order is stable, so that two of them can be compared line by line.
pub(super) fn text(store: &Store) -> Result<String, EmulatorError> {
    let text = serde_json::to_string_pretty(&Content(store));
    let text = text.map_err(|error| EmulatorError::with_source("cannot write the resources as JSON", error))?;
    Ok(text + "\n")
}

/// Replaces a state file atomically: a concurrent reader gets the old file or the new one.
pub(super) fn save(text: &str, path: &Path) -> Result<(), EmulatorError> {
    let shown = path.display();
    let unwritable = |error| EmulatorError::with_source(format!("cannot write the state file '{shown}'"), error);
    let mut beside: PathBuf = path.to_owned();
    beside.as_mut_os_string().push(".new");
    fs::write(&beside, text).map_err(unwritable)?;
    fs::rename(&beside, path).map_err(unwritable)
}

struct Content<'a>(&'a Store);

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(store) = self;
        let mut object = serializer.serialize_struct(FORMAT, 8)?;
        object.serialize_field("format", FORMAT)?;
        object.serialize_field("version", &VERSION)?;
        object.serialize_field("created", &store.created())?;
        list(&mut object, &store.jobs)?;
        list(&mut object, &store.triggers)?;
        list(&mut object, &store.workflows)?;
        list(&mut object, &store.runs)?;
        if let Some(history) = &store.history {
            object.serialize_field("history", &history.parameters())?;
        }
        object.end()
    }
}

fn list<S: SerializeStruct, T: Row>(object: &mut S, rows: &Rows<T>) -> Result<(), S::Error> {
    object.serialize_field(T::LIST, &rows.iter().map(Written).collect::<Vec<_>>())
}

fn read(state: Value) -> Result<Store, Vec<String>> {
    let problems = Problems::default();
    let store = read_object(state, &problems);
    match problems.into_list() {
        problems if problems.is_empty() => Ok(store.unwrap_or_default()),
        problems => Err(problems),
    }
}

fn read_object(state: Value, problems: &Problems) -> Option<Store> {
    let mut object = JsonObject::new(String::new(), state, problems)?;
    let (format, version): (Option<String>, Option<u64>) = (object.require("format"), object.require("version"));
    let (format, version) = (format?, version?);
    if format != FORMAT || version != VERSION {
        let format = format.escape_debug();
        let found = format!("expected version {VERSION} of {FORMAT} but found version {version} of '{format}'");
        problems.add(found);
        return None;
    }
    let mut store = Store::default();
    store.set_created(object.take("created").unwrap_or_default());
    fill(&mut store.jobs, &mut object, problems);
    fill(&mut store.triggers, &mut object, problems);
    fill(&mut store.workflows, &mut object, problems);
    fill(&mut store.runs, &mut object, problems);
    store.history = object.object("history", history::Parameters::read).map(|read| Arc::new(History::new(read)));
    object.finish();
    Some(store)
}

/// Reads a list. A missing or duplicate ID is a problem: look-ups would find one resource only.
fn fill<T: Row>(rows: &mut Rows<T>, object: &mut JsonObject<'_>, problems: &Problems) {
    for (index, row) in object.list(T::LIST, T::read) {
        let id = row.id();
        if id.is_empty() {
            problems.add(format!("{}[{index}].resource: the ID is missing", T::LIST));
        } else if rows.contains(id) {
            problems.add(format!("{}[{index}]: duplicate ID '{}'", T::LIST, id.escape_debug()));
        } else {
            rows.insert(u64::try_from(index).unwrap_or(u64::MAX), row);
        }
    }
}

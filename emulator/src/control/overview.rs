//! `/_emulator/grid`, `/_emulator/runs` and so on: what the pages of the site show.

use super::call::{Call, Control};
use super::query::Query;
use super::reply::{ControlError, json_response};
use crate::state::overview::{GridQuery, RunQuery};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

/// Number of rows of a page if the query has no `limit`.
const ROWS: usize = 50;

pub(super) fn grid(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let query = Query::new(call, &["job", "status", "since", "page", "limit"])?;
    let wanted = GridQuery {
        job: query.text("job").map(str::to_owned),
        status: query.text("status").map(str::to_owned),
        since: query.age("since")?,
        page: query.page(ROWS)?,
    };
    Ok(json_response(&call.account.service.grid(&wanted)))
}

pub(super) fn runs(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let query = Query::new(call, &["job", "workflow", "status", "since", "page", "limit"])?;
    let wanted = RunQuery {
        job: query.text("job").map(str::to_owned),
        workflow: query.text("workflow").map(str::to_owned),
        status: query.text("status").map(str::to_owned),
        since: query.age("since")?,
        page: query.page(ROWS)?,
    };
    Ok(json_response(&call.account.service.runs(&wanted)))
}

pub(super) fn workflows(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let query = Query::new(call, &["page", "limit"])?;
    let page = query.page(ROWS)?;
    Ok(json_response(&call.account.service.workflows(page)))
}

pub(super) fn run(control: &Control, call: &Call) -> Result<Response, ControlError> {
    let query = Query::new(call, &["id"])?;
    let id = query.required("id")?;
    let mut view = call.account.service.one_run(id);
    if let Some(Value::Object(fields)) = &mut view {
        let path = fields.get("consoleLog").and_then(Value::as_str);
        let log = path.and_then(|path| control.accounts.consoles()?.read(path));
        fields.insert("log".to_owned(), Value::from(log));
    }
    found("run", id, view)
}

pub(super) fn job(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let query = Query::new(call, &["id"])?;
    let id = query.required("id")?;
    found("job", id, call.account.service.one_job(id))
}

pub(super) fn workflow(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let query = Query::new(call, &["id"])?;
    let id = query.required("id")?;
    found("workflow", id, call.account.service.one_workflow(id))
}

fn found(kind: &str, id: &str, view: Option<Value>) -> Result<Response, ControlError> {
    let missing = || {
        let message = format!("there is no {kind} '{}'", id.escape_debug());
        ControlError::new(StatusCode::NOT_FOUND, message, "it may be deleted, or belong to another account")
    };
    view.map(|view| json_response(&view)).ok_or_else(missing)
}

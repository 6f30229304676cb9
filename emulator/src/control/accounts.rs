//! `/_emulator/accounts`: key pairs, each with its own resources, clock, faults and journal.

use super::call::{Call, Control};
use super::json_object::JsonObject;
use super::reply::{ControlError, json_response};
use crate::state::NewResources;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

/// Returns the accounts, the default one first.
pub(super) fn list(control: &Control, _: &Call) -> Result<Response, ControlError> {
    let accounts = control.accounts.list();
    let accounts = accounts.iter().enumerate().map(|(index, account)| {
        let keys = &account.keys;
        json!({"accessKey": keys.access_key, "secretKey": keys.secret_key, "isDefault": index == 0})
    });
    Ok(json_response(&json!({"accounts": accounts.collect::<Vec<_>>()})))
}

/// Adds an account.
pub(super) async fn add(control: &Control, call: &Call) -> Result<Response, ControlError> {
    let account = control.accounts.add(resources(call)?).await?;
    let (keys, endpoint) = (&account.keys, format!("http://{}", call.host));
    let mut response =
        json_response(&json!({"accessKey": keys.access_key, "secretKey": keys.secret_key, "endpoint": endpoint}));
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// Removes an account.
pub(super) async fn remove(control: &Control, call: &Call) -> Result<Response, ControlError> {
    control.accounts.remove(call.argument()).await?;
    list(control, call)
}

/// Returns the resources that a body asks for; the documented ones without a body.
pub(super) fn resources(call: &Call) -> Result<NewResources, ControlError> {
    if call.is_empty() {
        return Ok(NewResources::Initial);
    }
    let body = call.json()?;
    let object = JsonObject::new("the body", &body, &["empty", "state"])?;
    match (object.boolean("empty")?.unwrap_or_default(), object.get("state")) {
        (true, Some(_)) => {
            let message = "the body has both 'empty' and 'state'";
            Err(ControlError::bad_request(message, "use one of them, or no body for the documented resources"))
        }
        (true, None) => Ok(NewResources::Empty),
        (false, Some(state)) => Ok(NewResources::State(state.clone())),
        (false, None) => Ok(NewResources::Initial),
    }
}

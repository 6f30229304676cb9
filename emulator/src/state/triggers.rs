//! Triggers.

use super::call::{Call, Reply};
use super::store::Store;
use crate::http::response::ErrorResponse;
use ncloud_dataflow::models::{CreateTriggerRequest, Trigger, TriggerRule, TriggerRuleInput};

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let newest_first = store.triggers.iter().rev();
    call.page(newest_first.filter(|trigger| call.matches_name(trigger.name.as_deref())), Trigger::clone)
}

pub(super) fn get(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    Reply::value(store.trigger(call.id(0))?)
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let request: CreateTriggerRequest = call.body()?;
    let trigger = Trigger {
        trigger_id: store.new_id(),
        name: Some(request.name),
        r#type: Some(request.r#type),
        trigger_rule: Some(rule(request.trigger_rule)),
        created_date: Some(call.now.date()),
        updated_date: Some(call.now.date()),
        ..Trigger::default()
    };
    let reply = Reply::value(&trigger);
    store.triggers.push(trigger);
    reply
}

/// Deletes a trigger, even if a workflow uses it: responses of workflows have a mark for such nodes.
pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let id = store.trigger(call.id(0))?.trigger_id.clone();
    store.triggers.remove(&id);
    Reply::success()
}

fn rule(given: TriggerRuleInput) -> TriggerRule {
    TriggerRule {
        r#type: Some(given.r#type),
        interval: given.interval,
        time: given.time,
        day_of_week: given.day_of_week,
        date_of_month: given.date_of_month,
        execution_date: given.execution_date,
        ..TriggerRule::default()
    }
}

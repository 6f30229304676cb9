//! When the triggers start workflows, and when they did.

use super::firing::{self, Firing};
use super::service::Service;
use super::timestamp::Timestamp;
use ncloud_dataflow::models::Trigger;
use ncloud_dataflow::schedule::Schedule;

/// Number of next times that are shown.
const NEXT: usize = 5;

/// A trigger with its schedule.
#[derive(Debug)]
pub(crate) struct TriggerTimes {
    pub(crate) trigger: Trigger,
    /// The rule in words, or why it is unreadable.
    pub(crate) schedule: Result<String, String>,
    pub(crate) next: Vec<Timestamp>,
}

impl Service {
    /// Returns all triggers, the newest first.
    pub(crate) fn trigger_times(&self) -> Vec<TriggerTimes> {
        self.read(|store, now| store.triggers.iter().rev().map(|trigger| times(trigger, now)).collect())
    }

    /// Returns the last starts by triggers, oldest first.
    pub(crate) fn firings(&self) -> Vec<Firing> {
        self.progress().firings().cloned().collect()
    }
}

fn times(trigger: &Trigger, now: Timestamp) -> TriggerTimes {
    let schedule = match trigger.trigger_rule.as_ref().map(Schedule::from_rule) {
        Some(read) => read.map_err(|error| error.to_string()),
        None => Ok(Schedule::Unscheduled),
    };
    let next = schedule.as_ref().map(|schedule| firing::times(schedule, now).take(NEXT).collect());
    TriggerTimes {
        trigger: trigger.clone(),
        next: next.unwrap_or_default(),
        schedule: schedule.map(|schedule| schedule.to_string()),
    }
}

//! An account.

use super::keys::Keys;
use crate::console::writer::Consoles;
use crate::error::EmulatorError;
use crate::faults::rule::FaultRule;
use crate::faults::rules::FaultRules;
use crate::journal::events::Events;
use crate::journal::happenings;
use crate::journal::log::Journal;
use crate::outcome_plan::OutcomePlan;
use crate::state::{Data, Happening, Pacing, Service, Settings};
use ncloud_runtime::clock::Clock;
use ncloud_runtime::operation::Operation;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Settings that every account starts with.
#[derive(Clone)]
pub(crate) struct Start {
    pub(crate) operations: &'static [&'static Operation],
    /// The machine's clock.
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) speed: f64,
    pub(crate) pacing: Pacing,
    pub(crate) plan: OutcomePlan,
    pub(crate) faults: Vec<FaultRule>,
    pub(crate) consoles: Option<Consoles>,
}

/// A key pair, and everything that belongs to it.
pub(crate) struct Account {
    pub(crate) keys: Keys,
    /// Name of its resources in the data.
    pub(crate) name: Arc<str>,
    pub(crate) service: Service,
    pub(crate) faults: FaultRules,
    pub(crate) journal: Journal,
    pub(crate) events: Arc<Events>,
    request_count: AtomicUsize,
}

impl Account {
    /// Returns an account whose resources are in the data.
    pub(crate) fn new(keys: Keys, name: Arc<str>, data: Arc<Data>, start: Start) -> Result<Self, EmulatorError> {
        let events = Arc::new(Events::default());
        let faults = FaultRules::new(start.operations, start.faults, start.pacing.seed)?;
        let settings = Settings { clock: start.clock, speed: start.speed, pacing: start.pacing, plan: start.plan };
        let (sent, owner, consoles) = (Arc::clone(&events), Arc::clone(&name), start.consoles);
        let observer = Box::new(move |happened: &[Happening]| {
            happenings::send(happened, &sent);
            let executions = happened.iter().filter_map(Happening::execution);
            for problem in executions.filter_map(|execution| consoles.as_ref()?.notice(&owner, execution)) {
                sent.send("problem", || json!({"message": problem}));
            }
        });
        let service = Service::new(data, Arc::clone(&name), settings, observer);
        let journal = Journal::new(Arc::clone(&events));
        Ok(Self { keys, name, service, faults, journal, events, request_count: AtomicUsize::new(0) })
    }

    /// Counts a request, and returns its number in this account, from 1.
    pub(crate) fn count_request(&self) -> usize {
        self.request_count.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Replaces all faults. The error is a message and a hint; nothing has changed then.
    pub(crate) fn set_faults(&self, rules: Vec<FaultRule>, seed: Option<u64>) -> Result<(), (String, String)> {
        self.faults.set(rules, seed)?;
        self.events.send("faults", || self.faults.to_json());
        Ok(())
    }
}

//! The service behind the gateway, for one account: its resources, its clock, and what happens by itself.

use super::call::{Call, Reply};
use super::clock::ServiceClock;
use super::data::Data;
use super::durable::Outcome;
use super::handlers;
use super::outcomes::{Outcomes, Pacing};
use super::progress::{Happening, Progress};
use super::reads;
use super::store::{Store, Undo};
use super::timestamp::Timestamp;
use crate::http::arguments::Arguments;
use crate::http::response::ErrorResponse;
use crate::outcome_plan::OutcomePlan;
use crate::quirks::Quirks;
use ncloud_runtime::clock::Clock;
use ncloud_runtime::operation::Operation;
use serde_json::Value;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// Called with what happened, in order.
pub(crate) type Observer = Box<dyn Fn(&[Happening]) + Send + Sync>;

/// The resources of an account, and the clock that they follow.
pub(crate) struct Service {
    pub(super) data: Arc<Data>,
    pub(super) account: Arc<str>,
    pub(super) clock: ServiceClock,
    pub(super) outcomes: Outcomes,
    pub(super) progress: Arc<Mutex<Progress>>,
    observer: Observer,
}

/// Settings of a service.
pub(crate) struct Settings {
    /// The machine's clock.
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) speed: f64,
    pub(crate) pacing: Pacing,
    pub(crate) plan: OutcomePlan,
}

impl Service {
    /// Returns the service of an account, which the data has.
    pub(crate) fn new(data: Arc<Data>, account: Arc<str>, settings: Settings, observer: Observer) -> Self {
        let stores = data.lock();
        let empty = Store::default();
        let store = stores.get(&account).unwrap_or(&empty);
        let clock = ServiceClock::new(settings.clock, settings.speed, Timestamp::from_millis(store.clock()));
        let progress = Arc::new(Mutex::new(Progress::new(store, clock.now())));
        drop(stores);
        let outcomes = Outcomes::new(settings.pacing, settings.plan);
        Self { data, account, clock, outcomes, progress, observer }
    }

    /// Carries out a call. Returns `None` if the operation has no handler.
    ///
    /// With a data file, this returns after the commit of everything that the response depends on.
    pub(crate) async fn handle(
        &self,
        operation: &'static Operation,
        arguments: &Arguments,
        body: Option<Value>,
        (quirks, template): (Quirks, Option<&str>),
    ) -> Option<Result<Reply, ErrorResponse>> {
        let handler = handlers::handler(operation.id)?;
        let call =
            |now| Call { operation, arguments, body: body.as_ref(), now, outcomes: &self.outcomes, quirks, template };
        let work = |store: &mut Store, now| {
            let call = call(now);
            if let Some(step) = self.outcomes.advance_on_read() {
                reads::count(store, &call, step);
            }
            handler(store, &call)
        };
        Some(self.change(not_written, work).await)
    }

    /// Changes resources, all or none. Returns after the commit. `work` is repeated if what it has seen was taken back.
    pub(super) async fn change<T, E>(
        &self,
        not_written: impl Fn(&str) -> E,
        work: impl Fn(&mut Store, Timestamp) -> Result<T, E>,
    ) -> Result<T, E> {
        loop {
            let (outcome, is_change, commit) = self.carry_out(&not_written, &work);
            let Some(commit) = commit else {
                return outcome;
            };
            match commit.await.unwrap_or_else(|_| Err("the emulator stops".to_owned())) {
                Ok(()) => return outcome,
                Err(reason) if is_change => return Err(not_written(&reason)),
                // What it has seen was taken back.
                Err(_) => {}
            }
        }
    }

    /// Returns the outcome, whether anything has changed, and the commit to wait for.
    pub(super) fn carry_out<T, E>(
        &self,
        not_written: &impl Fn(&str) -> E,
        work: &impl Fn(&mut Store, Timestamp) -> Result<T, E>,
    ) -> (Result<T, E>, bool, Option<oneshot::Receiver<Outcome>>) {
        let mut happened = Vec::new();
        let carried_out = {
            let mut stores = self.data.lock();
            let Some(store) = stores.get_mut(&self.account) else {
                return (Err(not_written("the account was removed")), false, None);
            };
            let now = self.clock.now();
            self.make_progress(store, now, &mut happened);
            let outcome = work(store, now);
            let mut undo = store.take_changes();
            if outcome.is_err() {
                store.undo(std::mem::take(&mut undo));
            }
            self.submit(store, now, undo, outcome, not_written, &mut happened)
        };
        self.report(&happened);
        carried_out
    }

    /// Hands over what was changed, and notices the executions in it.
    fn submit<T, E>(
        &self,
        store: &mut Store,
        now: Timestamp,
        undo: Undo,
        outcome: Result<T, E>,
        not_written: &impl Fn(&str) -> E,
        happened: &mut Vec<Happening>,
    ) -> (Result<T, E>, bool, Option<oneshot::Receiver<Outcome>>) {
        let is_change = !undo.is_empty();
        let touched = is_change.then(|| undo.touched());
        if is_change {
            store.set_clock(now.millis());
        }
        let mut commit = None;
        if let Some(committer) = &self.data.committer {
            let (send, receive) = oneshot::channel();
            match committer.submit(&self.account, store, undo, move |outcome| drop(send.send(outcome))) {
                Ok(waits) => commit = waits.then_some(receive),
                Err(refused) => {
                    let (undo, reason) = *refused;
                    store.undo(undo);
                    return (Err(not_written(&reason)), is_change, None);
                }
            }
        }
        if let Some(touched) = touched {
            self.progress().notice_all(store, &touched, now, happened);
            if touched.has_resources() {
                happened.push(Happening::Resources);
            }
        }
        (outcome, is_change, commit)
    }

    /// Lets happen what is due by itself.
    pub(crate) fn tick(&self) {
        let mut happened = Vec::new();
        if let Some(store) = self.data.lock().get_mut(&self.account) {
            self.make_progress(store, self.clock.now(), &mut happened);
        }
        self.report(&happened);
    }

    fn make_progress(&self, store: &mut Store, now: Timestamp, happened: &mut Vec<Happening>) {
        // What a handler has changed before it panicked.
        let left = store.take_changes();
        store.undo(left);
        let mut progress = self.progress();
        if !progress.is_due(store, now) {
            return;
        }
        let before = progress.fired_until();
        let firings = progress.fire(store, now, &self.outcomes);
        let undo = store.take_changes();
        let touched = undo.touched();
        if !undo.is_empty() {
            store.set_clock(now.millis());
        }
        if self.commit_progress(store, undo, before) {
            progress.record(firings, happened);
            progress.notice_all(store, &touched, now, happened);
        } else {
            progress.repeat_from(before);
        }
        progress.look(store, now, happened);
    }

    /// Hands over what triggers have started. Returns false if that was taken back.
    fn commit_progress(&self, store: &mut Store, undo: Undo, before: Timestamp) -> bool {
        let (Some(committer), false) = (&self.data.committer, undo.is_empty()) else {
            return true;
        };
        let progress = Arc::clone(&self.progress);
        // No request waits for it. If it fails, the triggers start their workflows again.
        let done = move |outcome: Outcome| {
            if outcome.is_err() {
                progress.lock().unwrap_or_else(PoisonError::into_inner).repeat_from(before);
            }
        };
        match committer.submit(&self.account, store, undo, done) {
            Ok(_) => true,
            Err(refused) => {
                store.undo(refused.0);
                false
            }
        }
    }

    pub(super) fn report(&self, happened: &[Happening]) {
        if !happened.is_empty() {
            (self.observer)(happened);
        }
    }

    pub(super) fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn not_written(reason: &str) -> ErrorResponse {
    ErrorResponse::internal_error(format!("the emulator cannot write its data file, so nothing was changed: {reason}"))
}

//! What happens by itself: triggers start workflows, and executions change their state.

use super::firing::{self, Firing};
use super::outcomes::Outcomes;
use super::run::Run;
use super::store::{Store, Touched};
use super::timestamp::Timestamp;
use ncloud_dataflow::models::{ExecutionStatus, JobExecution};
use std::collections::{BTreeMap, VecDeque};

/// Number of starts after which a turn ends. Starts of the same time belong to one turn; the others follow in the next.
pub(crate) const MAX_STARTS: usize = 10_000;

/// Number of firings that are kept.
const KEPT: usize = 1000;

/// Something that happened.
#[derive(Debug)]
pub(crate) enum Happening {
    /// An execution was created, or has a new status.
    Execution(Box<JobExecution>),
    /// A trigger has started a workflow, or could not.
    Firing(Firing),
    /// The clock was set.
    Clock,
    /// A job, trigger or workflow was created, changed or deleted.
    Resources,
}

impl Happening {
    /// Returns the execution that was created or has a new status.
    pub(crate) fn execution(&self) -> Option<&JobExecution> {
        match self {
            Self::Execution(execution) => Some(execution),
            _ => None,
        }
    }
}

/// What was noticed so far.
#[derive(Debug)]
pub(super) struct Progress {
    /// Executions that have not ended, with the status that was noticed last.
    watched: BTreeMap<String, ExecutionStatus>,
    /// Triggers have started their workflows up to this time.
    fired_until: Timestamp,
    /// Time of the last turn.
    now: Timestamp,
    /// Time at which something changes.
    next: Timestamp,
    schedule_revision: u64,
    /// False before the first turn.
    has_started: bool,
    firings: VecDeque<Firing>,
}

impl Progress {
    /// Starts now: what was due before is skipped.
    pub(super) fn new(store: &Store, now: Timestamp) -> Self {
        let mut progress = Self {
            watched: BTreeMap::new(),
            fired_until: now,
            now,
            next: now,
            schedule_revision: store.schedule_revision(),
            has_started: false,
            firings: VecDeque::new(),
        };
        for run in store.runs.iter() {
            progress.watch(run, now);
        }
        progress
    }

    pub(super) fn firings(&self) -> impl Iterator<Item = &Firing> {
        self.firings.iter()
    }

    /// Returns true if a turn may find something.
    pub(super) fn is_due(&self, store: &Store, now: Timestamp) -> bool {
        now >= self.next || now < self.now || self.schedule_revision != store.schedule_revision()
    }

    /// Starts what is due.
    pub(super) fn fire(&mut self, store: &mut Store, now: Timestamp, outcomes: &Outcomes) -> Vec<Firing> {
        self.end_abandoned(store, now);
        // The time was set back: what was due once is due again.
        let after = if now < self.now { now } else { self.fired_until };
        let due = firing::due(store, after, now, MAX_STARTS);
        self.fired_until = match due.last() {
            Some(last) if due.len() >= MAX_STARTS => last.time,
            _ => now,
        };
        due.into_iter().map(|due| firing::fire(store, due, outcomes)).collect()
    }

    /// Ends executions whose program has ended with an earlier emulator.
    fn end_abandoned(&mut self, store: &mut Store, now: Timestamp) {
        if std::mem::replace(&mut self.has_started, true) {
            return;
        }
        for id in self.watched.keys() {
            let is_abandoned = |run: &Run| run.plan.as_ref().is_some_and(|plan| plan.by_program);
            if store.runs.get(id).is_some_and(is_abandoned)
                && let Some(run) = store.runs.get_mut(id)
            {
                run.end(now, ExecutionStatus::Failed);
            }
        }
    }

    /// Records what was started.
    pub(super) fn record(&mut self, firings: Vec<Firing>, happened: &mut Vec<Happening>) {
        for firing in firings {
            self.firings.push_back(firing.clone());
            if self.firings.len() > KEPT {
                self.firings.pop_front();
            }
            happened.push(Happening::Firing(firing));
        }
    }

    /// Starts what was due after this time once more: it could not be stored.
    pub(super) fn repeat_from(&mut self, time: Timestamp) {
        self.fired_until = self.fired_until.min(time);
        self.next = self.next.min(time);
    }

    pub(super) fn fired_until(&self) -> Timestamp {
        self.fired_until
    }

    /// Notices executions that have a new status, and finds out when the next change is.
    pub(super) fn look(&mut self, store: &Store, now: Timestamp, happened: &mut Vec<Happening>) {
        let ids: Vec<String> = self.watched.keys().cloned().collect();
        for id in ids {
            match store.runs.get(&id) {
                Some(run) => self.notice(run, now, happened),
                None => drop(self.watched.remove(&id)),
            }
        }
        let changes = self.watched.keys().filter_map(|id| store.runs.get(id)?.plan.as_ref());
        let changes = changes.map(|plan| plan.next_change(now)).min().unwrap_or(Timestamp::NEVER);
        self.next = changes.min(firing::next(store, self.fired_until));
        self.now = now;
        self.schedule_revision = store.schedule_revision();
    }

    /// Notices the executions that a change has created or changed.
    pub(super) fn notice_all(
        &mut self,
        store: &Store,
        touched: &Touched,
        now: Timestamp,
        happened: &mut Vec<Happening>,
    ) {
        let runs = touched.runs.iter().filter_map(|number| store.runs.numbered_row(*number));
        runs.for_each(|run| self.notice(run, now, happened));
    }

    fn notice(&mut self, run: &Run, now: Timestamp, happened: &mut Vec<Happening>) {
        if self.watched.get(run.id()) != run.status(now) {
            self.watch(run, now);
            happened.push(Happening::Execution(Box::new(run.at(now))));
        } else if let Some(plan) = &run.plan {
            self.next = self.next.min(plan.next_change(now));
        }
    }

    fn watch(&mut self, run: &Run, now: Timestamp) {
        match (&run.plan, run.status(now)) {
            (Some(plan), Some(status)) if run.is_unfinished(now) => {
                self.next = self.next.min(plan.next_change(now));
                self.watched.insert(run.id().to_owned(), status.clone());
            }
            _ => drop(self.watched.remove(run.id())),
        }
    }
}

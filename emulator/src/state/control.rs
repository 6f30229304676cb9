//! Changes from outside of the API: the end of executions, the time, and all resources at once.

use super::change_error::ChangeError;
use super::clock::{ServiceClock, is_speed};
use super::data::Data;
use super::durable::Committer;
use super::executions::{self, NewRun};
use super::file;
use super::firing;
use super::progress::{Happening, MAX_STARTS};
use super::run::Run;
use super::service::Service;
use super::store::Store;
use super::timestamp::Timestamp;
use crate::http::response::ErrorResponse;
use crate::outcome_plan::OutcomePlan;
use crate::quirks::Quirks;
use ncloud_dataflow::models::{ExecutionStatus, JobExecution};
use serde_json::Value;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

/// New resources of an account.
#[derive(Clone, Debug)]
pub(crate) enum NewResources {
    /// The resources that the emulator has started with.
    Initial,
    /// None.
    Empty,
    /// The content of a state file.
    State(Value),
}

/// A change of the clock. The speed is set first, then the time, then the time that passes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ClockChange {
    pub(crate) speed: Option<f64>,
    pub(crate) now: Option<Timestamp>,
    pub(crate) advance: Option<Duration>,
}

impl Data {
    fn store_of(&self, resources: &NewResources) -> Result<Store, ChangeError> {
        match resources {
            NewResources::Initial => self.initial().map_err(|error| ChangeError::not_carried_out(error.to_string())),
            NewResources::Empty => Ok(Store::default()),
            NewResources::State(state) => file::from_json(state.clone(), "the state").map_err(|error| {
                ChangeError::invalid(error.message(), "use the output of GET /_emulator/state")
                    .with_details(error.details())
            }),
        }
    }

    /// Adds an account. Returns after the commit.
    pub(crate) async fn add_account(
        &self,
        account: &Arc<str>,
        secret_key: &str,
        resources: NewResources,
    ) -> Result<(), ChangeError> {
        let mut store = Store::new_account(secret_key.to_owned(), self.store_of(&resources)?);
        let waits = {
            let mut stores = self.lock();
            let undo = store.take_changes();
            let (send, receive) = oneshot::channel();
            let submit = |committer: &Committer| {
                committer.submit(account, &store, undo, move |outcome| drop(send.send(outcome)))
            };
            let submitted = self.committer.as_ref().map(submit).transpose();
            let waits = submitted.map_err(|refused| ChangeError::not_written(&refused.1))?;
            stores.insert(Arc::clone(account), store);
            waits.unwrap_or_default().then_some(receive)
        };
        let Some(commit) = waits else {
            return Ok(());
        };
        let committed = commit.await.unwrap_or_else(|_| Err("the emulator stops".to_owned()));
        committed.map_err(|reason| {
            self.forget_account(account);
            ChangeError::not_written(&reason)
        })
    }

    /// Forgets the resources of an account that was removed, or could not be added.
    pub(crate) fn forget_account(&self, account: &str) {
        self.lock().take(account);
    }
}

impl Service {
    /// Removes all resources and the account. Returns after the commit.
    pub(crate) async fn remove_account(&self) -> Result<(), ChangeError> {
        let remove = |store: &mut Store, _| {
            store.remove_account();
            Ok(())
        };
        self.change(ChangeError::not_written, remove).await
    }

    /// Replaces all resources. Returns after the commit.
    pub(crate) async fn reset(&self, resources: &NewResources) -> Result<(), ChangeError> {
        // Checked before anything changes.
        self.data.store_of(resources)?;
        let replace = |store: &mut Store, _| {
            store.replace(self.data.store_of(resources)?);
            Ok(())
        };
        self.change(ChangeError::not_written, replace).await?;
        self.outcomes.set_plan(self.outcomes.plan());
        Ok(())
    }

    /// Ends an execution now. Returns it.
    pub(crate) async fn end_execution(
        &self,
        id: &str,
        status: ExecutionStatus,
        quirks: Quirks,
    ) -> Result<JobExecution, ChangeError> {
        let end = |store: &mut Store, now| {
            let run = find(store, id)?;
            if !run.is_unfinished(now) {
                let status = run.at(now).status.unwrap_or_default();
                let message = format!("execution '{}' is {status}", id.escape_debug());
                return Err(ChangeError::conflict(message, "only a ready or running execution can be ended"));
            }
            let run = store.runs.get_mut(id).ok_or_else(|| no_execution(id))?;
            run.end(now, status.clone());
            Ok(executions::to_response(run, now, quirks))
        };
        self.change(ChangeError::not_written, end).await
    }

    /// Ends an execution whose program has ended. It does not wait for the commit; if that fails, the next start of the
    /// emulator ends the execution.
    pub(crate) fn settle(&self, id: &str, status: &ExecutionStatus) {
        let end = |store: &mut Store, now| {
            if store.runs.get(id).is_some_and(|run| run.is_unfinished(now))
                && let Some(run) = store.runs.get_mut(id)
            {
                run.end(now, status.clone());
            }
            Ok::<_, ChangeError>(())
        };
        // An account that was removed has no executions.
        let _ = self.carry_out(&ChangeError::not_written, &end);
    }

    /// Starts another execution of the same job, with the same settings and parameters. Returns it.
    pub(crate) async fn rerun(&self, id: &str, quirks: Quirks) -> Result<JobExecution, ChangeError> {
        let start = |store: &mut Store, now| {
            let execution = find(store, id)?.at(now);
            let job_id = execution.job_id.as_deref().unwrap_or_default();
            let refused = |error: ErrorResponse| ChangeError::conflict(error.reason(), "wait, or correct the job");
            let job = store.job(job_id).map_err(refused)?;
            executions::check_startable(store, job, now).map_err(refused)?;
            let start = NewRun::again(job, execution);
            let id = store.new_id();
            let run = start.run(id, now, &self.outcomes);
            let response = executions::to_response(&run, now, quirks);
            store.runs.push(run);
            Ok(response)
        };
        self.change(ChangeError::not_written, start).await
    }

    /// Returns the path of the console log of an execution; `None` before the execution runs, and without a log path.
    pub(crate) fn console_log_path(&self, id: &str) -> Result<Option<String>, ChangeError> {
        self.read(|store, now| {
            let execution = find(store, id)?.at(now);
            let path = execution.job_condition.and_then(|condition| condition.console_log_path);
            Ok(path.map(|path| path.to_string()))
        })
    }

    pub(crate) fn clock(&self) -> &ServiceClock {
        &self.clock
    }

    /// Changes the clock. What becomes due happens before this returns.
    pub(crate) fn change_clock(&self, change: ClockChange) -> Result<(), ChangeError> {
        if let Some(speed) = change.speed.filter(|speed| !is_speed(*speed)) {
            let message = format!("the speed must be from 0 to 100,000,000, not {speed}");
            return Err(ChangeError::invalid(message, "0 freezes the clock, 1 is real time"));
        }
        let now = self.clock.now();
        let target = match change.advance {
            Some(advance) => Some(change.now.unwrap_or(now).after(advance)),
            None => change.now,
        };
        if let Some(target) = target {
            self.check_target(now, target)?;
        }
        if let Some(speed) = change.speed {
            self.clock.set_speed(speed);
        }
        if let Some(target) = target {
            self.clock.set(target);
        }
        self.after_clock_change();
        Ok(())
    }

    /// Shows the machine's time again.
    pub(crate) fn reset_clock(&self) {
        self.clock.reset();
        self.after_clock_change();
    }

    fn after_clock_change(&self) {
        self.report(&[Happening::Clock]);
        self.tick();
    }

    fn check_target(&self, now: Timestamp, target: Timestamp) -> Result<(), ChangeError> {
        if !target.is_in_calendar() {
            let message = "the time must be from 1970-01-01 to 9999-01-01";
            return Err(ChangeError::invalid(message, "use a time such as 2026-12-01T09:00:00+09:00"));
        }
        let starts = self.read(|store, _| firing::count(store, now, target, MAX_STARTS.saturating_add(1)));
        if starts > MAX_STARTS {
            let message = format!("triggers would start workflows more than {MAX_STARTS} times until then");
            return Err(ChangeError::invalid(message, "advance the clock in smaller steps"));
        }
        Ok(())
    }

    pub(crate) fn plan(&self) -> OutcomePlan {
        self.outcomes.plan()
    }

    /// Replaces the plan. Executions that exist keep their outcomes.
    pub(crate) fn set_plan(&self, plan: OutcomePlan) {
        self.outcomes.set_plan(plan);
    }

    /// Reads the resources at the current time of the clock.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Store, Timestamp) -> T) -> T {
        let stores = self.data.lock();
        let now = self.clock.now();
        match stores.get(&self.account) {
            Some(store) => read(store, now),
            None => read(&Store::default(), now),
        }
    }
}

fn find<'a>(store: &'a Store, id: &str) -> Result<Cow<'a, Run>, ChangeError> {
    store.run(id).ok_or_else(|| no_execution(id))
}

fn no_execution(id: &str) -> ChangeError {
    let message = format!("there is no execution '{}'", id.escape_debug());
    ChangeError::missing(message, "'ncloud-dataflow execution list' lists the executions of all jobs")
}

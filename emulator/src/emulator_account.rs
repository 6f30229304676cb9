//! An account, for programs that own the emulator.

use crate::accounts::account::Account;
use crate::emulator_clock::EmulatorClock;
use crate::error::EmulatorError;
use crate::faults::rule::FaultRule;
use crate::journal::entry::JournalEntry;
use crate::outcome_plan::OutcomePlan;
use crate::quirks::Quirks;
use crate::state::{Data, NewResources};
use ncloud_dataflow::models::{ExecutionStatus, JobExecution};
use ncloud_runtime::Credentials;
use std::fmt;
use std::sync::Arc;

/// A key pair with its own resources, clock, faults and journal: see [`Emulator::account`](crate::Emulator::account).
///
/// Tests that run in parallel can share an emulator if each has an account.
#[derive(Clone)]
pub struct EmulatorAccount {
    endpoint: String,
    credentials: Credentials,
    account: Arc<Account>,
    data: Arc<Data>,
    quirks: Quirks,
}

impl EmulatorAccount {
    pub(crate) fn new(
        endpoint: &str,
        account: Arc<Account>,
        data: Arc<Data>,
        quirks: Quirks,
    ) -> Result<Self, EmulatorError> {
        let keys = &account.keys;
        let credentials = Credentials::new(keys.access_key.as_str(), keys.secret_key.as_str())
            .map_err(|error| EmulatorError::with_source("the key pair of the account is invalid", error))?;
        Ok(Self { endpoint: endpoint.to_owned(), credentials, account, data, quirks })
    }

    /// Returns the URL of the emulator.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Returns the credentials of the account.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Returns the clock of the account.
    #[must_use]
    pub fn clock(&self) -> EmulatorClock {
        EmulatorClock(Arc::clone(&self.account))
    }

    /// Returns the last 1,000 API requests of the account, oldest first.
    #[must_use]
    pub fn journal(&self) -> Vec<JournalEntry> {
        self.account.journal.entries()
    }

    /// Forgets the requests of [`journal`](Self::journal). Their numbers continue.
    pub fn clear_journal(&self) {
        self.account.journal.clear();
    }

    /// Replaces all faults. Counting for `skip` and `times` starts anew.
    ///
    /// # Errors
    ///
    /// A rate is not from 0 to 1, or an operation does not exist. Nothing has changed then.
    pub fn set_faults(&self, rules: impl IntoIterator<Item = FaultRule>) -> Result<(), EmulatorError> {
        let set = self.account.set_faults(rules.into_iter().collect(), None);
        set.map_err(|(message, hint)| EmulatorError::new(format!("{message}; {hint}")))
    }

    /// Sets how executions end, and when. Each job starts at its first outcome; executions that exist keep theirs.
    pub fn set_plan(&self, plan: OutcomePlan) {
        self.account.service.set_plan(plan);
    }

    /// Ends a ready or running execution now. Returns it.
    ///
    /// # Errors
    ///
    /// The execution does not exist or has ended, or the data file cannot be written.
    pub async fn end_execution(&self, id: &str, status: ExecutionStatus) -> Result<JobExecution, EmulatorError> {
        Ok(self.account.service.end_execution(id, status, self.quirks).await?)
    }

    /// Replaces all resources by the first ones of the emulator. Clock, faults and journal stay as they are.
    ///
    /// # Errors
    ///
    /// The data file cannot be written.
    pub async fn reset(&self) -> Result<(), EmulatorError> {
        Ok(self.account.service.reset(&NewResources::Initial).await?)
    }

    /// Removes all resources. Clock, faults and journal stay as they are.
    ///
    /// # Errors
    ///
    /// The data file cannot be written.
    pub async fn clear(&self) -> Result<(), EmulatorError> {
        Ok(self.account.service.reset(&NewResources::Empty).await?)
    }

    /// Returns all resources as the text of a file that [`Builder::seed_file`](crate::Builder::seed_file) reads.
    ///
    /// # Errors
    ///
    /// The account was removed.
    pub fn state(&self) -> Result<String, EmulatorError> {
        self.data.text(&self.account.name)
    }

    /// Replaces all resources by a text that [`state`](Self::state) returned.
    ///
    /// # Errors
    ///
    /// The text is invalid; the error has all problems with their places. Or the data file cannot be written.
    pub async fn set_state(&self, text: &str) -> Result<(), EmulatorError> {
        let state = serde_json::from_str(text)
            .map_err(|error| EmulatorError::input(format!("the state is not valid JSON: {error}")))?;
        Ok(self.account.service.reset(&NewResources::State(state)).await?)
    }
}

impl fmt::Debug for EmulatorAccount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EmulatorAccount")
            .field("endpoint", &self.endpoint)
            .field("access_key", &self.account.keys.access_key)
            .finish_non_exhaustive()
    }
}

//! From settings to everything that an emulator serves.

use crate::accounts::account::Start;
use crate::accounts::collection::Accounts;
use crate::builder::Builder;
use crate::clock_offset::ClockOffset;
use crate::console::program::{Programs, Template};
use crate::console::writer::Consoles;
use crate::control::call::Control;
use crate::data::rows::Listings;
use crate::error::EmulatorError;
use crate::http::entry::Site;
use crate::http::gateway::Gateway;
use crate::http::signature::SignatureCheck;
use crate::state::{Data, MAX_HISTORY, Pacing, Sources, Timestamp, is_speed, is_stateful};
use std::sync::Arc;

impl Builder {
    /// Returns everything that the emulator serves.
    pub(crate) fn site(mut self, token: Option<&str>) -> Result<Site, EmulatorError> {
        let start = self.accounts_start()?;
        let now = Timestamp::from_system_time(self.clock.now());
        let history = self.checked_history()?.map(|count| (count, self.seed, now));
        self.credentials
            .map_err(|error| EmulatorError::with_source("the key pair of the emulator is invalid", error))?;
        let sources = Sources {
            examples: self.examples,
            seed_file: self.seed_file.as_deref(),
            history,
            data: self.data.as_deref(),
        };
        let data = Arc::new(Data::open(&sources)?);
        let accounts = Arc::new(Accounts::new(self.keys, Arc::clone(&data), start)?);
        let mut listings = Listings::new(self.operations, self.examples, is_stateful);
        for (operation, count) in self.fills {
            let template = accounts.default().service.newest_row(&operation, self.quirks);
            listings.fill(&operation, count, template)?;
        }
        let tables = (self.operations, self.examples);
        let signature_check = SignatureCheck::new(self.clock);
        let gateway = Gateway::new(tables, signature_check, listings, Arc::clone(&accounts), self.quirks);
        let control = Control::new(token, accounts, data, self.quirks);
        Ok(Site { gateway: Arc::new(gateway), control })
    }

    /// Returns the settings that every account starts with.
    fn accounts_start(&mut self) -> Result<Start, EmulatorError> {
        if !is_speed(self.speed) {
            let message = format!("the speed of the emulator must be from 0 to 100,000,000, not {}", self.speed);
            return Err(EmulatorError::new(message));
        }
        if self.advance_on_read == Some(0) {
            return Err(EmulatorError::new("executions must advance after at least 1 read, not 0"));
        }
        self.clock = ClockOffset::wrap(Arc::clone(&self.clock), self.clock_offset);
        let pacing = Pacing {
            timing: self.timing,
            advance_on_read: self.advance_on_read,
            seed: self.seed,
            has_runner: self.runner.is_some(),
        };
        Ok(Start {
            operations: self.operations,
            clock: Arc::clone(&self.clock),
            speed: self.speed,
            pacing,
            plan: self.plan.clone(),
            faults: std::mem::take(&mut self.faults),
            consoles: self.consoles()?,
        })
    }

    fn checked_history(&self) -> Result<Option<usize>, EmulatorError> {
        let Some(count) = self.history else { return Ok(None) };
        if count > MAX_HISTORY {
            let message = format!("a history has at most {MAX_HISTORY} executions, not {count}");
            return Err(EmulatorError::input(message));
        }
        if self.seed_file.is_some() {
            let message = "a history and a seed file are both the first data of the emulator; choose one";
            return Err(EmulatorError::input(message));
        }
        Ok(self.history)
    }

    fn consoles(&mut self) -> Result<Option<Consoles>, EmulatorError> {
        let programs = self.runner.take().map(Template::new).transpose()?.map(Programs::new);
        match (&self.logs, programs) {
            (None, None) => Ok(None),
            (None, Some(_)) => Err(EmulatorError::input("a runner needs a folder for the logs")),
            (Some(folder), programs) => Consoles::new(folder, programs).map(Some).map_err(|error| {
                let message = format!("cannot use '{}' as the folder of the logs", folder.display());
                EmulatorError::with_source(message, error).into_input()
            }),
        }
    }
}

//! The client that a command calls with: an account's, or that of an emulator started for the call.

use crate::command::{EMULATOR, ENDPOINT, PROFILE, STATE, TIMEOUT};
use crate::failure::Failure;
use crate::process::Process;
use crate::streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::Client;
use ncloud_dataflow::runtime::{ClientBuilder, Environment};
use ncloud_dataflow_emulator::Emulator;
use std::time::Duration;

/// A client, and the emulator that it calls if there is one.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) client: Client,
    emulator: Option<Emulator>,
}

impl Connection {
    /// Makes the client that the flags ask for. Nothing is sent.
    pub(crate) async fn open(
        matches: &ArgMatches,
        process: &Process,
        streams: &mut Streams<'_>,
    ) -> Result<Self, Failure> {
        let mut builder = Client::builder().clock(process.clock.clone()).user_agent(concat!(
            env!("CARGO_PKG_NAME"),
            "/",
            env!("CARGO_PKG_VERSION")
        ));
        if let Some(limit) = matches.get_one::<Duration>(TIMEOUT) {
            builder = builder.total_timeout(*limit);
        }
        if matches.get_flag(EMULATOR) {
            return Self::emulated(builder, matches, process, streams).await;
        }
        if matches.contains_id(STATE) {
            return Err(Failure::conflict("the argument '--state' is of use with '--emulator' only"));
        }
        if let Some(profile) = matches.get_one::<String>(PROFILE) {
            builder = builder.profile(profile);
        }
        if let Some(endpoint) = matches.get_one::<String>(ENDPOINT) {
            builder = builder.endpoint(endpoint);
        }
        let client = builder.environment(process.environment.clone()).build().await?;
        let keys = client.credentials().await?;
        if keys.is_exposed() {
            streams.note(&format!(
                "warning: others on this machine can read the keys of {}; chmod 600 the file",
                keys.source()
            ));
        }
        Ok(Self { client, emulator: None })
    }

    async fn emulated(
        builder: ClientBuilder<Client>,
        matches: &ArgMatches,
        process: &Process,
        streams: &mut Streams<'_>,
    ) -> Result<Self, Failure> {
        for (id, flag) in [(ENDPOINT, "--endpoint"), (PROFILE, "--profile")] {
            if matches.contains_id(id) {
                return Err(Failure::conflict(format!("the argument '--emulator' cannot be used with '{flag}'")));
            }
        }
        let mut settings = Emulator::builder().clock(process.clock.clone());
        if let Some(path) = matches.get_one::<String>(STATE) {
            settings = settings.state(path);
        }
        let started = settings.start().await;
        let emulator = started.map_err(|error| Failure::Start(Box::new(error)))?;
        streams.note(&format!("note: calling an emulator on this machine, at {}", emulator.endpoint()));
        let client = builder
            .environment(Environment::empty())
            .endpoint(emulator.endpoint())
            .credentials(emulator.credentials().clone())
            .build()
            .await?;
        Ok(Self { client, emulator: Some(emulator) })
    }

    /// Stops the emulator if there is one, which keeps its data if it was told where.
    pub(crate) async fn close(self) -> Result<(), Failure> {
        match self.emulator {
            Some(emulator) => emulator.stop().await.map_err(|error| Failure::Lost(Box::new(error))),
            None => Ok(()),
        }
    }
}

//! The client that a command calls with: an account's, or that of an emulator started for the call.

use crate::drift::Report;
use crate::failure::Failure;
use crate::process::Process;
use crate::streams::Streams;
use crate::table::{EMULATOR, ENDPOINT, PROFILE, REPORT_DRIFT, REQUEST_TIMEOUT, STATE};
use clap::ArgMatches;
use ncloud_dataflow::Client;
use ncloud_dataflow::runtime::{ClientBuilder, Environment};
use ncloud_dataflow_emulator::Emulator;
use std::sync::Arc;
use std::time::Duration;

/// A client, and the emulator that it calls if there is one.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) client: Client,
    /// Where answers differ from the spec, if somebody wants to know.
    pub(crate) report: Option<Arc<Report>>,
    emulator: Option<Emulator>,
}

impl Connection {
    /// Makes the client that the flags ask for. Nothing is sent.
    pub(crate) async fn open(
        matches: &ArgMatches,
        process: &Process,
        streams: &mut Streams<'_>,
    ) -> Result<Self, Failure> {
        let report = matches.get_flag(REPORT_DRIFT).then(Arc::<Report>::default);
        let mut builder = settings(matches, process);
        if let Some(report) = &report {
            builder = builder.observer(report.clone());
        }
        let (client, emulator) = match matches.get_flag(EMULATOR) {
            true => emulated(builder, matches, process, streams).await?,
            false => (real(builder, matches, process, streams).await?, None),
        };
        Ok(Self { client, report, emulator })
    }

    /// Stops the emulator if there is one, which keeps its data if it was told where.
    pub(crate) async fn close(self) -> Result<(), Failure> {
        match self.emulator {
            Some(emulator) => emulator.stop().await.map_err(|error| Failure::Lost(Box::new(error))),
            None => Ok(()),
        }
    }
}

fn settings(matches: &ArgMatches, process: &Process) -> ClientBuilder<Client> {
    let name = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    let builder = Client::builder().clock(process.clock.clone()).user_agent(name);
    match matches.get_one::<Duration>(REQUEST_TIMEOUT) {
        Some(limit) => builder.total_timeout(*limit),
        None => builder,
    }
}

/// A client with the keys that are found.
async fn real(
    mut builder: ClientBuilder<Client>,
    matches: &ArgMatches,
    process: &Process,
    streams: &mut Streams<'_>,
) -> Result<Client, Failure> {
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
        let source = keys.source();
        streams.note(&format!("warning: others on this machine can read the keys of {source}; chmod 600 the file"));
    }
    for note in keys.notes() {
        streams.note(&format!("note: {note}"));
    }
    Ok(client)
}

/// A client of an emulator that is started for it.
async fn emulated(
    builder: ClientBuilder<Client>,
    matches: &ArgMatches,
    process: &Process,
    streams: &mut Streams<'_>,
) -> Result<(Client, Option<Emulator>), Failure> {
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
    let builder = builder.environment(Environment::empty()).endpoint(emulator.endpoint());
    let client = builder.credentials(emulator.credentials().clone()).build().await?;
    Ok((client, Some(emulator)))
}

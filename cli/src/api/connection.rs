//! The client of a command: for an account, or for an emulator started for the call.

use crate::api::data_file;
use crate::api::drift::DriftReport;
use crate::api::request_log::RequestLog;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::table::{DATA, EMULATOR, ENDPOINT, PROFILE, REPORT_DRIFT, REQUEST_TIMEOUT, VERBOSE};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::Client;
use ncloud_dataflow::runtime::{ClientBuilder, CredentialsSource, Environment};
use ncloud_dataflow_emulator::Emulator;
use std::sync::Arc;
use std::time::Duration;

/// A client, and its emulator if there is one.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) client: Client,
    /// Differences from the spec, with `--report-drift`.
    pub(crate) report: Option<Arc<DriftReport>>,
    emulator: Option<Emulator>,
}

impl Connection {
    /// Builds the client that the flags ask for. Sends nothing.
    pub(crate) async fn open(
        matches: &ArgMatches,
        context: &Context,
        streams: &mut Streams<'_>,
    ) -> Result<Self, Failure> {
        let report = matches.get_flag(REPORT_DRIFT).then(Arc::<DriftReport>::default);
        let level = matches.get_count(VERBOSE);
        if streams.has_json_errors() && (level > 0 || report.is_some()) {
            let message = "'--error-format json' cannot be used with '-v' or '--report-drift'".to_owned();
            return Err(CliError::usage(message, "drop one of the two; nothing was sent").into());
        }
        let mut builder = settings(matches, context);
        if level > 0 || report.is_some() {
            builder = builder.observer(RequestLog { level, lines: streams.pending(), drift: report.clone() });
        }
        let (client, emulator) = match matches.get_flag(EMULATOR) {
            true => emulator_client(builder, matches, context, streams).await?,
            false => (account_client(builder, matches, context, streams).await?, None),
        };
        if level > 0 {
            let source = client.credentials().await?.source().to_string();
            streams.line(&format!("credentials from {source}"));
        }
        Ok(Self { client, report, emulator })
    }

    /// Logs the differences from the spec, and stops the emulator if there is one. Its changes are saved already if
    /// `--data` is given.
    pub(crate) async fn close(self, streams: &mut Streams<'_>) -> Result<(), Failure> {
        if let Some(report) = &self.report {
            report.log(streams);
        }
        match self.emulator {
            Some(emulator) => emulator.stop().await.map_err(|error| Failure::EmulatorStop(Box::new(error))),
            None => Ok(()),
        }
    }
}

fn settings(matches: &ArgMatches, context: &Context) -> ClientBuilder<Client> {
    let name = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    let builder = Client::builder().clock(context.clock.clone()).user_agent(name);
    match matches.get_one::<Duration>(REQUEST_TIMEOUT) {
        Some(limit) => builder.total_timeout(*limit),
        None => builder,
    }
}

/// Returns a client for an account.
async fn account_client(
    mut builder: ClientBuilder<Client>,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<Client, Failure> {
    if matches.contains_id(DATA) {
        let message = "'--data' needs '--emulator'".to_owned();
        return Err(CliError::usage(message, "add --emulator, or drop --data").into());
    }
    if let Some(profile) = matches.get_one::<String>(PROFILE) {
        builder = builder.profile(profile);
    }
    if let Some(endpoint) = matches.get_one::<String>(ENDPOINT) {
        builder = builder.endpoint(endpoint);
    }
    let client = builder.environment(context.environment.clone()).build().await?;
    let credentials = client.credentials().await?;
    if credentials.is_exposed() {
        let source = credentials.source();
        streams.note(&format!("warning: other users can read the credentials in {source}; run chmod 600 on the file"));
    }
    if let (CredentialsSource::Environment(name), Some(profile)) =
        (credentials.source(), context.environment.variable("NCLOUD_PROFILE"))
    {
        streams.note(&format!("note: {name} takes precedence over the profile '{profile}' of NCLOUD_PROFILE"));
    }
    for note in credentials.notes() {
        streams.note(&format!("note: {note}"));
    }
    Ok(client)
}

/// Starts an emulator and returns its client.
async fn emulator_client(
    builder: ClientBuilder<Client>,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(Client, Option<Emulator>), Failure> {
    for (id, flag) in [(ENDPOINT, "--endpoint"), (PROFILE, "--profile")] {
        if matches.contains_id(id) {
            let message = format!("'--emulator' cannot be used with '{flag}'");
            return Err(CliError::usage(message, "drop one of the two").into());
        }
    }
    let mut settings = Emulator::builder().clock(context.clock.clone()).realistic_times();
    if let Some(path) = matches.get_one::<String>(DATA) {
        settings = settings.data(path);
    }
    let started = settings.start().await;
    let emulator = started.map_err(data_file::failure)?;
    data_file::note_import(&emulator, streams);
    streams.note(&format!("note: calling an emulator at {}", emulator.endpoint()));
    let builder = builder.environment(Environment::empty()).endpoint(emulator.endpoint());
    let client = builder.credentials(emulator.credentials().clone()).build().await?;
    Ok((client, Some(emulator)))
}

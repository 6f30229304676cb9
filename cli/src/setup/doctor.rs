//! `doctor`: checks the set-up, from the settings to the permission to read.

use crate::api::connection::Connection;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::output::{Format, check_document};
use crate::session::{OperatorCommand, Run, Running, Session, always};
use crate::setup::finding::{CLOCK, CONNECTION, Finding, LOG_BUCKET, READ, Report, SETTINGS, SIGNATURE, Status, TLS};
use crate::setup::network::Address;
use crate::setup::{local, log_bucket, remote};
use crate::table::{EMULATOR, ENDPOINT, OUTPUT};
use crate::terminal::output_streams::Streams;
use clap::{ArgMatches, Command};
use ncloud_dataflow::operations::SERVICE;

pub(crate) const DOCTOR: OperatorCommand =
    OperatorCommand { noun: None, verb: "doctor", build, handles: always, run: Run::Local(run) };

fn build(command: Command) -> Command {
    command
        .about("Check the set-up")
        .long_about(
            "Check the set-up\n\nChecks the settings, the mode of the credentials file, the connection, the clock, the \
             signature and the permission to read, and prints a line for each: 'ok', or what is wrong and what to do. \
             A failed check does not end the command. Nothing is changed.",
        )
        .before_long_help(
            "Examples:\n  ncloud-dataflow doctor\n  ncloud-dataflow doctor --profile test -o json\n  \
             ncloud-dataflow --emulator doctor",
        )
        .after_long_help(
            "Exit codes:\n  0  every check passed or was skipped\n  1  another check failed\n  2  invalid usage\n  \
             4  credentials or a permission are missing or rejected",
        )
}

fn run<'a>(session: Session<'a, '_>) -> Running<'a> {
    Box::pin(doctor(session))
}

async fn doctor(session: Session<'_, '_>) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    let format = matches.get_one::<Format>(OUTPUT).copied().unwrap_or(Format::Table);
    check_document(format, "doctor")?;
    let mut report = Report::new(format);
    let checked = check(matches, context, streams, &mut report).await;
    report.finish("doctor", streams)?;
    checked?;
    verdict(&report)
}

async fn check(
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
    report: &mut Report,
) -> Result<(), Failure> {
    let (finding, connection) = settings(matches, context, streams).await?;
    report.add(finding, streams)?;
    report.add(local::file_mode(context, matches.get_flag(EMULATOR)), streams)?;
    let Some(connection) = connection else {
        // The network can be checked without credentials.
        let flag = matches.get_one::<String>(ENDPOINT).map(String::as_str);
        let set = flag.or_else(|| context.environment.variable(SERVICE.endpoint_variable));
        let address = Address::of(set.unwrap_or(SERVICE.endpoint), &context.environment);
        reach(&address, streams, report).await?;
        return skip(&[TLS, CLOCK, SIGNATURE, READ, LOG_BUCKET], "needs valid settings", streams, report);
    };
    let checked = online(&connection, matches, context, streams, report).await;
    let closed = connection.close(streams).await;
    checked.and(closed)
}

fn skip(checks: &[&'static str], why: &str, streams: &mut Streams<'_>, report: &mut Report) -> Result<(), Failure> {
    checks.iter().try_for_each(|check| report.add(Finding::skipped(check, why), streams))
}

/// Runs the checks that need the network.
async fn online(
    connection: &Connection,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
    report: &mut Report,
) -> Result<(), Failure> {
    let address = Address::of(&connection.client.endpoint(), &context.environment);
    if !reach(&address, streams, report).await? {
        return skip(&[TLS, CLOCK, SIGNATURE, READ, LOG_BUCKET], "needs a connection", streams, report);
    }
    for finding in remote::check(&connection.client, &address, context).await {
        report.add(finding, streams)?;
    }
    report.add(log_bucket::check(&connection.client, matches, context).await, streams)
}

/// Checks the network below TLS. Returns whether requests can be sent.
async fn reach(address: &Address, streams: &mut Streams<'_>, report: &mut Report) -> Result<bool, Failure> {
    let names = address.resolve().await;
    let is_resolved = names.status != Status::Failed;
    report.add(names, streams)?;
    let connected = match is_resolved {
        true => address.connect().await,
        false => Finding::skipped(CONNECTION, "needs name resolution"),
    };
    let is_connected = is_resolved && connected.status != Status::Failed;
    report.add(connected, streams)?;
    Ok(is_connected)
}

/// Reads the settings and builds a client.
async fn settings(
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(Finding, Option<Connection>), Failure> {
    let opened = match Connection::open(matches, context, streams).await {
        Ok(connection) => match connection.client.credentials().await {
            Ok(credentials) => Ok((connection, credentials)),
            Err(error) => Err(error),
        },
        Err(Failure::Call { error, .. }) => Err(error),
        Err(failure) => return Err(failure),
    };
    Ok(match opened {
        Ok((connection, credentials)) => {
            let source = match matches.get_flag(EMULATOR) {
                true => "the emulator".to_owned(),
                false => credentials.source().to_string(),
            };
            let detail = format!("credentials from {source}; endpoint {}", connection.client.endpoint());
            (Finding::ok(SETTINGS, detail), Some(connection))
        }
        Err(error) => {
            let remedy = error.hint().unwrap_or("run ncloud-dataflow configure").to_owned();
            (Finding::no_access(SETTINGS, error.to_string(), remedy), None)
        }
    })
}

/// Returns an error if a check failed.
fn verdict(report: &Report) -> Result<(), Failure> {
    let bad: Vec<&Finding> = report.findings.iter().filter(|finding| finding.is_bad()).collect();
    let message = match bad.as_slice() {
        [] => return Ok(()),
        [only] => format!("a check failed: {}", only.check),
        several => {
            let names: Vec<&str> = several.iter().map(|finding| finding.check).collect();
            format!("{} checks failed: {}", several.len(), names.join(", "))
        }
    };
    let hint = "do what the line says, then run the command again";
    Err(match bad.iter().any(|finding| finding.status == Status::NoAccess) {
        true => CliError::credentials(message, hint),
        false => CliError::response(message, hint),
    }
    .into())
}

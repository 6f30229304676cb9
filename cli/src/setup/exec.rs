//! `exec`: runs a program with the credentials in its environment.

use crate::failure::{CliError, Failure};
use crate::program;
use crate::session::{OperatorCommand, Run, Running, Session, always};
use crate::setup::unused;
use crate::table::{DATA, EMULATOR, ENDPOINT, OUTPUT, PROFILE, REPORT_DRIFT, REQUEST_TIMEOUT};
use clap::Command;
use ncloud_dataflow::Client;
use ncloud_dataflow::operations::SERVICE;
use ncloud_dataflow::runtime::{Credentials, Environment};
use std::io;
use std::process::Command as Program;

pub(crate) const EXEC: OperatorCommand =
    OperatorCommand { noun: None, verb: "exec", build, handles: always, run: Run::Local(run) };

fn build(command: Command) -> Command {
    command
        .about("Run a program with the credentials in its environment")
        .long_about(
            "Run a program with the credentials in its environment\n\nSets NCLOUD_ACCESS_KEY_ID, NCLOUD_ACCESS_KEY, \
             NCLOUD_SECRET_ACCESS_KEY and NCLOUD_SECRET_KEY, so that Terraform, scripts and SDKs use the same account. \
             With --endpoint, NCLOUD_DATAFLOW_ENDPOINT is set too. NCLOUD_PROFILE is removed. Nothing is printed.",
        )
        .before_long_help(
            "Examples:\n  ncloud-dataflow exec --profile test -- terraform plan\n  \
             ncloud-dataflow exec -- sh -c 'python report.py \"$NCLOUD_ACCESS_KEY_ID\"'",
        )
        .after_long_help(
            "Put '--' before the program, so that its flags are not taken for flags of this command. The shell replaces \
             variables before this command runs: use sh -c '…' to read them in the program's environment.\n\n\
             The credentials of a server's role are not passed on, because they expire: programs read them \
             themselves.\n\n\
             Exit code: the exit code of the program; 126 if it cannot be run, 127 if it is not found.",
        )
        .arg(program::arg())
}

fn run<'a>(session: Session<'a, '_>) -> Running<'a> {
    Box::pin(exec(session))
}

async fn exec(session: Session<'_, '_>) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    if matches.get_flag(EMULATOR) {
        let message = "'exec' does not use '--emulator', which would end when the program starts".to_owned();
        let hint = "run 'ncloud-dataflow emulator' in another terminal; it prints the variables to set";
        return Err(CliError::usage(message, hint).into());
    }
    unused::reject(matches, "exec", &[DATA, OUTPUT, REQUEST_TIMEOUT, REPORT_DRIFT])?;
    let mut program = program::read(matches)?;
    let profile = matches.get_one::<String>(PROFILE).map(String::as_str);
    let credentials = Credentials::find_for(&context.environment, profile, &mut program)?;
    if credentials.is_exposed() {
        let source = credentials.source();
        streams.note(&format!("warning: other users can read the credentials in {source}; run chmod 600 on the file"));
    }
    if let Some(endpoint) = matches.get_one::<String>(ENDPOINT) {
        // Rejects an endpoint that the program could not use.
        let client = Client::builder().environment(Environment::empty()).credentials(credentials).endpoint(endpoint);
        program.env(SERVICE.endpoint_variable, client.build().await?.endpoint());
    }
    streams.flush()?;
    let error = replace(&mut program);
    Err(program::not_started(&program, &error))
}

/// Replaces this process by the program, which so gets all signals and whose exit code is ours. Returns on errors only.
#[cfg(unix)]
fn replace(program: &mut Program) -> io::Error {
    std::os::unix::process::CommandExt::exec(program)
}

/// Runs the program and exits with its code. Returns on errors only.
#[cfg(not(unix))]
fn replace(program: &mut Program) -> io::Error {
    match program.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}

//! `emulator exec`: runs a program with an emulator of its own.

use crate::api::data_file;
use crate::args::help;
use crate::context::Context;
use crate::emulator::{ready, settings};
use crate::failure::Failure;
use crate::object_storage::ENDPOINT_VARIABLE;
use crate::program;
use crate::terminal::output_streams::Streams;
use clap::{Arg, ArgMatches, Command};
use ncloud_dataflow::operations::SERVICE;
use ncloud_dataflow::runtime::{Credentials, Environment};
use ncloud_dataflow_emulator::{Builder, DEMO_ACCESS_KEY, DEMO_SECRET_KEY, Emulator};
use std::process::{Command as Program, ExitStatus};
use tokio::process::Child;

/// Name of the command.
pub(crate) const NAME: &str = "exec";

const DETAILS: &str = "\
Run a program with an emulator of its own

Starts an emulator on a free port, sets NCLOUD_DATAFLOW_ENDPOINT, NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY \
for the program, and stops the emulator when the program ends. NCLOUD_PROFILE is removed, and NO_PROXY names the \
emulator's address. Nothing is printed.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow emulator exec -- pytest
  ncloud-dataflow emulator exec --fault lost=0.05 --seed 7 -- npm test
  ncloud-dataflow emulator exec -- sh -c 'ncloud-dataflow job list'";

const NOTES: &str = "\
Put options after 'exec', and '--' before the program. SIGINT, SIGTERM and SIGHUP are passed on to it. Ctrl-C in a terminal reaches the program \
directly.

Exit code: the exit code of the program; 128 plus the number of the signal that ended it; 126 if it cannot be run, 127 if it \
is not found; 1 if the emulator cannot start.";

/// Returns the command, with the settings of the emulator.
pub(crate) fn command(settings: impl IntoIterator<Item = Arg>) -> Command {
    let command = Command::new(NAME)
        .about("Run a program with an emulator of its own")
        .long_about(DETAILS)
        .help_template(help::TEMPLATE)
        .before_long_help(EXAMPLES)
        .after_long_help(NOTES)
        .args(settings)
        .arg(program::arg());
    help::with_summary_note(command)
}

/// Runs the program and ends with its exit code.
pub(crate) async fn run(
    builder: Builder,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let mut program = program::read(matches)?;
    // From here on a signal does not end this process before the program and the emulator.
    let mut signals = Signals::watch();
    let emulator = builder.start().await.map_err(data_file::failure)?;
    data_file::note_import(&emulator, streams);
    ready::warn(&emulator, matches, streams);
    set_variables(&mut program, &emulator, context)?;
    if let Some(logs) = settings::logs_address(matches) {
        program.env(ENDPOINT_VARIABLE, logs);
    }
    streams.flush()?;
    let mut program = tokio::process::Command::from(program);
    let ended = match program.spawn() {
        Ok(mut child) => Ok(signals.pass_on_until_end(&mut child).await?),
        Err(error) => Err(program::not_started(program.as_std(), &error)),
    };
    let stopped = emulator.stop().await.map_err(|error| Failure::EmulatorStop(Box::new(error)));
    match exit_code(ended?) {
        0 => stopped,
        code => {
            if let Err(failure) = stopped {
                failure.report(streams);
            }
            Err(Failure::Program(code))
        }
    }
}

/// Sets the variables of a client, and removes those that would override them.
fn set_variables(program: &mut Program, emulator: &Emulator, context: &Context) -> Result<(), Failure> {
    let credentials = Environment::empty()
        .with("NCLOUD_ACCESS_KEY_ID", DEMO_ACCESS_KEY)
        .with("NCLOUD_SECRET_ACCESS_KEY", DEMO_SECRET_KEY);
    // All names of both keys: a tool may prefer another one.
    Credentials::find_for(&credentials, None, program)?;
    program.env(SERVICE.endpoint_variable, emulator.endpoint());
    // A proxy cannot reach a loopback address of this machine.
    let host = emulator.endpoint().trim_start_matches("http://");
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host).trim_matches(['[', ']']);
    let variable = |name| context.environment.variable(name).filter(|value| !value.is_empty());
    for (name, other) in [("NO_PROXY", "no_proxy"), ("no_proxy", "NO_PROXY")] {
        match variable(name).or_else(|| variable(other)) {
            Some("*") => program.env(name, "*"),
            Some(known) => program.env(name, format!("{known},{host},localhost")),
            None => program.env(name, format!("{host},localhost")),
        };
    }
    Ok(())
}

/// Returns the exit code of a program, as shells do.
fn exit_code(status: ExitStatus) -> u8 {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return u8::try_from(128 + signal).unwrap_or(u8::MAX);
    }
    status.code().map_or(1, |code| u8::try_from(code).unwrap_or(1))
}

/// The signals that are passed on to the program.
#[cfg(unix)]
struct Signals(Vec<(rustix::process::Signal, tokio::signal::unix::Signal)>);

#[cfg(unix)]
impl Signals {
    fn watch() -> Self {
        use rustix::process::Signal;
        use tokio::signal::unix::{SignalKind, signal};
        let kinds = [
            (Signal::INT, SignalKind::interrupt()),
            (Signal::TERM, SignalKind::terminate()),
            (Signal::HUP, SignalKind::hangup()),
        ];
        Self(kinds.into_iter().filter_map(|(number, kind)| Some((number, signal(kind).ok()?))).collect())
    }

    async fn pass_on_until_end(&mut self, child: &mut Child) -> Result<ExitStatus, Failure> {
        loop {
            let id = child.id();
            let signal = tokio::select! {
                ended = child.wait() => return Ok(ended?),
                signal = self.next() => signal,
            };
            // The terminal has sent its Ctrl-C to the program too; a second one often means "stop without cleaning up".
            if signal == rustix::process::Signal::INT && is_in_foreground() {
                continue;
            }
            let id = id.and_then(|id| i32::try_from(id).ok()).and_then(rustix::process::Pid::from_raw);
            if let Some(id) = id {
                // An error means that the program has ended; the loop then ends too.
                let _ = rustix::process::kill_process(id, signal);
            }
        }
    }

    async fn next(&mut self) -> rustix::process::Signal {
        use std::task::Poll;
        std::future::poll_fn(|task| {
            for (number, signal) in &mut self.0 {
                if signal.poll_recv(task).is_ready() {
                    return Poll::Ready(*number);
                }
            }
            Poll::Pending
        })
        .await
    }
}

/// Returns whether the terminal sends Ctrl-C to this process and its program.
#[cfg(unix)]
fn is_in_foreground() -> bool {
    let group = std::fs::File::open("/dev/tty").ok().and_then(|terminal| rustix::termios::tcgetpgrp(terminal).ok());
    group == Some(rustix::process::getpgrp())
}

/// The system sends Ctrl-C to the program.
#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn watch() -> Self {
        Self
    }

    async fn pass_on_until_end(&mut self, child: &mut Child) -> Result<ExitStatus, Failure> {
        loop {
            tokio::select! {
                ended = child.wait() => return Ok(ended?),
                _ = tokio::signal::ctrl_c() => {}
            }
        }
    }
}

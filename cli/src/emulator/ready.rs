//! What the emulator prints when it is ready.

use crate::emulator::settings::{self, HOST};
use crate::failure::Failure;
use crate::object_storage::ENDPOINT_VARIABLE;
use crate::terminal::output_streams::Streams;
use clap::{Arg, ArgMatches};
use ncloud_dataflow::operations::SERVICE;
use ncloud_dataflow_emulator::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, Emulator};
use serde_json::json;
use std::net::IpAddr;

/// ID of the argument with the format.
const READY: &str = ":ready";

/// Returns the argument that selects the format.
pub(crate) fn arg() -> Arg {
    Arg::new(READY)
        .long("ready")
        .value_name("FORMAT")
        .value_parser(["export", "json"])
        .hide_possible_values(true)
        .help("Print when ready: export or json [default: export]")
        .long_help(
            "What to print when the emulator is ready: export (shell lines) or json (endpoint, credentials and process ID \
             on one line) [default: export]",
        )
}

/// Prints endpoint and credentials, so that a reader knows that the emulator serves requests.
pub(crate) fn print(emulator: &Emulator, matches: &ArgMatches, streams: &mut Streams<'_>) -> Result<(), Failure> {
    if matches.get_one::<String>(READY).is_some_and(|format| format == "json") {
        let mut object = json!({
            "endpoint": emulator.endpoint(), "accessKey": DEMO_ACCESS_KEY, "secretKey": DEMO_SECRET_KEY,
            "pid": std::process::id(),
        });
        if let (Some(token), Some(fields)) = (emulator.control_token(), object.as_object_mut()) {
            fields.insert("token".to_owned(), token.into());
        }
        writeln!(streams.out(), "{object}")?;
    } else {
        writeln!(streams.out(), "export {}={}", SERVICE.endpoint_variable, emulator.endpoint())?;
        writeln!(streams.out(), "export NCLOUD_ACCESS_KEY_ID={DEMO_ACCESS_KEY}")?;
        writeln!(streams.out(), "export NCLOUD_SECRET_ACCESS_KEY={DEMO_SECRET_KEY}")?;
        if let Some(logs) = settings::logs_address(matches) {
            let logs = shlex::try_quote(&logs).map_err(std::io::Error::other)?;
            writeln!(streams.out(), "export {ENDPOINT_VARIABLE}={logs}")?;
        }
    }
    streams.flush()?;
    Ok(())
}

/// Warns if other machines can reach the emulator, and shows the token that they need to control it.
pub(crate) fn warn(emulator: &Emulator, matches: &ArgMatches, streams: &mut Streams<'_>) {
    let Some(host) = matches.get_one::<IpAddr>(HOST).filter(|host| !host.is_loopback()) else {
        return;
    };
    let port = emulator.endpoint().rsplit(':').next().unwrap_or_default();
    let place = match host.is_unspecified() {
        true => format!("on all interfaces ({host}), port {port}"),
        false => format!("on {host}, port {port}"),
    };
    streams.note(&format!(
        "warning: the emulator listens {place}; other machines can reach it, the traffic is not encrypted, and the demo \
         credentials are public"
    ));
    if let Some(token) = emulator.control_token() {
        streams.note(&format!("note: control below /_emulator needs the header 'Authorization: Bearer {token}'"));
    }
}

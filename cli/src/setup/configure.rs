//! `configure`: asks for the keys of a profile and writes them to the credentials file.

use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::session::{OperatorCommand, Run, Running, Session, always};
use crate::setup::profile_file::{PLACE, ProfileFile};
use crate::setup::profile_text::{self, DEFAULT, NewKeys};
use crate::setup::{mask, unused};
use crate::table::{DATA, EMULATOR, ENDPOINT, OUTPUT, PROFILE, REPORT_DRIFT, REQUEST_TIMEOUT};
use crate::terminal::input::Lines;
use crate::terminal::output_streams::Streams;
use crate::terminal::shell;
use clap::{ArgMatches, Command};
use ncloud_dataflow::runtime::{Credentials, Environment};
use std::io;

pub(crate) const CONFIGURE: OperatorCommand =
    OperatorCommand { noun: None, verb: "configure", build, handles: always, run: Run::Local(run) };

fn build(command: Command) -> Command {
    command
        .about("Save credentials")
        .long_about(
            "Save credentials\n\nAsks for the access key and the secret key of a profile, and writes them to \
             ~/.ncloud/configure. Other profiles, comments and unknown keys stay as they are. The secret key is not \
             shown while you type. Without a terminal, the two keys are read from two lines of standard input.",
        )
        .before_long_help(
            "Examples:\n  ncloud-dataflow configure\n  ncloud-dataflow configure --profile test\n  \
             printf '%s\\n' \"$ACCESS_KEY\" \"$SECRET_KEY\" | ncloud-dataflow configure",
        )
        .after_long_help(
            "The profile is --profile, else NCLOUD_PROFILE, else DEFAULT. An empty line keeps the stored key.\n\n\
             You find your keys in the console: My Account, API authentication keys.",
        )
}

fn run<'a>(session: Session<'a, '_>) -> Running<'a> {
    Box::pin(configure(session))
}

async fn configure(session: Session<'_, '_>) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    unused::reject(matches, "configure", &[EMULATOR, DATA, ENDPOINT, REQUEST_TIMEOUT, REPORT_DRIFT, OUTPUT])?;
    let profile = profile(matches, context)?;
    let file = ProfileFile::open(&context.environment)?;
    // A file that cannot be changed is reported before the questions.
    changed(&file, &profile, &NewKeys { access_key: None, secret_key: None })?;
    let known = known(context, &profile);
    let keys = match (context.input_is_terminal(), streams.is_terminal(true)) {
        (true, true) => ask(&profile, known.as_deref(), context, streams).await?,
        (false, _) => read(context).await?,
        (true, false) => {
            let message = "the questions need a terminal, but standard error is none".to_owned();
            return Err(CliError::usage(message, PIPE).into());
        }
    };
    keys.check(known.as_deref(), streams)?;
    let text = changed(&file, &profile, &keys.changes())?;
    file.replace(&text)?;
    let written = Credentials::find(&home_only(context), Some(&profile))?;
    if keys.access_key.as_deref().is_some_and(|key| key != written.access_key()) {
        let message = format!("profile '{profile}' of {PLACE} does not hold the new access key");
        return Err(CliError::response(message, "check the file by hand").into());
    }
    report(&file, &text, &profile, context, streams);
    Ok(())
}

const PIPE: &str = "pipe the two keys, one per line: printf '%s\\n' \"$ACCESS_KEY\" \"$SECRET_KEY\" | ncloud-dataflow \
                    configure; nothing was changed";

/// Returns the profile to change, in the order in which credentials are found.
fn profile(matches: &ArgMatches, context: &Context) -> Result<String, Failure> {
    let named = matches.get_one::<String>(PROFILE).map(String::as_str);
    let name = named.or_else(|| context.environment.variable("NCLOUD_PROFILE")).unwrap_or(DEFAULT);
    let is_valid = !name.is_empty()
        && name.trim() == name
        && !name.contains(|part: char| matches!(part, '[' | ']') || part.is_control());
    match is_valid {
        true => Ok(name.to_owned()),
        false => Err(CliError::usage(
            format!("'{name}' cannot be the name of a profile"),
            "use a name without brackets and without spaces around it; nothing was changed",
        )
        .into()),
    }
}

fn changed(file: &ProfileFile, profile: &str, new: &NewKeys<'_>) -> Result<Vec<u8>, Failure> {
    profile_text::set(file.text(), profile, new).map_err(|problem| {
        let message = format!("cannot change {PLACE}: {problem}");
        CliError::usage(message, "correct the file with an editor, then run the command again").into()
    })
}

/// Returns an environment that has the credentials file only.
fn home_only(context: &Context) -> Environment {
    match context.environment.home() {
        Some(home) => Environment::empty().with_home(home),
        None => Environment::empty(),
    }
}

/// Returns the stored access key, if the profile is complete.
fn known(context: &Context, profile: &str) -> Option<String> {
    let found = Credentials::find(&home_only(context), Some(profile)).ok()?;
    Some(found.access_key().to_owned())
}

/// The keys that were given; `None` keeps a stored key.
struct Given {
    access_key: Option<String>,
    secret_key: Option<String>,
}

impl Given {
    fn changes(&self) -> NewKeys<'_> {
        NewKeys { access_key: self.access_key.as_deref(), secret_key: self.secret_key.as_deref() }
    }

    /// Rejects keys that cannot be used. No message shows a key.
    fn check(&self, known: Option<&str>, streams: &mut Streams<'_>) -> Result<(), Failure> {
        let access_key = self.access_key.as_deref().or(known).unwrap_or_default();
        let reject = |message: &str| CliError::usage(message.to_owned(), CONSOLE);
        if self.secret_key.is_none() && self.access_key.as_deref().is_some_and(|key| Some(key) != known) {
            return Err(reject("the access key is new, but the secret key is empty").into());
        }
        let unusable = |key: &str| key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic());
        if unusable(access_key) {
            return Err(reject("the access key is empty, or has a space or another unusable character").into());
        }
        if self.secret_key.as_deref().is_some_and(unusable) {
            return Err(reject("the secret key is empty, or has a space or another unusable character").into());
        }
        if self.secret_key.as_deref() == Some(access_key) {
            return Err(reject("the secret key is the same as the access key").into());
        }
        if self.access_key.is_none() && self.secret_key.is_none() {
            streams.note("note: both stored keys are kept");
        }
        Ok(())
    }
}

const CONSOLE: &str = "copy both keys from the console: My Account, API authentication keys; nothing was changed";

/// Asks for both keys. An empty reply keeps a stored key.
async fn ask(
    profile: &str,
    known: Option<&str>,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<Given, Failure> {
    streams.note(&format!("Profile '{profile}' of {PLACE}"));
    let mut lines = Lines::new(context.input());
    let kept = known.map(|key| format!(" [{}]", mask::access_key(key))).unwrap_or_default();
    streams.prompt(&format!("Access key{kept}: "));
    let access_key = answer(&mut lines, known.is_some(), streams).await?;
    let hidden = context.hide_input().map_err(|error| {
        Failure::from(CliError::usage(format!("cannot hide the secret key while you type: {error}"), PIPE))
    })?;
    let kept = if known.is_some() { " [keep]" } else { "" };
    streams.prompt(&format!("Secret key, not shown{kept}: "));
    let secret_key = answer(&mut lines, known.is_some(), streams).await;
    drop(hidden);
    Ok(Given { access_key, secret_key: secret_key? })
}

/// Reads the reply to a prompt.
async fn answer(lines: &mut Lines, can_keep: bool, streams: &mut Streams<'_>) -> Result<Option<String>, Failure> {
    match lines.next().await.map_err(|error| unreadable(&error))? {
        Some(line) => Ok(Some(key(&line)).filter(|key| !(can_keep && key.is_empty()))),
        None => {
            // Ends the line of the prompt.
            streams.note("");
            let message = "the input has ended before both keys were given".to_owned();
            Err(CliError::usage(message, PIPE).into())
        }
    }
}

/// Reads both keys without asking.
async fn read(context: &Context) -> Result<Given, Failure> {
    let mut lines = Lines::new(context.input());
    let mut found = Vec::new();
    while let Some(line) = lines.next().await.map_err(|error| unreadable(&error))? {
        if found.len() == 2 && line.trim().is_empty() {
            continue;
        }
        found.push(key(&line));
        if found.len() > 2 {
            break;
        }
    }
    match <[String; 2]>::try_from(found) {
        Ok([access_key, secret_key]) => Ok(Given { access_key: Some(access_key), secret_key: Some(secret_key) }),
        Err(found) => {
            let count = match found.len() {
                0 => "none",
                1 => "one",
                _ => "more",
            };
            let message =
                format!("expected two lines on standard input, the access key and the secret key, but found {count}");
            Err(CliError::usage(message, PIPE).into())
        }
    }
}

/// Returns a key without the spaces and quotes around it, which are not part of it.
fn key(line: &str) -> String {
    let line = line.trim();
    let unquoted = ['"', '\''].into_iter().find_map(|quote| line.strip_prefix(quote)?.strip_suffix(quote));
    unquoted.unwrap_or(line).to_owned()
}

fn unreadable(error: &io::Error) -> Failure {
    CliError::usage(format!("cannot read standard input: {error}"), PIPE).into()
}

fn report(file: &ProfileFile, text: &[u8], profile: &str, context: &Context, streams: &mut Streams<'_>) {
    streams.note(&format!("saved profile '{profile}' in {PLACE}"));
    for note in &file.notes {
        streams.note(note);
    }
    let last = profile_text::last_profile(text);
    if last != profile_text::last_profile(file.text()) && last.as_deref() == Some(profile) && profile != DEFAULT {
        streams.note(&format!(
            "note: tools of the vendor that do not know profiles use the last keys of the file, which are now those of \
             '{profile}'"
        ));
    }
    let variables = ["NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY"];
    if let Some(name) = variables.into_iter().find(|name| context.environment.variable(name).is_some()) {
        streams.note(&format!("note: {name} is set and takes precedence, unless you name a profile with --profile"));
    }
    let flag = if profile == DEFAULT { String::new() } else { format!(" --profile {}", shell::word(profile)) };
    streams.note(&format!("next: ncloud-dataflow doctor{flag}"));
}

//! `--resume`: continues a listing that broke off.

use crate::api::formatter;
use crate::failure::{CliError, Failure};
use crate::table::{DATA, EMULATOR, LIMIT, NO_PAGINATE, QUERY, RESUME};
use crate::terminal::shell;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::Paging;
use ncloud_dataflow::runtime::{Request, ResumeToken};
use sha2::{Digest, Sha256};
use std::ffi::OsString;
use std::fmt::Write;

/// A position in a listing: the token of the library, and a mark of the listing that it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Position {
    pub(crate) token: ResumeToken,
    listing: String,
}

impl Position {
    /// Returns the position in the arguments.
    pub(crate) fn from_matches(matches: &ArgMatches) -> Option<Self> {
        matches.try_get_one::<Self>(RESUME).ok().flatten().cloned()
    }

    /// Refuses a position of another listing: it would lose rows without a word.
    pub(crate) fn check(&self, listing: &str) -> Result<(), Failure> {
        if self.listing == listing {
            return Ok(());
        }
        let message = "the token of '--resume' belongs to another listing, account or filter".to_owned();
        let hint = "use the command that was printed with it, or drop --resume; no row was requested";
        Err(CliError::usage(message, hint).into())
    }
}

/// Parses the value of the flag, e.g. `57:1000:12:5d1c09aa`.
pub(crate) fn parse(text: &str) -> Result<Position, String> {
    let parsed = text.rsplit_once(':').and_then(|(token, listing)| {
        let is_mark = listing.len() == MARK_LENGTH && listing.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_mark.then(|| token.parse().ok()).flatten().map(|token| Position { token, listing: listing.to_owned() })
    });
    parsed.ok_or_else(|| "expected a token that a listing has printed, such as 57:1000:12:5d1c09aa".to_owned())
}

/// Length of the mark of a listing, in hexadecimal digits.
const MARK_LENGTH: usize = 8;

/// Returns the mark of a listing: of service, account, path and filters. It shows none of them.
pub(crate) fn mark(request: &Request, paging: &Paging, access_key: &str) -> String {
    let operation = request.operation();
    let mut hash = Sha256::new();
    let parts = operation.parameters.iter().filter(|parameter| ![paging.page, paging.limit].contains(&parameter.name));
    let parts =
        parts.map(|parameter| format!("{}={}", parameter.name, request.value(parameter.name).unwrap_or_default()));
    let endpoint = request.client().endpoint().to_string();
    for part in [endpoint, access_key.to_owned(), operation.id.to_owned()].into_iter().chain(parts) {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let mut mark = String::new();
    for byte in hash.finalize().iter().take(MARK_LENGTH / 2) {
        let _ = write!(mark, "{byte:02x}");
    }
    mark
}

/// The command that continues a listing, apart from its position.
#[derive(Debug)]
pub(crate) struct Continuation {
    words: Vec<String>,
    limit: Option<u64>,
    listing: String,
}

impl Continuation {
    /// Returns the continuation of a command, or `None` if its output cannot be continued: a document or the result of a
    /// query is one whole, and the emulator of a command ends with it.
    pub(crate) fn new(args: &[OsString], listing: String, matches: &ArgMatches) -> Option<Self> {
        let is_lost = matches.get_flag(EMULATOR) && !matches.contains_id(DATA);
        if is_whole(matches) || is_lost || matches.get_flag(NO_PAGINATE) {
            return None;
        }
        Some(Self { words: without_position(args)?, limit: matches.get_one::<u64>(LIMIT).copied(), listing })
    }

    /// Returns the command that continues at a position, after this number of rows.
    pub(crate) fn at(&self, token: &ResumeToken, written: u64) -> String {
        let mut words = self.words.clone();
        let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
        let rest = self.limit.map(|limit| format!("--limit {}", limit.saturating_sub(written)));
        let position = format!("--resume {token}:{}", self.listing);
        words.splice(end..end, rest.into_iter().chain([position]));
        words.join(" ")
    }
}

/// Returns the words of a command for a shell, without the flags that a position replaces. `None` if they are no text.
fn without_position(args: &[OsString]) -> Option<Vec<String>> {
    let mut words = vec![crate::table::PROGRAM.to_owned()];
    let mut args = args.iter().skip(1);
    while let Some(arg) = args.next() {
        let arg = arg.to_str()?;
        let (flag, value) = arg.split_once('=').map_or((arg, None), |(flag, value)| (flag, Some(value)));
        if arg == "--" {
            words.push(arg.to_owned());
            for arg in args.by_ref() {
                words.push(shell::word(arg.to_str()?));
            }
        } else if !REPLACED.contains(&flag) {
            words.push(shell::word(arg));
        } else if value.is_none() {
            args.next();
        }
    }
    Some(words)
}

/// The flags that a position replaces.
const REPLACED: [&str; 4] = ["--resume", "--limit", "--page", "--page-size"];

/// Refuses output that is one whole.
pub(crate) fn check_output(matches: &ArgMatches) -> Result<(), Failure> {
    if Position::from_matches(matches).is_none() || !is_whole(matches) {
        return Ok(());
    }
    let with = if matches.contains_id(QUERY) { "--query" } else { "-o json or yaml" };
    let message = format!("'--resume' cannot be used with {with}: the output of a part is not the output of the whole");
    Err(CliError::usage(message, "use -o jsonl, csv or name; nothing was sent").into())
}

/// Returns whether the output is one document, or the result of a query.
fn is_whole(matches: &ArgMatches) -> bool {
    matches.contains_id(QUERY) || formatter::format(matches).is_whole()
}

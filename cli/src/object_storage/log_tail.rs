//! The end of a log, for commands that explain a run.

use crate::context::Context;
use crate::object_storage::exception;
use crate::object_storage::failure::LogError;
use crate::object_storage::store::Store;
use clap::ArgMatches;
use ncloud_dataflow::Client;

/// Maximum number of bytes that are read.
const MAX_READ: u64 = 256 * 1024;

/// The end of a log.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct LogTail {
    /// The last lines, oldest first, without line feeds. Bytes that are not UTF-8 are replaced. Not escaped.
    pub(crate) lines: Vec<String>,
    /// The first line that looks like an exception, in the part that was read. Not escaped.
    pub(crate) exception: Option<String>,
    /// Whether the whole log was read, so that there is no earlier line.
    pub(crate) is_whole: bool,
    /// Size of the log, in bytes.
    pub(crate) size: u64,
}

/// Reads the last `count` lines of the log at a path, `jobCondition.consoleLogPath` of a run, and the first line that
/// looks like an exception. Reads the last 256 KiB at most.
///
/// If [`LogError::is_no_log`] is true, the run has not written a log.
pub(crate) async fn log_tail(
    client: &Client,
    path: &str,
    count: usize,
    matches: &ArgMatches,
    context: &Context,
) -> Result<LogTail, LogError> {
    let part = Store::open(client, path, matches, context)?.read_end(MAX_READ).await?;
    let text = String::from_utf8_lossy(&part.bytes);
    let mut lines: Vec<&str> = text.lines().collect();
    if part.start > 0 && !lines.is_empty() {
        // The beginning of this line was not read.
        lines.remove(0);
    }
    let exception = exception::first(&lines).map(str::to_owned);
    let lines = lines.split_off(lines.len().saturating_sub(count)).into_iter().map(str::to_owned).collect();
    Ok(LogTail { lines, exception, is_whole: part.start == 0, size: part.size })
}

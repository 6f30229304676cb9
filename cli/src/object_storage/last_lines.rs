//! Finds where the last lines of a log begin, and reads little of it.

use crate::object_storage::failure::LogError;
use crate::object_storage::store::Store;

/// Number of bytes that are read first. Each further request reads more.
const FIRST: u64 = 64 * 1024;

/// Factor by which requests grow, up to the maximum of a request.
const GROWTH: u64 = 4;

/// Returns the position of the first of the last `count` lines.
pub(crate) async fn start(store: &Store, count: u64) -> Result<u64, LogError> {
    let mut part = store.read_end(FIRST).await?;
    if count == 0 {
        return Ok(part.size);
    }
    let mut missing = count;
    // The line feed at the end of the log ends its last line.
    let mut bytes = part.bytes.strip_suffix(b"\n").unwrap_or(&part.bytes);
    let mut length = FIRST;
    loop {
        let line_feeds = bytes.iter().enumerate().rev().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
        match missing_after(line_feeds, missing) {
            Ok(at) => return Ok(part.start + at as u64 + 1),
            Err(left) => missing = left,
        }
        if part.start == 0 {
            return Ok(0);
        }
        length = length.saturating_mul(GROWTH);
        let end = part.start;
        part = store.read_last_before(end, length).await?;
        if part.bytes.is_empty() {
            // The log has become shorter meanwhile.
            return Ok(part.start);
        }
        bytes = &part.bytes;
    }
}

/// Returns the position of the line feed before the wanted line, or the number of lines that are still missing.
fn missing_after(line_feeds: impl Iterator<Item = usize>, missing: u64) -> Result<usize, u64> {
    let mut left = missing;
    for at in line_feeds {
        left -= 1;
        if left == 0 {
            return Ok(at);
        }
    }
    Err(left)
}

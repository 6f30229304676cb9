//! A database file that is not written: redb repairs a database when it opens it, but a file that is refused must keep
//! its bytes.

use redb::backends::FileBackend;
use redb::{BackendError, StorageBackend};
use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

const PAGE: usize = 4096;

/// A file, and in memory what was written since it was opened.
#[derive(Debug)]
pub(super) struct Overlay {
    file: FileBackend,
    written: Mutex<Written>,
}

#[derive(Debug)]
struct Written {
    length: u64,
    /// Bytes of the file that still count.
    from_file: u64,
    pages: BTreeMap<u64, [u8; PAGE]>,
}

impl Overlay {
    pub(super) fn new(file: FileBackend) -> io::Result<Self> {
        let length = file.len()?;
        Ok(Self { file, written: Mutex::new(Written { length, from_file: length, pages: BTreeMap::new() }) })
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns a page as it is now. Bytes behind the end of the file are zero.
    fn page(&self, number: u64, written: &Written) -> io::Result<[u8; PAGE]> {
        if let Some(page) = written.pages.get(&number) {
            return Ok(*page);
        }
        let mut page = [0; PAGE];
        let start = number.saturating_mul(PAGE as u64);
        let length = usize::try_from(written.from_file.saturating_sub(start)).unwrap_or(PAGE).min(PAGE);
        if let Some(part) = page.get_mut(..length).filter(|part| !part.is_empty()) {
            self.file.read(start, part)?;
        }
        Ok(page)
    }

    /// Calls `work` with each page of a range, the place in the page, and the place in the range.
    fn each_page(
        offset: u64,
        length: usize,
        mut work: impl FnMut(u64, usize, std::ops::Range<usize>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut done = 0;
        while done < length {
            let position = offset.saturating_add(done as u64);
            let inside = usize::try_from(position % PAGE as u64).unwrap_or_default();
            let count = (PAGE - inside).min(length - done);
            work(position / PAGE as u64, inside, done..done + count)?;
            done += count;
        }
        Ok(())
    }
}

fn out_of_range() -> io::Error {
    io::Error::from(io::ErrorKind::UnexpectedEof)
}

impl StorageBackend for Overlay {
    fn len(&self) -> io::Result<u64> {
        Ok(self.written().length)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let written = self.written();
        if offset.checked_add(out.len() as u64).is_none_or(|end| end > written.length) {
            return Err(out_of_range());
        }
        Self::each_page(offset, out.len(), |number, inside, range| {
            let page = self.page(number, &written)?;
            let from = page.get(inside..inside + range.len()).ok_or_else(out_of_range)?;
            out.get_mut(range).ok_or_else(out_of_range)?.copy_from_slice(from);
            Ok(())
        })
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        let mut written = self.written();
        if length < written.length {
            written.pages.retain(|number, _| number.saturating_mul(PAGE as u64) < length);
            let inside = usize::try_from(length % PAGE as u64).unwrap_or_default();
            if let Some(rest) = written.pages.get_mut(&(length / PAGE as u64)).and_then(|page| page.get_mut(inside..)) {
                rest.fill(0);
            }
            written.from_file = written.from_file.min(length);
        }
        written.length = length;
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let mut written = self.written();
        Self::each_page(offset, data.len(), |number, inside, range| {
            let mut page = self.page(number, &written)?;
            let to = page.get_mut(inside..inside + range.len()).ok_or_else(out_of_range)?;
            to.copy_from_slice(data.get(range).ok_or_else(out_of_range)?);
            written.pages.insert(number, page);
            Ok(())
        })?;
        written.length = written.length.max(offset.saturating_add(data.len() as u64));
        Ok(())
    }

    fn close(&self) -> io::Result<()> {
        self.file.close()
    }

    // Without these, another process could write while this one reads.

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.try_lock_range(start, end)
    }

    fn try_lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.query_lock_range(start, end)
    }
}

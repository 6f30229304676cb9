//! Lines of standard input.

use std::io::{self, BufRead, BufReader, Read};
use tokio::sync::oneshot;

/// Maximum length of a line, in bytes.
const MAX_LINE: u64 = 4096;

/// Reads standard input line by line.
pub(crate) struct Lines {
    /// `None` while a line is read.
    reader: Option<BufReader<Box<dyn Read + Send>>>,
}

impl Lines {
    pub(crate) fn new(input: Box<dyn Read + Send>) -> Self {
        Self { reader: Some(BufReader::new(input)) }
    }

    /// Returns the next line without its line break; `None` at the end of the input.
    ///
    /// The line is read in a separate thread, so Ctrl-C takes effect immediately.
    pub(crate) async fn next(&mut self) -> io::Result<Option<String>> {
        let Some(mut reader) = self.reader.take() else {
            return Err(io::Error::other("the input is in use"));
        };
        let (sender, receiver) = oneshot::channel();
        std::thread::spawn(move || {
            let mut line = String::new();
            let read = reader.by_ref().take(MAX_LINE).read_line(&mut line);
            // After Ctrl-C the receiver is gone.
            let _ = sender.send((reader, read.map(|_| line)));
        });
        let (reader, line) = receiver.await.map_err(|_| io::Error::other("the reading thread ended"))?;
        self.reader = Some(reader);
        let line = line?;
        Ok((!line.is_empty()).then(|| line.trim_end_matches(['\n', '\r']).to_owned()))
    }
}

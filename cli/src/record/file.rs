//! A file of lines that several processes append to.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Size above which the older half is dropped, in bytes.
const MAX_SIZE: u64 = 4 * 1024 * 1024;

/// A file of lines. A lock keeps writers apart.
#[derive(Debug)]
pub(super) struct RecordFile {
    path: PathBuf,
}

impl RecordFile {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns all lines. A file that does not exist has none.
    pub(super) fn lines(&self) -> io::Result<Vec<String>> {
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        ensure_regular(&file)?;
        file.lock_shared()?;
        let mut bytes = Vec::new();
        // A file that another program has made larger is not read into memory.
        Read::take(&mut file, 2 * MAX_SIZE).read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
    }

    /// Appends lines, and drops the older half of a file that has become too large.
    pub(super) fn append(&self, lines: &[String]) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            create_folder(folder)?;
        }
        let mut file = options().open(&self.path)?;
        ensure_regular(&file)?;
        file.lock()?;
        let mut text = String::new();
        // A line that a killed process has left unfinished must not swallow the next one.
        if !ends_with_line_feed(&mut file)? {
            text.push('\n');
        }
        for line in lines {
            text.push_str(line);
            text.push('\n');
        }
        file.seek(SeekFrom::End(0))?;
        file.write_all(text.as_bytes())?;
        match file.metadata()?.len() > MAX_SIZE {
            true => drop_older_half(&mut file),
            false => Ok(()),
        }
    }
}

fn ends_with_line_feed(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// Rewrites the file in place, under its lock: a renamed file would leave other processes with the old one.
fn drop_older_half(file: &mut File) -> io::Result<()> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut bytes)?;
    let newer = bytes.get(bytes.len() / 2..).unwrap_or_default();
    let newer = newer.iter().position(|byte| *byte == b'\n').and_then(|end| newer.get(end + 1..)).unwrap_or_default();
    file.seek(SeekFrom::Start(0))?;
    file.write_all(newer)?;
    file.set_len(newer.len() as u64)
}

/// A pipe or a device would block, or lose what is written.
fn ensure_regular(file: &File) -> io::Result<()> {
    match file.metadata()?.is_file() {
        true => Ok(()),
        false => Err(io::Error::other("it is not a regular file")),
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::RecordFile;
    use std::fs;

    #[test]
    fn keeps_lines_and_drops_the_older_half() {
        let folder = std::env::temp_dir().join(format!("ncloud-dataflow-record-{}", std::process::id()));
        let file = RecordFile::new(folder.join("a").join("runs.jsonl"));
        assert_eq!(file.lines().unwrap(), Vec::<String>::new());
        file.append(&["one".to_owned()]).unwrap();
        fs::write(file.path(), "one\nunfinished").unwrap();
        file.append(&["two".to_owned()]).unwrap();
        assert_eq!(file.lines().unwrap(), ["one", "unfinished", "two"]);
        let long = "x".repeat(1024 * 1024);
        for number in 0..5 {
            file.append(&[format!("{number}{long}")]).unwrap();
        }
        let firsts: Vec<_> = file.lines().unwrap().iter().map(|line| line[..1].to_owned()).collect();
        assert_eq!(firsts, ["2", "3", "4"]);
        fs::remove_dir_all(folder).unwrap();
    }
}

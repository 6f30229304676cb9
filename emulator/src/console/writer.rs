//! Writes a log for each execution.

use super::program::Programs;
use super::{folder, spark_log};
use ncloud_dataflow::models::{ExecutionStatus, JobExecution};
use std::fs;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Maximum number of bytes of a log that are read, from its end.
const MAX_READ: u64 = 64 << 10;

/// What happens with executions outside of the API.
#[derive(Clone)]
pub(crate) struct Consoles {
    /// Folder of the logs.
    folder: Arc<Path>,
    programs: Option<Arc<Programs>>,
}

impl Consoles {
    /// Starts with a folder, which is created if necessary.
    pub(crate) fn new(folder: &Path, programs: Option<Programs>) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: Arc::from(fs::canonicalize(folder)?), programs: programs.map(Arc::new) })
    }

    /// Notices the new status of an execution. Returns why its log cannot be written.
    pub(crate) fn notice(&self, account: &Arc<str>, execution: &JobExecution) -> Option<String> {
        let path = execution.job_condition.as_ref()?.console_log_path.as_deref()?;
        let Some(file) = folder::file(&self.folder, path) else {
            return Some(format!("the console log path '{}' leaves the folder of the logs", path.escape_debug()));
        };
        let done = match &self.programs {
            Some(programs) => self.carry_out(programs, account, execution, &file),
            None => write(&file, &spark_log::text(execution)),
        };
        done.err().map(|error| format!("cannot write '{}': {error}", file.display()))
    }

    fn carry_out(
        &self,
        programs: &Programs,
        account: &Arc<str>,
        execution: &JobExecution,
        file: &Path,
    ) -> io::Result<()> {
        match &execution.status {
            Some(ExecutionStatus::Running) => {
                create_folder(file)?;
                programs.start(account, execution, file.to_owned());
            }
            Some(_) => programs.end(&execution.job_execution_id),
            None => {}
        }
        Ok(())
    }

    /// Returns the end of the console log at a path; `None` if there is none.
    pub(crate) fn read(&self, log_path: &str) -> Option<String> {
        let mut file = fs::File::open(folder::file(&self.folder, log_path)?).ok()?;
        let size = file.metadata().ok()?.len();
        file.seek(SeekFrom::Start(size.saturating_sub(MAX_READ))).ok()?;
        let mut text = Vec::new();
        file.take(MAX_READ).read_to_end(&mut text).ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    }

    /// Returns the programs that carry executions out.
    pub(crate) fn programs(&self) -> Option<&Programs> {
        self.programs.as_deref()
    }
}

fn write(file: &PathBuf, text: &str) -> io::Result<()> {
    create_folder(file)?;
    fs::write(file, text)
}

fn create_folder(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)
}

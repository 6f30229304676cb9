//! Writes a log for each execution.

use super::program::Programs;
use super::{folder, spark_log};
use ncloud_dataflow::models::{ExecutionStatus, JobExecution};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

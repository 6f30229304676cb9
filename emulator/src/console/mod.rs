//! Console logs of executions, and programs that carry executions out.

mod folder;
pub(crate) mod program;
mod spark_log;
pub(crate) mod writer;

//! A stored job.

use ncloud_dataflow::models::Job;
use ncloud_runtime::Text;
use std::collections::BTreeMap;

/// A job, and the settings that no response shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct StoredJob {
    pub(super) job: Job,
    /// Parameters of its executions. Requests can set them; it is unknown where a response shows them.
    pub(super) parameters: BTreeMap<String, Text>,
}

impl StoredJob {
    /// Returns the ID, which every stored job has.
    pub(super) fn id(&self) -> &str {
        self.job.job_id.as_deref().unwrap_or_default()
    }
}

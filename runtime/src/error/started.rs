//! The run that a call had started before it failed.

use std::fmt;

/// A run that was started. A run of a job has an execution ID; starting a workflow returns none.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Started {
    kind: &'static str,
    id: String,
    execution: Option<String>,
}

impl Started {
    /// Creates a run of a resource, by its kind and ID, e.g. `workflow` and `3tfNLPaaaaaa`.
    #[must_use]
    pub fn new(kind: &'static str, id: impl Into<String>) -> Self {
        Self { kind, id: id.into(), execution: None }
    }

    /// Sets the ID of the execution.
    #[must_use]
    pub fn with_execution(mut self, id: impl Into<String>) -> Self {
        self.execution = Some(id.into());
        self
    }

    /// Kind of the resource: `job` or `workflow`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// ID of the job or workflow.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// ID of the execution, if the service returned one.
    #[must_use]
    pub fn execution_id(&self) -> Option<&str> {
        self.execution.as_deref()
    }
}

impl fmt::Display for Started {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // IDs come from a server: nothing in them may forge a line.
        let id = crate::safe_text::quoted(&self.id);
        match &self.execution {
            Some(execution) => {
                write!(formatter, "execution {} of {} {id}", crate::safe_text::quoted(execution), self.kind)
            }
            None => write!(formatter, "{} {id}", self.kind),
        }
    }
}

//! The stage of a call, for the message when it is interrupted.

/// Stage of a call.
#[derive(Clone, Debug, Default)]
pub(crate) enum CallStage {
    /// No request that changes anything is in flight.
    #[default]
    Harmless,
    /// A listing waits for more rows.
    Listing {
        /// The command that continues it.
        next: String,
    },
    /// A request that changes something is in flight and may be carried out.
    InFlight {
        /// The command, e.g. `job run`.
        command: String,
        /// A command that shows the outcome.
        next: Option<String>,
    },
    /// A run was started, and the program waits for it.
    Started {
        /// The run, e.g. `execution fKE22JFX4PAu`.
        run: String,
        /// A command that waits for the run.
        next: Option<String>,
    },
}

//! How far a call is when it is interrupted.

/// How far a call is, as far as it matters to whoever interrupts it.
#[derive(Clone, Debug, Default)]
pub(crate) enum Stage {
    /// Nothing that changes anything is on its way.
    #[default]
    Harmless,
    /// A request that changes something is on its way: it may be carried out.
    InFlight {
        /// The command.
        what: String,
        /// The command that shows what became of it.
        next: Option<String>,
    },
    /// Something was started, and is waited for.
    Started {
        /// What was started.
        what: String,
        /// The command that waits for it.
        next: Option<String>,
    },
}

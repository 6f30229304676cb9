//! Events during a wait, for programs that show progress.

/// An event during a wait, for a program that shows progress.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum WaitEvent {
    /// A poll found another state than the one before.
    State {
        /// The state as received.
        state: String,
        /// True if the documentation lists it. An undocumented state does not end a wait by itself.
        documented: bool,
    },
    /// A poll succeeded, and the run has not ended.
    Polled,
    /// A poll failed after one that succeeded; the wait continues. Holds the error as one line.
    PollFailed(String),
    /// A poll succeeded after one that failed.
    Recovered,
}

//! Waits until a run has ended: when to poll again, and when a wait is over.
//!
//! One state machine, [`Poller`], serves every wait: of one execution ([`Request::wait`]), of a workflow, and of the
//! command line. It ends when a poll finds a final state, or at its timeout. A temporary failure of a poll does not end
//! it.

mod event;
mod poller;
mod request;
mod state;
mod until_end;

pub use event::WaitEvent;
pub use poller::{PollResult, Poller};
pub use state::{RunState, run_state};
pub use until_end::{Waited, until_end};

#[cfg(doc)]
use crate::Request;

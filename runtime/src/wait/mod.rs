//! Waiting until what was started has ended: when to poll again, and when a wait is over.
//!
//! One state machine, [`Poller`], serves every wait: of one execution ([`Request::wait`]), of a workflow, and of the
//! command line. It ends by the state that a poll finds, or by the clock. A poll that fails does not end it as long as
//! the failure may pass.

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

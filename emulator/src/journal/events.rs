//! Live events for any number of readers. A slow reader misses events; it never makes the emulator wait.

use serde_json::Value;
use std::sync::{Mutex, PoisonError};
use tokio::sync::broadcast::{self, Receiver, Sender};

/// Maximum number of events that wait for a reader.
pub(crate) const CAPACITY: usize = 256;

/// An event.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) name: &'static str,
    pub(crate) data: Value,
}

/// The sending side of the events.
#[derive(Debug)]
pub(crate) struct Events(Mutex<Option<Sender<Event>>>);

impl Default for Events {
    fn default() -> Self {
        Self(Mutex::new(Some(broadcast::channel(CAPACITY).0)))
    }
}

impl Events {
    /// Sends an event to the readers. The data is made only if there are readers.
    pub(crate) fn send(&self, name: &'static str, data: impl FnOnce() -> Value) {
        if let Some(sender) = self.lock().as_ref().filter(|sender| sender.receiver_count() > 0) {
            // An error means that the last reader has gone.
            let _ = sender.send(Event { name, data: data() });
        }
    }

    /// Returns a reader of the events from now on; `None` after [`close`](Self::close).
    pub(crate) fn subscribe(&self) -> Option<Receiver<Event>> {
        self.lock().as_ref().map(Sender::subscribe)
    }

    /// Ends the events of all readers.
    pub(crate) fn close(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Sender<Event>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

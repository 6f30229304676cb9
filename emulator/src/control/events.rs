//! `GET /_emulator/events`: server-sent events.

use super::call::{Call, Control};
use super::reply::{ControlError, with_type};
use crate::journal::events::Event;
use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::response::Response;
use futures_core::Stream;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::broadcast::Receiver as Broadcast;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc::{self, Receiver, Sender};

/// Starts a response that ends when the emulator stops.
pub(super) fn stream(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let stopping = || ControlError::new(StatusCode::SERVICE_UNAVAILABLE, "the emulator stops", "start it again");
    let events = call.account.events.subscribe().ok_or_else(stopping)?;
    // The reader sees that it is connected before anything happens.
    let start = Bytes::from_static(b": connected\n\n");
    if call.is_head {
        return Ok(with_type("text/event-stream", Body::empty()));
    }
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(forward(events, sender));
    Ok(with_type("text/event-stream", Body::from_stream(Chunks { start: Some(start), receiver })))
}

/// Passes events on until either side ends. A reader that is too slow gets the number of events that it missed.
async fn forward(mut events: Broadcast<Event>, reader: Sender<Bytes>) {
    loop {
        let received = tokio::select! {
            received = events.recv() => received,
            () = reader.closed() => return,
        };
        let chunk = match received {
            Ok(event) => chunk(event.name, &event.data),
            Err(RecvError::Lagged(missed)) => chunk("lagged", &json!({"missed": missed})),
            Err(RecvError::Closed) => return,
        };
        if reader.send(chunk).await.is_err() {
            return;
        }
    }
}

/// Formats an event. JSON on one line has no line breaks that could start another field.
fn chunk(name: &str, data: &Value) -> Bytes {
    Bytes::from(format!("event: {name}\ndata: {data}\n\n"))
}

struct Chunks {
    start: Option<Bytes>,
    receiver: Receiver<Bytes>,
}

impl Stream for Chunks {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunks = self.get_mut();
        match chunks.start.take() {
            Some(start) => Poll::Ready(Some(Ok(start))),
            None => chunks.receiver.poll_recv(context).map(|chunk| chunk.map(Ok)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::events::{CAPACITY, Events};

    #[tokio::test]
    async fn a_slow_reader_gets_the_number_of_missed_events() {
        let events = Events::default();
        let (sender, mut receiver) = mpsc::channel(1);
        let subscribed = events.subscribe().expect("not closed");
        for number in 0..CAPACITY + 10 {
            events.send("request", || json!({ "number": number }));
        }
        events.close();
        let forwarding = tokio::spawn(forward(subscribed, sender));
        let first = receiver.recv().await.expect("an event");
        assert_eq!(first, "event: lagged\ndata: {\"missed\":10}\n\n");
        let mut count = 0;
        while receiver.recv().await.is_some() {
            count += 1;
        }
        assert_eq!(count, CAPACITY);
        forwarding.await.expect("no panic");
    }
}

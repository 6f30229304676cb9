//! The line that shows a wait on a terminal: state, time, usual time, age of the last poll. It is redrawn in place.
//!
//! It is written to the program's streams, and its times come from the program's clock.

use crate::context::Context;
use crate::runs::text::duration;
use crate::terminal::output_streams::Streams;
use std::cell::RefCell;
use std::pin::pin;
use std::time::Duration;

/// Time between two drawings.
const REDRAW: Duration = Duration::from_secs(1);

/// What the line shows. Times come from the clock.
#[derive(Debug)]
pub(crate) struct Progress {
    state: String,
    start: Duration,
    last_poll: Option<Duration>,
    usual: Option<Duration>,
    is_drawn: bool,
}

impl Progress {
    pub(crate) fn new(context: &Context) -> Self {
        let start = context.clock.elapsed();
        Self { state: "waiting".to_owned(), start, last_poll: None, usual: None, is_drawn: false }
    }

    pub(crate) fn set_state(&mut self, state: &str) {
        state.clone_into(&mut self.state);
    }

    pub(crate) fn set_polled(&mut self, context: &Context) {
        self.last_poll = Some(context.clock.elapsed());
    }

    fn text(&self, now: Duration) -> String {
        let waited = duration(now.saturating_sub(self.start));
        let usual = self.usual.map(|usual| format!(", usually {}", duration(usual))).unwrap_or_default();
        let poll = self.last_poll.map(|poll| format!(" (last poll {} ago)", duration(now.saturating_sub(poll))));
        format!("{} {waited}{usual}{}", self.state, poll.unwrap_or_default())
    }

    fn draw(&mut self, context: &Context, streams: &mut Streams<'_>) {
        streams.draw_line(&self.text(context.clock.elapsed()));
        self.is_drawn = true;
    }

    /// Removes the line, so that something else can be written.
    pub(crate) fn clear(&mut self, streams: &mut Streams<'_>) {
        if std::mem::take(&mut self.is_drawn) {
            streams.draw_line("");
        }
    }
}

/// Draws the line while a future waits. Without a terminal, it only waits.
pub(crate) async fn shown<F: Future>(
    waiting: F,
    usual: impl Future<Output = Option<Duration>>,
    progress: &RefCell<Progress>,
    context: &Context,
    streams: &RefCell<&mut Streams<'_>>,
) -> F::Output {
    if !streams.borrow().is_terminal(true) {
        return waiting.await;
    }
    let (mut waiting, mut usual) = (pin!(waiting), pin!(usual));
    let mut is_usual_known = false;
    loop {
        tokio::select! {
            biased;
            output = &mut waiting => {
                progress.borrow_mut().clear(&mut streams.borrow_mut());
                return output;
            }
            found = &mut usual, if !is_usual_known => {
                is_usual_known = true;
                progress.borrow_mut().usual = found;
            }
            () = tokio::time::sleep(REDRAW) => progress.borrow_mut().draw(context, &mut streams.borrow_mut()),
        }
    }
}

//! Collects spans and events of `tracing` as text.

use std::fmt::{Debug, Write};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Passes each span, each value recorded later, and each event to a function.
pub(crate) struct Spans<F>(F);

impl<F: Fn(&str) + 'static> Spans<F> {
    pub(crate) fn new(report: F) -> Self {
        Self(report)
    }
}

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {}={value:?}", field.name());
    }
}

impl<F: Fn(&str) + Send + Sync + 'static> Subscriber for Spans<F> {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut text = Text(format!("{}: span {}", span.metadata().target(), span.metadata().name()));
        span.record(&mut text);
        (self.0)(&text.0);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut text = Text("values".to_owned());
        values.record(&mut text);
        (self.0)(&text.0);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = Text(format!("{}: event", event.metadata().target()));
        event.record(&mut text);
        (self.0)(&text.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

//! How an outcome is shown: a letter, a word and a color. The letter makes it readable without color.

use clap::builder::styling::{AnsiColor, Style};
use ncloud_dataflow::{RunOutcome, RunStatistics};

/// All outcomes, in the order of legends.
pub(crate) const OUTCOMES: [RunOutcome; 5] =
    [RunOutcome::Succeeded, RunOutcome::Failed, RunOutcome::Canceled, RunOutcome::Unfinished, RunOutcome::Unknown];

/// Returns the letter of an outcome.
pub(crate) fn letter(outcome: RunOutcome) -> &'static str {
    match outcome {
        RunOutcome::Succeeded => "S",
        RunOutcome::Failed => "F",
        RunOutcome::Canceled => "C",
        RunOutcome::Unfinished => "R",
        RunOutcome::Unknown => "?",
    }
}

/// Returns an outcome in words.
pub(crate) fn word(outcome: RunOutcome) -> &'static str {
    match outcome {
        RunOutcome::Succeeded => "succeeded",
        RunOutcome::Failed => "failed",
        RunOutcome::Canceled => "canceled",
        RunOutcome::Unfinished => "going",
        RunOutcome::Unknown => "unknown",
    }
}

/// Returns the color of an outcome in a terminal: the same as for states in tables.
pub(crate) fn style(outcome: RunOutcome) -> Style {
    let color = match outcome {
        RunOutcome::Succeeded => AnsiColor::Green,
        RunOutcome::Failed => AnsiColor::Red,
        RunOutcome::Canceled => AnsiColor::Yellow,
        RunOutcome::Unfinished => AnsiColor::Cyan,
        RunOutcome::Unknown => return Style::new(),
    };
    color.on_default()
}

/// Returns the success rate in percent, rounded down: it is 100% only if nothing has failed. `None` without a run that
/// has succeeded or failed.
pub(crate) fn percent(statistics: &RunStatistics) -> Option<String> {
    let ended = statistics.succeeded + statistics.failed;
    let tenths = (statistics.succeeded * 1000).checked_div(ended)?;
    Some(match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        rest => format!("{}.{rest}%", tenths / 10),
    })
}

#[cfg(test)]
mod tests {
    use super::percent;
    use ncloud_dataflow::RunStatistics;

    #[test]
    fn a_rate_is_rounded_down() {
        let rate = |succeeded, failed| {
            let mut statistics = RunStatistics::default();
            (statistics.succeeded, statistics.failed, statistics.canceled) = (succeeded, failed, 9);
            percent(&statistics)
        };
        assert_eq!(rate(0, 0), None);
        for (succeeded, failed, expected) in
            [(1, 0, "100%"), (9999, 1, "99.9%"), (2, 1, "66.6%"), (1, 1, "50%"), (1, 4999, "0%"), (0, 3, "0%")]
        {
            assert_eq!(rate(succeeded, failed).as_deref(), Some(expected));
        }
    }
}

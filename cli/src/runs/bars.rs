//! Draws runs as bars in a terminal: height is the duration, a letter below is the outcome.

use crate::runs::{mark, text};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ncloud_dataflow::RunOutcome;
use std::time::Duration;

/// Height of the longest bar, in lines.
const HEIGHT: usize = 8;

/// Columns to the left of the bars: a duration and an axis.
const GUTTER: usize = 9;

/// Columns below which there is no gutter.
const MIN_WITH_GUTTER: usize = 40;

/// Columns of a date.
const DATE: usize = 5;

/// Parts of a line that a bar fills, from nothing to the whole.
const BLOCKS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const ASCII_BLOCKS: [&str; 4] = [" ", ".", ":", "#"];

/// A run as a bar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bar {
    pub(crate) outcome: RunOutcome,
    /// How long it has run; no bar if it is not known.
    pub(crate) time: Option<Duration>,
    /// When it began, in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) begin: Option<i64>,
}

/// How bars are drawn.
#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    pub(crate) columns: usize,
    pub(crate) is_ascii: bool,
    pub(crate) is_colored: bool,
    pub(crate) zone: TimeZone,
}

impl Drawing {
    /// Returns the number of bars that fit.
    pub(crate) fn capacity(&self) -> usize {
        self.columns.saturating_sub(self.gutter()).max(1)
    }

    fn gutter(&self) -> usize {
        if self.columns < MIN_WITH_GUTTER { 0 } else { GUTTER }
    }

    /// Returns the lines of the drawing, oldest bar left. There must not be more bars than fit.
    pub(crate) fn lines(&self, bars: &[Bar]) -> Vec<String> {
        let longest = bars.iter().filter_map(|bar| bar.time).max().unwrap_or_default();
        let step = self.step(bars.len());
        let mut lines: Vec<String> =
            (0..HEIGHT).rev().map(|line| self.label(line, longest) + &self.line(bars, line, longest, step)).collect();
        let letters = bars.iter().map(|bar| self.cell(mark::letter(bar.outcome), 1, step, bar.outcome));
        lines.push(self.margin() + &letters.collect::<String>());
        lines.push(self.margin() + &self.dates(bars, step));
        lines.iter().map(|line| line.trim_end().to_owned()).collect()
    }

    /// Columns for each bar, with the gap after it: wide bars if there are few.
    fn step(&self, bars: usize) -> usize {
        [3, 2].into_iter().find(|step| bars * step <= self.capacity()).unwrap_or(1)
    }

    fn line(&self, bars: &[Bar], line: usize, longest: Duration, step: usize) -> String {
        let blocks: &[&'static str] = if self.is_ascii { &ASCII_BLOCKS } else { &BLOCKS };
        let whole = blocks.len() - 1;
        let cells = bars.iter().map(|bar| {
            let filled = bar.time.map_or(0, |time| level(time, longest, HEIGHT * whole));
            let block = blocks.get(filled.saturating_sub(line * whole).min(whole)).copied().unwrap_or_default();
            self.cell(block, step.saturating_sub(1).max(1), step, bar.outcome)
        });
        cells.collect()
    }

    /// Returns a symbol, repeated, with the gap after it.
    fn cell(&self, symbol: &str, width: usize, step: usize, outcome: RunOutcome) -> String {
        let (symbols, gap) = (symbol.repeat(width), " ".repeat(step - width));
        let style = mark::style(outcome);
        match self.is_colored && symbol != " " {
            true => format!("{style}{symbols}{style:#}{gap}"),
            false => symbols + &gap,
        }
    }

    fn margin(&self) -> String {
        " ".repeat(self.gutter())
    }

    /// Returns the axis, with the duration at the top of the line on two lines.
    fn label(&self, line: usize, longest: Duration) -> String {
        if self.gutter() == 0 {
            return String::new();
        }
        let axis = if self.is_ascii { "|" } else { "┤" };
        let time = match line + 1 {
            HEIGHT => Some(longest),
            middle if middle == HEIGHT / 2 && longest.as_secs() > 1 => Some(longest / 2),
            _ => None,
        };
        let time = time.map(text::duration).unwrap_or_default();
        format!("{time:>7} {axis}")
    }

    /// Returns the line of dates. The newest bar has its date at its right end, the others at their left end as far as
    /// there is room; only a bar of another day than the one before it has one.
    fn dates(&self, bars: &[Bar], step: usize) -> String {
        let labels = self.date_labels(bars);
        let end = bars.len().saturating_sub(1) * step + 1;
        let last = labels.last().cloned().flatten();
        let last_at = end.saturating_sub(DATE);
        let mut line = String::new();
        for (index, label) in labels.iter().enumerate() {
            let is_new = index == 0 || labels.get(index - 1) != Some(label);
            let at = index * step;
            let is_free = at == 0 || at > line.len();
            let fits = at + DATE < last_at || last.is_none();
            if let Some(label) = label.as_ref().filter(|_| is_new && is_free && fits) {
                line = format!("{line:at$}{label}");
            }
        }
        match last {
            Some(last) => format!("{line:last_at$}{last}"),
            None => line,
        }
    }

    /// Returns the day of each bar; the time of day if all are of the same day.
    fn date_labels(&self, bars: &[Bar]) -> Vec<Option<String>> {
        let shown = |pattern: &str| -> Vec<Option<String>> {
            let moments = bars.iter().map(|bar| Timestamp::from_millisecond(bar.begin?).ok());
            moments.map(|moment| Some(self.zone.to_datetime(moment?).strftime(pattern).to_string())).collect()
        };
        let days = shown("%m-%d");
        match days.iter().all(|day| Some(day) == days.first()) {
            true => shown("%H:%M"),
            false => days,
        }
    }
}

/// Returns the height of a bar in parts of `whole`, rounded up: a run that has run for no time is seen too.
fn level(time: Duration, longest: Duration, whole: usize) -> usize {
    let whole = u128::try_from(whole).unwrap_or(u128::MAX);
    let parts = (time.as_millis() * whole).div_ceil(longest.as_millis().max(1)).clamp(1, whole);
    usize::try_from(parts).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Bar, Drawing};
    use jiff::tz::TimeZone;
    use ncloud_dataflow::RunOutcome::{self, Canceled, Failed, Succeeded, Unfinished, Unknown};
    use std::time::Duration;

    const DAY: i64 = 24 * 3600 * 1000;

    fn drawing(columns: usize, is_ascii: bool) -> Drawing {
        Drawing { columns, is_ascii, is_colored: false, zone: TimeZone::UTC }
    }

    fn bar(outcome: RunOutcome, seconds: u64, day: i64) -> Bar {
        Bar { outcome, time: Some(Duration::from_secs(seconds)), begin: Some(1_793_664_000_000 + day * DAY) }
    }

    #[test]
    fn heights_are_in_eighths_of_a_line() {
        let bars = [
            bar(Succeeded, 64, 0),
            bar(Failed, 1, 1),
            bar(Canceled, 8, 2),
            Bar { time: None, ..bar(Unknown, 0, 3) },
            bar(Unfinished, 37, 4),
            bar(Succeeded, 0, 5),
        ];
        let expected = "\
██
██
██
██          ▅▅
██          ██
██          ██
██          ██
██ ▁▁ ██    ██ ▁▁
S  F  C  ?  R  S
11-03      11-08";
        assert_eq!(drawing(20, false).lines(&bars).join("\n"), expected);
        let lines = drawing(80, true).lines(&bars);
        assert_eq!(lines.first().unwrap(), "   1m4s |##");
        assert_eq!(lines.get(3).unwrap(), "        |##          ::");
        assert_eq!(lines.get(4).unwrap(), "    32s |##          ##");
        assert_eq!(lines.get(7).unwrap(), "        |## .. ##    ## ..");
    }

    #[test]
    fn every_line_fits() {
        for columns in [1, 5, 20, 39, 40, 80, 200] {
            for is_ascii in [false, true] {
                let drawing = drawing(columns, is_ascii);
                for count in [1, 2, drawing.capacity() / 2, drawing.capacity()] {
                    let bars: Vec<Bar> =
                        (0..count.max(1)).map(|day| bar(Failed, 5, i64::try_from(day).unwrap())).collect();
                    for line in drawing.lines(&bars) {
                        assert!(columns < 5 || line.chars().count() <= columns, "{columns} {count}: {line}");
                        assert!(!is_ascii || line.is_ascii(), "{line}");
                    }
                }
            }
        }
    }

    #[test]
    fn runs_of_one_day_have_times() {
        let bars: Vec<Bar> =
            (0..6).map(|hour| Bar { begin: Some(1_793_664_000_000 + hour * DAY / 24), ..bar(Failed, 5, 0) }).collect();
        let lines = drawing(38, false).lines(&bars);
        assert_eq!(lines.last().unwrap(), "00:00      05:00");
    }

    #[test]
    fn colors_change_nothing_else() {
        let plain = drawing(80, false);
        let colored = Drawing { is_colored: true, ..plain.clone() };
        let bars = [bar(Succeeded, 64, 0), bar(Failed, 32, 1)];
        let lines = colored.lines(&bars).join("\n");
        assert!(lines.contains("\u{1b}[31mF\u{1b}[0m"), "{lines:?}");
        let stripped = anstream::adapter::strip_str(&lines).to_string();
        assert_eq!(stripped.lines().map(str::trim_end).collect::<Vec<_>>(), plain.lines(&bars));
    }
}

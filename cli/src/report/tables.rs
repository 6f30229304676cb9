//! Tables of runs: those that failed, the slowest, and starts that did not happen.

use crate::report::figures::Report;
use crate::report::grid::badge;
use crate::report::html::Html;
use crate::report::values::SLOWEST;
use crate::runs::known::KnownRun;
use crate::runs::text;
use std::time::Duration;

/// Maximum number of failed runs in the table.
const MAX_FAILED: usize = 50;

/// Number of failed runs that are shown without unfolding the table.
const FOLDED_ABOVE: usize = 10;

/// Writes the failed runs, newest first.
pub(super) fn failed(html: &mut Html, report: &Report) {
    let failed = report.failed();
    if failed.is_empty() {
        return;
    }
    html.raw("<section aria-labelledby=\"failed\">\n<h2 id=\"failed\">Failed runs</h2>\n");
    html.raw("<p class=\"muted\">Newest first. Why a run failed: <code>ncloud-dataflow execution why ID</code></p>\n");
    let (first, rest) = failed.split_at(failed.len().min(FOLDED_ABOVE));
    runs(html, report, first, "<table class=\"list\" aria-labelledby=\"failed\">\n", false);
    if !rest.is_empty() {
        let shown = rest.get(..rest.len().min(MAX_FAILED - FOLDED_ABOVE)).unwrap_or_default();
        html.raw("<details><summary>").counted(shown.len(), "earlier run").raw("</summary>\n");
        runs(html, report, shown, "<table class=\"list\" aria-label=\"Earlier failed runs\">\n", false);
        html.raw("</details>\n");
        if rest.len() > shown.len() {
            html.raw("<p>").counted(rest.len() - shown.len(), "more failed run");
            html.raw(" before these: <code>ncloud-dataflow execution failed --since TIME</code></p>\n");
        }
    }
    html.raw("</section>\n");
}

/// Writes the slowest runs.
pub(super) fn slowest(html: &mut Html, report: &Report) {
    let slowest = report.slowest(SLOWEST);
    if slowest.is_empty() {
        return;
    }
    html.raw("<section aria-labelledby=\"slowest\">\n<h2 id=\"slowest\">Slowest runs</h2>\n");
    html.raw("<p class=\"muted\">In brackets: compared with the median of the job.</p>\n");
    runs(html, report, &slowest, "<table class=\"list\" aria-labelledby=\"slowest\">\n", true);
    html.raw("</section>\n");
}

fn runs(html: &mut Html, report: &Report, runs: &[&KnownRun], open: &'static str, is_compared: bool) {
    html.raw(open).raw("<thead><tr><th scope=\"col\">Job and run</th><th scope=\"col\">Started</th>");
    html.raw("<th scope=\"col\" class=\"value\">Ran</th></tr></thead>\n<tbody>\n");
    for run in runs {
        html.raw("<tr><th scope=\"row\">");
        badge(html, run.outcome());
        html.raw(" ").name(&run.job_name).raw(" <code>").text(run.id()).raw("</code>");
        let begin = run.begin().map_or_else(|| "–".to_owned(), |begin| report.span.shown(begin, "%m-%d %H:%M"));
        html.raw("</th><td>").text(&begin).raw("</td><td class=\"value\">");
        let time = run.execution.running_duration();
        html.text(&time.map_or_else(|| "–".to_owned(), text::duration));
        if let Some(times) = time.filter(|_| is_compared).and_then(|time| times_usual(report, run, time)) {
            html.raw(" <span class=\"muted\">(").text(&times).raw(")</span>");
        }
        html.raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n");
}

/// Returns how many times the median of its job a run took, e.g. `2.1×`.
fn times_usual(report: &Report, run: &KnownRun, time: Duration) -> Option<String> {
    let median = report.job(run)?.statistics.running?.median.as_millis();
    let tenths = (time.as_millis() * 10).checked_div(median)?;
    Some(format!("{}.{}×", tenths / 10, tenths % 10))
}

/// Writes the starts that did not happen.
pub(super) fn missed(html: &mut Html, report: &Report) {
    html.raw("<section aria-labelledby=\"missed\">\n<h2 id=\"missed\">Missed starts</h2>\n");
    let missed = &report.missed;
    if let Some(reason) = &missed.unknown_because {
        html.raw("<p>Not known: ").text(reason).raw(".</p>\n");
    }
    if missed.starts.is_empty() && missed.unknown_because.is_some() {
        html.raw("</section>\n");
        return;
    }
    if missed.starts.is_empty() {
        html.raw("<p>Every expected start has happened.</p>\n</section>\n");
        return;
    }
    html.raw(
        "<table aria-labelledby=\"missed\">\n<thead><tr><th scope=\"col\">Workflow</th><th scope=\"col\">Trigger</th>",
    );
    html.raw("<th scope=\"col\">Expected</th></tr></thead>\n<tbody>\n");
    for start in &missed.starts {
        html.raw("<tr><th scope=\"row\">").name(&start.workflow_name).raw("</th><td>").name(&start.trigger_name);
        html.raw("</td><td>").text(&report.span.shown(start.expected_millis, "%m-%d %H:%M")).raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n</section>\n");
}

#[cfg(test)]
mod tests {
    use super::missed;
    use crate::report::figures::{Report, Span};
    use crate::report::html::Html;
    use crate::report::missed::{Missed, MissedStart};
    use crate::runs::known::Known;
    use jiff::tz::TimeZone;

    fn section(missed_starts: Missed) -> String {
        let span = Span { since: 0, until: 1, now: 1, zone: TimeZone::UTC };
        let report = Report::new(span, &[], Known::default(), missed_starts, String::new());
        let mut html = Html::default();
        missed(&mut html, &report);
        html.into_string()
    }

    #[test]
    fn missed_starts_are_listed_or_there_is_a_reason() {
        let start = MissedStart {
            workflow_name: "<daily>".to_owned(),
            trigger_name: "at ten".to_owned(),
            expected_millis: 1_796_032_800_000,
        };
        let listed = section(Missed { unknown_because: None, starts: vec![start] });
        let row = "<th scope=\"row\"><bdi>&lt;daily&gt;</bdi></th><td><bdi>at ten</bdi></td><td>11-30 10:00</td>";
        assert!(listed.contains(row), "{listed}");
        assert!(
            section(Missed { unknown_because: None, starts: Vec::new() })
                .contains("Every expected start has happened.")
        );
        assert!(section(Missed::unknown("a < b")).contains("Not known: a &lt; b."));
    }
}

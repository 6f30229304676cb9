//! The grid: a row for each job, a cell for each run, the newest on the right.

use crate::report::figures::{JobRuns, Report, Span};
use crate::report::html::Html;
use crate::runs::known::KnownRun;
use crate::runs::{mark, text};
use ncloud_dataflow::RunOutcome;
use std::time::Duration;

/// Maximum number of runs in a row.
const COLUMNS: usize = 30;

/// Maximum number of idle jobs that are named.
const MAX_IDLE: usize = 50;

/// Writes the section.
pub(super) fn section(html: &mut Html, report: &Report) {
    html.raw("<section aria-labelledby=\"grid\">\n<h2 id=\"grid\">Jobs</h2>\n");
    if report.jobs.is_empty() {
        html.raw("<p>No job has a run in this time span.</p>\n");
    } else {
        html.raw("<p class=\"muted\">The last ").number(COLUMNS);
        html.raw(" runs of each job, the newest on the right. A date is the day of the run below it. The height of a bar is the running time, compared with the longest ended run of the job.</p>\n");
        table(html, report);
    }
    if !report.idle.is_empty() {
        html.raw("<p><strong>Without runs:</strong> ");
        for (index, name) in report.idle.iter().take(MAX_IDLE).enumerate() {
            html.raw(if index == 0 { "" } else { ", " }).name(name);
        }
        if report.idle.len() > MAX_IDLE {
            html.raw(" and ").number(report.idle.len() - MAX_IDLE).raw(" more");
        }
        html.raw("</p>\n");
    }
    html.raw("</section>\n");
}

/// Writes what letters and colors mean.
pub(super) fn legend(html: &mut Html) {
    html.raw("<ul class=\"legend\">");
    for outcome in mark::OUTCOMES {
        html.raw("<li class=\"").raw(class(outcome)).raw("\"><b>").text(mark::letter(outcome));
        html.raw("</b> ").text(mark::word(outcome)).raw("</li>");
    }
    html.raw("</ul>\n");
}

fn table(html: &mut Html, report: &Report) {
    // The roles are written out, as a narrow page shows rows as blocks, and browsers then drop them.
    html.raw(
        "<table class=\"grid\" role=\"table\" aria-labelledby=\"grid\">\n<thead role=\"rowgroup\"><tr role=\"row\">",
    );
    for title in ["Job", "Success", "p50", "p95", "Last run", "Runs, newest right"] {
        html.raw("<th role=\"columnheader\" scope=\"col\">").text(title).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for job in &report.jobs {
        row(html, job, &report.span);
    }
    html.raw("</tbody>\n</table>\n");
}

fn row(html: &mut Html, job: &JobRuns, span: &Span) {
    html.raw("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">");
    job_name(html, job);
    html.raw("</th>");
    let rate = mark::percent(&job.statistics).unwrap_or_else(|| "–".to_owned());
    let time = |time: Option<Duration>| time.map_or_else(|| "–".to_owned(), text::duration);
    let running = job.statistics.running;
    let p50 = time(running.map(|running| running.median));
    let p95 = time(running.map(|running| running.p95));
    let values: [(&'static str, &'static str, &str); 3] = [
        ("<td role=\"cell\" class=\"value\" data-label=\"Success\">", "</td>", &rate),
        ("<td role=\"cell\" class=\"value\" data-label=\"p50\">", "</td>", &p50),
        ("<td role=\"cell\" class=\"value\" data-label=\"p95\">", "</td>", &p95),
    ];
    for (before, after, value) in values {
        html.raw(before).text(value).raw(after);
    }
    html.raw("<td role=\"cell\" class=\"value last\" data-label=\"Last\">");
    if let Some(last) = job.runs.last() {
        html.text(&last.begin().map(|begin| span.shown(begin, "%m-%d %H:%M")).unwrap_or_default()).raw(" ");
        badge(html, last.outcome());
    }
    html.raw("</td><td role=\"cell\" class=\"runs\"><ol>");
    let shown = job.runs.get(job.runs.len().saturating_sub(COLUMNS)..).unwrap_or_default();
    // A run that is going for days would flatten all others.
    let ended = shown.iter().filter_map(|run| run.execution.running_duration()).max();
    let longest = ended.or(shown.iter().filter_map(|run| run.execution.running_duration_at(span.now)).max());
    let longest = longest.unwrap_or_default();
    let dates = dates(shown, span);
    shown.iter().zip(&dates).for_each(|(run, date)| cell(html, run, longest, span, date));
    html.raw("</ol></td></tr>\n");
}

/// Writes the name of a job, and its ID if another job has the same name.
pub(super) fn job_name(html: &mut Html, job: &JobRuns) {
    html.name(&job.name);
    if job.has_namesake {
        html.raw(" <code>").text(&job.id).raw("</code>");
    }
}

/// Writes the letter of an outcome, and its word for screen readers.
pub(super) fn badge(html: &mut Html, outcome: RunOutcome) {
    html.raw("<b class=\"badge ").raw(class(outcome)).raw("\"><span aria-hidden=\"true\">").text(mark::letter(outcome));
    html.raw("</span><span class=\"hidden\">").text(mark::word(outcome)).raw("</span></b>");
}

/// Number of columns that a date takes.
const DATE_COLUMNS: usize = 3;

/// Returns the date over each run: where a day begins, if there is room for it. Other runs have an empty one.
fn dates(shown: &[KnownRun], span: &Span) -> Vec<String> {
    let mut dates: Vec<String> = Vec::with_capacity(shown.len());
    let mut last: Option<(usize, String)> = None;
    for (index, run) in shown.iter().enumerate() {
        let day = run.begin().map(|begin| span.shown(begin, "%m-%d")).unwrap_or_default();
        let is_new = last.as_ref().is_none_or(|(at, known)| index - at >= DATE_COLUMNS && *known != day);
        // A date may not leave the table on the right, unless it is the only one.
        let has_room = index == 0 || index + DATE_COLUMNS <= shown.len() + 1;
        dates.push(if is_new && has_room { day.clone() } else { String::new() });
        if is_new && has_room {
            last = Some((index, day));
        }
    }
    dates
}

fn cell(html: &mut Html, run: &KnownRun, longest: Duration, span: &Span, date: &str) {
    let time = run.execution.running_duration_at(span.now);
    let height = time.map_or(0, |time| percent(time, longest));
    let described = described(run, time, span);
    html.raw("<li class=\"").raw(class(run.outcome())).raw("\" title=\"").text(&described);
    html.raw("\">");
    if !date.is_empty() {
        // The description of the run has it too.
        html.raw("<em aria-hidden=\"true\">").text(date).raw("</em>");
    }
    html.raw("<i style=\"--height:").number(height).raw("\"></i><b aria-hidden=\"true\">");
    html.text(mark::letter(run.outcome())).raw("</b><span class=\"hidden\">").text(&described).raw("</span></li>");
}

fn described(run: &KnownRun, time: Option<Duration>, span: &Span) -> String {
    let begin = run.begin().map_or_else(|| "no date".to_owned(), |begin| span.shown(begin, "%m-%d %H:%M"));
    let time = time.map_or_else(|| "running time unknown".to_owned(), text::duration);
    format!("{}, {begin}, {time}, {}", mark::word(run.outcome()), run.id())
}

/// Returns the share of the longest time in percent, rounded up.
pub(super) fn percent(time: Duration, longest: Duration) -> usize {
    let share = (time.as_millis() * 100).div_ceil(longest.as_millis().max(1)).clamp(1, 100);
    usize::try_from(share).unwrap_or(100)
}

/// Returns the class of an outcome, which sets its color.
pub(super) fn class(outcome: RunOutcome) -> &'static str {
    match outcome {
        RunOutcome::Succeeded => "s",
        RunOutcome::Failed => "f",
        RunOutcome::Canceled => "c",
        RunOutcome::Unfinished => "r",
        RunOutcome::Unknown => "u",
    }
}

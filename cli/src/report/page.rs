//! The page of a report: head, summary, sections, notes.

use crate::report::figures::{Report, Span};
use crate::report::html::Html;
use crate::report::{charts, grid, tables};
use crate::runs::{mark, text};
use ncloud_dataflow::{RunOutcome, RunStatistics};

/// Forbids everything but the styles of the page itself.
const HEAD: &str = concat!(
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ",
    "base-uri 'none'; form-action 'none'\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta name=\"referrer\" content=\"no-referrer\">\n",
    "<meta name=\"color-scheme\" content=\"light dark\">\n",
    "<title>",
);

/// Returns the whole page.
pub(super) fn page(report: &Report) -> String {
    let mut html = Html::default();
    let span = &report.span;
    html.raw(HEAD).text(&title(span)).raw("</title>\n<style>\n");
    html.raw(include_str!("style.css")).raw("</style>\n</head>\n<body>\n");
    header(&mut html, report);
    html.raw("<main>\n");
    incomplete(&mut html, report);
    summary(&mut html, report);
    charts::days(&mut html, report);
    grid::section(&mut html, report);
    charts::failures(&mut html, report);
    tables::failed(&mut html, report);
    tables::slowest(&mut html, report);
    tables::missed(&mut html, report);
    notes(&mut html, report);
    html.raw("</main>\n</body>\n</html>\n");
    html.into_string()
}

fn title(span: &Span) -> String {
    format!("Data Flow runs, {} to {}", span.shown(span.since, "%F"), span.shown(span.until - 1, "%F"))
}

fn header(html: &mut Html, report: &Report) {
    let span = &report.span;
    html.raw("<header>\n<h1>Data Flow runs</h1>\n<p>");
    html.raw("<strong>").text(&span.shown(span.since, "%F %H:%M")).raw("</strong> to <strong>");
    html.text(&span.shown(span.until, "%F %H:%M")).raw("</strong> <span class=\"muted\">(");
    html.text(&span.zone_name()).raw(")</span></p>\n<p class=\"muted\">");
    html.counted(report.jobs.len() + report.idle.len(), "job").raw(", written ");
    html.text(&span.shown(span.now, "%F %H:%M")).raw(", from ").text(&report.endpoint).raw("</p>\n</header>\n");
}

/// Says first what the figures lack.
fn incomplete(html: &mut Html, report: &Report) {
    if report.unread.is_empty() {
        return;
    }
    html.raw("<section class=\"alert\" aria-labelledby=\"incomplete\">\n<h2 id=\"incomplete\">Incomplete: ");
    html.counted(report.unread.len(), "job").raw(" could not be read</h2>\n");
    html.raw("<p>The figures below lack some or all runs of:</p>\n<ul>\n");
    for (job, error) in &report.unread {
        html.raw("<li>").name(job).raw(": ").text(error).raw("</li>\n");
    }
    html.raw("</ul>\n</section>\n");
}

fn summary(html: &mut Html, report: &Report) {
    let statistics = report.statistics();
    html.raw("<section aria-labelledby=\"summary\">\n<h2 id=\"summary\" class=\"hidden\">Summary</h2>\n<dl class=\"tiles\">\n");
    let ended = statistics.succeeded + statistics.failed;
    let rate = mark::percent(&statistics).unwrap_or_else(|| "–".to_owned());
    tile(html, "Success rate", &rate, &format!("{} of {ended} that succeeded or failed", statistics.succeeded));
    tile(html, "Runs", &statistics.runs().to_string(), &others(&statistics));
    tile(html, "Failed", &statistics.failed.to_string(), &failing(report));
    let (median, p95) = match statistics.running {
        Some(running) => (text::duration(running.median), text::duration(running.p95)),
        None => ("–".to_owned(), "–".to_owned()),
    };
    tile(html, "Median (p50)", &median, "half of the successful runs took at most this long");
    tile(html, "95th percentile (p95)", &p95, "95 of 100 successful runs took at most this long");
    let (missed, detail) = match &report.missed.unknown_because {
        Some(_) => ("–".to_owned(), "not known, see below"),
        None => (report.missed.starts.len().to_string(), "expected starts that did not happen"),
    };
    tile(html, "Missed starts", &missed, detail);
    html.raw("</dl>\n</section>\n");
}

fn tile(html: &mut Html, label: &str, value: &str, detail: &str) {
    html.raw("<div><dt>").text(label).raw("</dt><dd><b>").text(value);
    html.raw("</b> <span>").text(detail).raw("</span></dd></div>\n");
}

/// Returns the runs that have neither succeeded nor failed.
fn others(statistics: &RunStatistics) -> String {
    let others = [RunOutcome::Canceled, RunOutcome::Unfinished, RunOutcome::Unknown];
    let counted = others.into_iter().map(|outcome| (outcome, statistics.count(outcome)));
    let counted =
        counted.filter(|(_, count)| *count > 0).map(|(outcome, count)| format!("{count} {}", mark::word(outcome)));
    let counted: Vec<String> = counted.collect();
    if counted.is_empty() { "all have succeeded or failed".to_owned() } else { counted.join(", ") }
}

fn failing(report: &Report) -> String {
    match report.failing_jobs().len() {
        0 => "no job has a failed run".to_owned(),
        1 => "in 1 job".to_owned(),
        jobs => format!("in {jobs} jobs"),
    }
}

fn notes(html: &mut Html, report: &Report) {
    html.raw("<section aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n<ul>\n");
    html.raw("<li>A run belongs to this report if it was alive in the time span: created before its end, and not ended before its start.</li>\n");
    html.raw("<li>The success rate is rounded down, and leaves out runs that were canceled or have not ended.</li>\n");
    html.raw("<li>Percentiles are running times of successful runs, without waiting time. Each is the time of a run (nearest rank).</li>\n");
    let recorded = report.runs().filter(|run| run.is_recorded_only).count();
    if recorded > 0 {
        html.raw("<li>").counted(recorded, "run").raw(" of the local record: the service no longer lists them.</li>\n");
    }
    let undated = report.runs().filter(|run| run.begin().is_none()).count();
    if undated > 0 {
        html.raw("<li>").counted(undated, "run").raw(" without a readable date: counted, but in no chart.</li>\n");
    }
    if let Some(lost) = &report.lost {
        html.raw("<li>").text(lost).raw(".</li>\n");
    }
    html.raw("</ul>\n</section>\n");
}

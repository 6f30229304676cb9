//! Charts of days and hours, drawn as SVG without scripts. Each has its numbers as a table too.

use crate::report::figures::{Day, Report};
use crate::report::html::Html;
use crate::runs::mark;
use ncloud_dataflow::RunOutcome;

/// Height of a drawing in its own units. The page stretches it.
const HEIGHT: usize = 1000;

/// Width of a bar and the gap after it, in the same units.
const STEP: usize = 100;
const BAR: usize = 76;

/// Smallest height of a bar that is not empty, so that one failure among many runs is seen.
const MIN_HEIGHT: usize = 25;

/// Outcomes above the axis, from the axis upwards. Failures are below it.
const ABOVE: [RunOutcome; 4] =
    [RunOutcome::Succeeded, RunOutcome::Canceled, RunOutcome::Unfinished, RunOutcome::Unknown];

/// Writes the chart of days: failures below the axis, everything else above.
pub(super) fn days(html: &mut Html, report: &Report) {
    let days = report.days();
    if report.jobs.is_empty() || days.is_empty() {
        return;
    }
    let above = days.iter().map(|day| day.statistics.runs() - day.statistics.failed).max().unwrap_or(0);
    let below = days.iter().map(|day| day.statistics.failed).max().unwrap_or(0);
    let scale = Scale { most: (above + below).max(1) };
    // One failure below many runs needs room for its bar.
    let axis = scale.height(above).min(if below > 0 { HEIGHT - MIN_HEIGHT } else { HEIGHT });
    html.raw("<section aria-labelledby=\"days\">\n<h2 id=\"days\">Days</h2>\n");
    super::grid::legend(html);
    html.raw("<p class=\"muted\">Runs by the day on which they began. ");
    let together = days.first().map_or(1, |day| day.days);
    if together > 1 {
        html.raw("Each bar is ").counted(together, "day").raw(". ");
    }
    html.raw("Failed runs are below the line, at most ");
    html.number(below).raw("; the others above it, at most ").number(above).raw(".</p>\n");
    open(html, "Runs by day; the table below has the numbers", days.len());
    for (index, day) in days.iter().enumerate() {
        html.raw("<g><title>").text(&described(day)).raw("</title>");
        let mut top = axis;
        for outcome in ABOVE {
            let height = scale.height(day.statistics.count(outcome)).min(top);
            top -= height;
            bar(html, outcome, index, top, height);
        }
        let height = scale.height(day.statistics.failed).min(HEIGHT.saturating_sub(axis));
        bar(html, RunOutcome::Failed, index, axis, height);
        html.raw("</g>");
    }
    html.raw("<rect class=\"axis\" x=\"0\" y=\"").number(axis).raw("\" width=\"").number(days.len() * STEP);
    html.raw("\" height=\"6\"/></svg>\n");
    labels(
        html,
        &[days.first(), days.get(days.len() / 2), days.last()]
            .map(|day| day.map(|day| day.first.strftime("%m-%d").to_string()).unwrap_or_default()),
    );
    html.raw("<details><summary>Days as a table</summary>\n<table class=\"days\" aria-labelledby=\"days\">\n<thead><tr><th scope=\"col\">Day</th>");
    for outcome in mark::OUTCOMES {
        html.raw("<th scope=\"col\" class=\"value\">");
        super::grid::badge(html, outcome);
        html.raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for day in &days {
        html.raw("<tr><th scope=\"row\">").text(&day.first.strftime("%m-%d").to_string()).raw("</th>");
        for outcome in mark::OUTCOMES {
            html.raw("<td class=\"value\">").number(day.statistics.count(outcome)).raw("</td>");
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</details>\n</section>\n");
}

/// Writes the failures by job and by hour of the day.
pub(super) fn failures(html: &mut Html, report: &Report) {
    html.raw("<section aria-labelledby=\"failures\">\n<h2 id=\"failures\">Failures</h2>\n");
    if report.failing_jobs().is_empty() {
        html.raw("<p>No run has failed.</p>\n</section>\n");
        return;
    }
    html.raw("<div class=\"pair\">\n<div>\n<h3 id=\"by-job\">By job</h3>\n");
    by_job(html, report);
    html.raw("</div>\n<div>\n<h3 id=\"by-hour\">By hour of the day</h3>\n");
    by_hour(html, report);
    html.raw("</div>\n</div>\n</section>\n");
}

fn by_job(html: &mut Html, report: &Report) {
    let jobs = report.failing_jobs();
    let most = jobs.first().map_or(1, |job| job.statistics.failed);
    html.raw("<table aria-labelledby=\"by-job\">\n<thead><tr><th scope=\"col\">Job</th>");
    html.raw("<th scope=\"col\" class=\"value\">Failed</th><th scope=\"col\" class=\"value\">Runs</th></tr></thead>\n<tbody>\n");
    for job in jobs {
        html.raw("<tr><th scope=\"row\">");
        super::grid::job_name(html, job);
        html.raw("<i class=\"share f\" style=\"width:");
        html.number(job.statistics.failed * 100 / most.max(1)).raw("%\"></i></th><td class=\"value\">");
        html.number(job.statistics.failed)
            .raw("</td><td class=\"value\">")
            .number(job.statistics.runs())
            .raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n");
}

fn by_hour(html: &mut Html, report: &Report) {
    let hours = report.failures_by_hour();
    let most = hours.iter().copied().max().unwrap_or(0);
    let scale = Scale { most: most.max(1) };
    let worst = hours.iter().position(|failures| *failures == most).unwrap_or(0);
    html.raw("<p class=\"muted\">Most between ").text(&format!("{worst:02}:00 and {:02}:00", (worst + 1) % 24));
    html.raw(": ").number(most).raw(". A run counts for the hour in which it ended.</p>\n");
    open(html, "Failed runs by hour of the day; the table below has the numbers", hours.len());
    for (hour, failures) in hours.iter().enumerate() {
        html.raw("<g><title>").text(&format!("{hour:02}:00, {failures} failed")).raw("</title>");
        let height = scale.height(*failures);
        bar(html, RunOutcome::Failed, hour, HEIGHT - height, height);
        html.raw("</g>");
    }
    html.raw("<rect class=\"axis\" x=\"0\" y=\"994\" width=\"")
        .number(hours.len() * STEP)
        .raw("\" height=\"6\"/></svg>\n");
    labels(html, &["00", "06", "12", "18", "23"].map(str::to_owned));
    html.raw("<details><summary>Hours as a table</summary>\n<table aria-labelledby=\"by-hour\">\n<thead><tr>");
    html.raw("<th scope=\"col\">Hour</th><th scope=\"col\" class=\"value\">Failed</th></tr></thead>\n<tbody>\n");
    for (hour, failures) in hours.iter().enumerate().filter(|(_, failures)| **failures > 0) {
        html.raw("<tr><th scope=\"row\">").text(&format!("{hour:02}:00")).raw("</th><td class=\"value\">");
        html.number(*failures).raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n</details>\n");
}

/// Heights of bars: the tallest stack takes the whole height.
struct Scale {
    most: usize,
}

impl Scale {
    fn height(&self, runs: usize) -> usize {
        if runs == 0 { 0 } else { (runs * HEIGHT / self.most).max(MIN_HEIGHT) }
    }
}

fn open(html: &mut Html, label: &str, bars: usize) {
    html.raw("<svg class=\"chart\" role=\"img\" aria-label=\"").text(label).raw("\" viewBox=\"0 0 ");
    html.number(bars * STEP).raw(" ").number(HEIGHT).raw("\" preserveAspectRatio=\"none\">");
}

fn bar(html: &mut Html, outcome: RunOutcome, index: usize, top: usize, height: usize) {
    if height == 0 {
        return;
    }
    html.raw("<rect class=\"").raw(super::grid::class(outcome)).raw("\" x=\"").number(index * STEP + (STEP - BAR) / 2);
    html.raw("\" y=\"").number(top).raw("\" width=\"").number(BAR).raw("\" height=\"").number(height).raw("\"/>");
}

fn labels(html: &mut Html, labels: &[String]) {
    html.raw("<p class=\"labels\" aria-hidden=\"true\">");
    for label in labels {
        html.raw("<span>").text(label).raw("</span>");
    }
    html.raw("</p>\n");
}

fn described(day: &Day) -> String {
    let counted = mark::OUTCOMES.into_iter().map(|outcome| (outcome, day.statistics.count(outcome)));
    let counted =
        counted.filter(|(_, count)| *count > 0).map(|(outcome, count)| format!("{count} {}", mark::word(outcome)));
    let counted: Vec<String> = counted.collect();
    let counted = if counted.is_empty() { "no runs".to_owned() } else { counted.join(", ") };
    let more = if day.days > 1 { format!(" and {} more days", day.days - 1) } else { String::new() };
    format!("{}{more}: {counted}", day.first.strftime("%m-%d"))
}

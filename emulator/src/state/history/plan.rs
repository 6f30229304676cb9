//! The jobs of a history, and how many runs each has.

use super::catalog::CATALOG;
use super::job::PastJob;
use super::outcome::outcome;
use super::random::Random;
use super::schedule::{DAY, Schedule};
use std::ops::Range;

/// Returns the jobs of a history with exactly `count` runs. The last one ended before `moment` (seconds).
pub(super) fn jobs(count: usize, seed: u64, moment: i64) -> Vec<PastJob> {
    let team = Random::new(seed);
    let mut jobs: Vec<PastJob> = Vec::new();
    for (number, entry) in CATALOG.iter().take(number_of_jobs(count)).enumerate() {
        let group = jobs.last().filter(|_| entry.joins).map_or(number, |job| job.group);
        jobs.push(PastJob::new(entry, number, group, team));
    }
    break_one(&mut jobs, team);
    let last: Vec<i64> = groups(&jobs).map(|group| last_start(jobs.get(group).unwrap_or_default(), moment)).collect();
    let last_of: Vec<i64> = groups(&jobs).zip(last).flat_map(|(group, last)| group.map(move |_| last)).collect();
    spread(&mut jobs, &last_of, count, moment);
    trim(&mut jobs, count);
    jobs
}

fn number_of_jobs(count: usize) -> usize {
    if count < 100 {
        return count.min(10);
    }
    let more = 12.5 * (count as f64 / 100.0).log10();
    (10 + more as usize).min(CATALOG.len())
}

/// Returns the jobs of each workflow. A job that a person starts is a group of its own.
pub(super) fn groups(jobs: &[PastJob]) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    jobs.chunk_by(|one, other| one.group == other.group).map(move |group| {
        let range = from..from + group.len();
        from = range.end;
        range
    })
}

/// Breaks one job at the end of the history, so that there is something to find.
fn break_one(jobs: &mut [PastJob], team: Random) {
    let is_frequent =
        |job: &&mut PastJob| matches!(job.entry.schedule, Schedule::Daily { .. } | Schedule::Hourly { .. });
    let frequent = jobs.iter_mut().filter(is_frequent).count();
    let chosen = (team.unit(5) * frequent as f64) as usize;
    if let Some(job) = jobs.iter_mut().filter(is_frequent).nth(chosen) {
        job.is_broken = true;
    }
}

/// Returns the last start whose runs have all ended.
fn last_start(group: &[PastJob], moment: i64) -> i64 {
    let Some(first) = group.first() else { return 0 };
    let latest = first.entry.schedule.last_start(moment);
    let has_ended = |start: &i64| group.iter().all(|job| outcome(job, *start, moment).ended < moment);
    (latest - 3..=latest).rev().find(has_ended).unwrap_or(latest - 4)
}

/// Sets the runs of each job, over the shortest time that has `count` runs or more.
fn spread(jobs: &mut [PastJob], last: &[i64], count: usize, moment: i64) {
    let first = |job: &PastJob, span: i64| job.entry.schedule.last_start(moment - (job.age * span as f64) as i64) + 1;
    let runs = |job: &PastJob, last: i64, span| usize::try_from(last - first(job, span) + 1).unwrap_or_default();
    let total = |span| jobs.iter().zip(last).map(|(job, last)| runs(job, *last, span)).sum::<usize>();
    let mut longest = DAY;
    while total(longest) < count && !jobs.is_empty() {
        longest *= 2;
    }
    let mut shortest = 0;
    while shortest + 1 < longest {
        let middle = shortest + (longest - shortest) / 2;
        if total(middle) < count {
            shortest = middle;
        } else {
            longest = middle;
        }
    }
    for (job, last) in jobs.iter_mut().zip(last) {
        job.count = runs(job, *last, longest);
        job.first = *last - i64::try_from(job.count).unwrap_or_default() + 1;
    }
}

/// Removes the oldest runs that are too many. The jobs of a workflow keep their number of runs in common.
fn trim(jobs: &mut [PastJob], count: usize) {
    let total: usize = jobs.iter().map(|job| job.count).sum();
    let mut excess = total.saturating_sub(count);
    let single: Vec<Range<usize>> = groups(jobs).filter(|group| group.len() == 1).collect();
    while excess > 0 {
        let before = excess;
        for job in single.iter().filter_map(|group| group.clone().next()) {
            if let Some(job) = jobs.get_mut(job).filter(|job| job.count > 0 && excess > 0) {
                job.first += 1;
                job.count -= 1;
                excess -= 1;
            }
        }
        if before == excess {
            return;
        }
    }
}

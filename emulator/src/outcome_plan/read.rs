//! Reads a plan from YAML. All problems are found, each with its line and column.

use super::plan::{OTHERS, OutcomePlan, PlannedOutcome};
use crate::duration;
use crate::error::EmulatorError;
use granit_parser::{Event, Marker, Parser, ScalarStyle};
use ncloud_dataflow::models::ExecutionStatus;
use std::time::Duration;

/// Maximum size of a plan, bytes.
const MAX_BYTES: usize = 1 << 20;

const OUTCOMES: &str = "COMPLETED, FAILED, CANCELED, or RUNNING for one that does not end";

impl OutcomePlan {
    /// Reads a plan from YAML: for each name of a job an outcome, or a list of outcomes.
    ///
    /// An outcome is `COMPLETED`, `FAILED` or `CANCELED`, and how long the execution runs, for example `FAILED 2m30s`.
    /// Without a time it runs as long as [`Builder::running_for`](crate::Builder::running_for) says. `RUNNING` runs until
    /// it is canceled. JSON is valid YAML.
    ///
    /// # Errors
    ///
    /// The text has problems. The error lists all of them with line and column.
    pub fn from_yaml(text: &str) -> Result<Self, EmulatorError> {
        read(text).map_err(|problems| match problems.as_slice() {
            [problem] => EmulatorError::input(format!("the plan is invalid: {problem}")),
            _ => EmulatorError::with_details(format!("the plan has {} problems", problems.len()), problems),
        })
    }
}

/// Where the reader is.
enum Place {
    /// Before the mapping.
    Start,
    /// Before the name of a job, or the end of the mapping.
    Name,
    /// Before the outcomes of a job.
    Outcomes,
    /// In the list of outcomes of a job.
    List,
    /// After the mapping.
    End,
}

struct Reader {
    plan: OutcomePlan,
    problems: Vec<String>,
    place: Place,
    name: String,
    /// Number of nested collections that are skipped.
    skipped: usize,
}

fn read(text: &str) -> Result<OutcomePlan, Vec<String>> {
    if text.len() > MAX_BYTES {
        return Err(vec![format!("it is larger than {MAX_BYTES} bytes")]);
    }
    let mut reader = Reader {
        plan: OutcomePlan::default(),
        problems: Vec::new(),
        place: Place::Start,
        name: String::new(),
        skipped: 0,
    };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => reader.event(event, span.start),
            Err(error) => {
                reader.problem(*error.marker(), format!("not YAML: {}", error.info()));
                break;
            }
        }
    }
    if reader.problems.is_empty() { Ok(reader.plan) } else { Err(reader.problems) }
}

impl Reader {
    fn problem(&mut self, at: Marker, problem: String) {
        self.problems.push(format!("line {} column {}: {problem}", at.line().max(1), at.col() + 1));
    }

    fn event(&mut self, event: Event<'_>, at: Marker) {
        if self.skipped > 0 {
            match event {
                Event::MappingStart(..) | Event::SequenceStart(..) => self.skipped += 1,
                Event::MappingEnd | Event::SequenceEnd => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Scalar(text, style, ..) => self.scalar(&text, style, at),
            Event::MappingStart(..) if matches!(self.place, Place::Start) => self.place = Place::Name,
            Event::SequenceStart(..) if matches!(self.place, Place::Outcomes) => self.place = Place::List,
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                self.unexpected(at);
                self.skipped = 1;
            }
            Event::MappingEnd => self.place = Place::End,
            Event::SequenceEnd => self.end_list(at),
            Event::Alias(..) => self.problem(at, "aliases are not supported here".to_owned()),
            Event::DocumentStart(..) if matches!(self.place, Place::End) => {
                self.problem(at, "there is a second document".to_owned());
            }
            _ => {}
        }
    }

    fn unexpected(&mut self, at: Marker) {
        let expected = match self.place {
            Place::Start | Place::End => "expected names of jobs with their outcomes, e.g. nightly: [COMPLETED 14m]",
            Place::Name => "expected the name of a job",
            Place::Outcomes => "expected an outcome or a list of outcomes, e.g. [COMPLETED 14m, FAILED 2m]",
            Place::List => "expected an outcome, e.g. FAILED 2m",
        };
        self.problem(at, expected.to_owned());
        if matches!(self.place, Place::Outcomes) {
            self.place = Place::Name;
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, at: Marker) {
        match self.place {
            Place::Start if text.is_empty() && matches!(style, ScalarStyle::Plain) => {}
            Place::Start | Place::End => self.unexpected(at),
            Place::Name => self.name(text, at),
            Place::Outcomes => {
                self.outcome(text, at);
                self.place = Place::Name;
            }
            Place::List => self.outcome(text, at),
        }
    }

    fn name(&mut self, name: &str, at: Marker) {
        self.place = Place::Outcomes;
        self.name = name.to_owned();
        if self.plan.jobs.insert(self.name.clone(), Vec::new()).is_some() {
            self.problem(at, format!("'{}' occurs twice", name.escape_debug()));
        } else if name.is_empty() {
            self.problem(at, format!("the name of a job is empty; '{OTHERS}' stands for all others"));
        }
    }

    fn outcome(&mut self, text: &str, at: Marker) {
        match outcome(text) {
            Ok(outcome) => self.plan.jobs.entry(self.name.clone()).or_default().push(outcome),
            Err(problem) => self.problem(at, problem),
        }
    }

    fn end_list(&mut self, at: Marker) {
        self.place = Place::Name;
        let is_empty = self.plan.jobs.get(&self.name).is_none_or(Vec::is_empty);
        if is_empty && self.problems.is_empty() {
            self.problem(at, format!("'{}' has no outcomes; use one of {OUTCOMES}", self.name.escape_debug()));
        }
    }
}

/// Longest duration, so that the end of an execution is within the calendar.
const MAX: Duration = Duration::from_secs(366 * 24 * 3600);

fn duration(text: &str) -> Result<Duration, String> {
    let time = duration::read(text).filter(|time| *time <= MAX);
    time.ok_or_else(|| {
        format!("expected a time such as 14m or 1h30m, at most a year, but found '{}'", text.escape_debug())
    })
}

fn outcome(text: &str) -> Result<PlannedOutcome, String> {
    let (word, time) = match text.trim().split_once(char::is_whitespace) {
        Some((word, time)) => (word, Some(duration(time.trim())?)),
        None => (text.trim(), None),
    };
    let status = ExecutionStatus::from(word);
    match (&status, time) {
        (ExecutionStatus::Completed | ExecutionStatus::Failed | ExecutionStatus::Canceled, _)
        | (ExecutionStatus::Running, None) => Ok(PlannedOutcome { status, after: time }),
        (ExecutionStatus::Running, Some(_)) => {
            Err("RUNNING has no time: it does not end by itself; use COMPLETED, FAILED or CANCELED".to_owned())
        }
        _ => Err(format!("there is no outcome '{}'; use one of {OUTCOMES}", word.escape_debug())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plan_has_outcomes_in_order() {
        let plan = read("nightly: [COMPLETED 14m, FAILED 1h30m]\n매출: CANCELED\nhangs: RUNNING\n'*': [COMPLETED]\n");
        let texts = plan.expect("a plan");
        let texts = texts.texts();
        assert_eq!(texts["nightly"], ["COMPLETED 14m", "FAILED 1h30m"]);
        assert_eq!(texts["매출"], ["CANCELED"]);
        assert_eq!(texts["hangs"], ["RUNNING"]);
        assert_eq!(texts["*"], ["COMPLETED"]);
        assert_eq!(read("").expect("an empty plan"), OutcomePlan::default());
    }

    #[test]
    fn every_problem_has_its_place() {
        let text = "a: [COMPLETE, FAILED 2x]\nb: {c: d}\na: FAILED\ne: []\nf: RUNNING 5m\ng:\n  - FAILED 400d\n";
        let problems = read(text).expect_err("problems");
        let places: Vec<&str> = problems.iter().filter_map(|problem| problem.split(": ").next()).collect();
        let expected = ["line 1 column 5", "line 1 column 15", "line 2 column 4", "line 3 column 1", "line 5 column 4"];
        assert_eq!(places.get(..5), Some(&expected[..]), "{problems:?}");
        assert!(problems[0].contains("'COMPLETE'") && problems[0].contains("CANCELED"), "{problems:?}");
        assert!(problems[1].contains("2x"), "{problems:?}");
        assert!(problems.len() == 6 && problems[5].starts_with("line 7 column 5"), "{problems:?}");
    }

    #[test]
    fn other_documents_are_rejected() {
        for text in
            ["- a", "COMPLETED", "a: &x [FAILED]\nb: *x", "a: FAILED\n---\nb: FAILED", "a: [", "a: []", "'': FAILED"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}

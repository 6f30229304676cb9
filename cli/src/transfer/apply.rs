//! `apply`: creates or updates what documents describe.

use crate::args::change;
use crate::body::file;
use crate::call_stage::CallStage;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::schedule;
use crate::session::{OperatorCommand, Run, Running, Session, always};
use crate::table::{DRY_RUN, PROGRAM, YES};
use crate::terminal::input::Lines;
use crate::terminal::output_streams::Streams;
use crate::terminal::shell;
use crate::transfer::account::Account;
use crate::transfer::open::{Opened, open};
use crate::transfer::plan::{self, Step};
use crate::transfer::problems::Problems;
use crate::transfer::{arguments, references};
use clap::{ArgMatches, Command};
use ncloud_dataflow::operations::CREATE_TRIGGER;
use std::cell::RefCell;

pub(crate) const APPLY: OperatorCommand =
    OperatorCommand { noun: None, verb: "apply", build, handles: always, run: Run::Local(run) };

fn build(command: Command) -> Command {
    command
        .about("Create or update what documents describe")
        .long_about(format!(
            "Create or update what documents describe\n\nPrints the differences first, field by field. Before an \
             existing resource is changed, the command asks; without a terminal it needs --yes. New resources are \
             created without a question. A second run has nothing to do. Nothing is ever deleted: a trigger that \
             differs is an error, because the API cannot change triggers.\n\n{}",
            arguments::DOCUMENTS
        ))
        .before_long_help(
            "Examples:\n  ncloud-dataflow apply -f nightly.yaml --dry-run\n  ncloud-dataflow apply -f nightly.yaml --yes\n  \
             ncloud-dataflow job export nightly-etl | ncloud-dataflow apply --profile test -f -",
        )
        .after_long_help("All problems of the file are reported together, before anything is changed, with exit code 2.")
        .arg(arguments::file())
        .arg(change::dry_run_arg("Print the differences, and change nothing"))
        .arg(change::yes_arg("Change existing resources without a question"))
}

fn run<'a>(session: Session<'a, '_>) -> Running<'a> {
    Box::pin(apply(session))
}

async fn apply(session: Session<'_, '_>) -> Result<(), Failure> {
    let Session { matches, context, streams, stage } = session;
    let Opened { path, documents, mut problems, connection } = open("apply", matches, context, streams).await?;
    let mut account = Account::new(&connection.client);
    let planned = plan::plan(&documents, &mut account, &mut problems).await;
    let outcome = match planned {
        Ok(steps) => {
            let work = Work { matches, context, stage, path };
            work.run(steps, problems, &mut account, streams).await
        }
        Err(failure) => problems.check(path).and(Err(failure)),
    };
    let closed = connection.close(streams).await;
    outcome.and(closed)
}

/// The inputs of the steps.
struct Work<'a> {
    matches: &'a ArgMatches,
    context: &'a Context,
    stage: &'a RefCell<CallStage>,
    path: &'a str,
}

impl Work<'_> {
    async fn run(
        &self,
        mut steps: Vec<Step>,
        mut problems: Problems,
        account: &mut Account<'_>,
        streams: &mut Streams<'_>,
    ) -> Result<(), Failure> {
        for step in steps.iter().filter(|step| step.is_impossible()) {
            let changes: Vec<String> = step.changes.iter().map(ToString::to_string).collect();
            let noun = step.kind.noun;
            let remedy = format!("the API cannot change a {noun}; use another name, or delete the {noun} yourself");
            problems.add(&step.label, &format!("differs from the account ({}); {remedy}", changes.join("; ")));
        }
        problems.check(self.path)?;
        plan::write(&steps, streams)?;
        let new = steps.iter().filter(|step| step.is_needed() && step.kind.noun == CREATE_TRIGGER.command.noun);
        for note in new.filter_map(|step| schedule::note_of_body(&step.body, self.context.now())) {
            streams.note(&note);
        }
        if !steps.iter().any(Step::is_needed) {
            streams.note("nothing to do");
            return Ok(());
        }
        if self.matches.get_flag(DRY_RUN) {
            streams.note("dry run: nothing was changed");
            return Ok(());
        }
        let updates = steps.iter().filter(|step| step.is_needed() && step.id.is_some()).count();
        self.confirm(updates, streams).await?;
        for index in 0..steps.len() {
            let (before, rest) = steps.split_at_mut(index + 1);
            let Some(step) = before.last().filter(|step| step.is_needed()) else {
                continue;
            };
            let id = self.send(step, account, streams).await?;
            for later in rest.iter_mut().filter(|later| references::has_references(&later.kind)) {
                later.body = references::created(&later.body, &step.kind, &step.name, &id)?;
            }
        }
        Ok(())
    }

    /// Asks before existing resources are changed.
    async fn confirm(&self, updates: usize, streams: &mut Streams<'_>) -> Result<(), Failure> {
        if updates == 0 || self.matches.get_flag(YES) {
            return Ok(());
        }
        let what = if updates == 1 { "resource" } else { "resources" };
        let hint = "add --yes to change them without a question; nothing was changed";
        // The documents have used up standard input.
        let has_input = self.path != "-";
        if !(has_input && self.context.input_is_terminal() && streams.is_terminal(true)) {
            let message = format!("'apply' would change {updates} existing {what}, but there is no terminal to ask");
            return Err(CliError::usage(message, hint).into());
        }
        streams.prompt(&format!("Change {updates} existing {what}? [y/N] "));
        let reply = Lines::new(self.context.input()).next().await;
        let reply = reply.map_err(|error| CliError::usage(format!("cannot read the confirmation: {error}"), hint))?;
        match reply.as_deref().map(|reply| reply.trim().to_lowercase()).as_deref() {
            Some("y" | "yes") => Ok(()),
            Some(_) => Err(CliError::response("canceled".to_owned(), "nothing was changed").into()),
            None => {
                // Ends the line of the prompt.
                streams.note("");
                Err(CliError::usage("cannot read the confirmation: the input has ended".to_owned(), hint).into())
            }
        }
    }

    /// Creates or updates a resource. Returns its ID.
    async fn send(&self, step: &Step, account: &mut Account<'_>, streams: &mut Streams<'_>) -> Result<String, Failure> {
        let next = (self.path != "-").then(|| format!("{PROGRAM} diff -f {}", shell::word(self.path)));
        let verb = if step.id.is_some() { "update" } else { "create" };
        let command = format!("{} {verb}", step.kind.noun);
        self.stage.replace(CallStage::InFlight { command, next: next.clone() });
        let sent = match &step.id {
            Some(id) => {
                let body = update_body(step);
                account.update(&step.kind, id, &body).await.map(|()| Some(id.clone()))
            }
            None => account.create(&step.kind, &step.body).await,
        };
        self.stage.take();
        let id = match sent.map_err(|error| Failure::Call { error, next })? {
            Some(id) => id,
            None => self.find_created(step, account).await?,
        };
        streams.note(&format!("{verb}d {} '{}' ({id})", step.kind.noun, step.name));
        Ok(id)
    }

    /// Looks up the ID of a new resource whose response has none.
    async fn find_created(&self, step: &Step, account: &mut Account<'_>) -> Result<String, Failure> {
        account.forget(&step.kind);
        let listed = account.list(&step.kind).await?.iter().find(|listed| listed.name == step.name);
        listed.map(|listed| listed.id.clone()).ok_or_else(|| {
            let (noun, name, file) = (step.kind.noun, &step.name, file::name(self.path));
            let message = format!("{file}: the new {noun} '{name}' is not in the listing");
            CliError::outcome_unknown(message, "look for it in the console before you run the command again").into()
        })
    }
}

/// Returns the body of the request that updates a resource: the fields that it has.
fn update_body(step: &Step) -> crate::json::Json {
    use crate::body::{Unknown, convert};
    let schema = step.kind.update.and_then(|update| update.body.as_ref()).map(|body| body.schema);
    match schema {
        Some(schema) => convert(step.kind.request, schema, &step.body, Unknown::LeaveOut).value,
        None => step.body.clone(),
    }
}

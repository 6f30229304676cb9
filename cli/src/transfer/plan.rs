//! What has to be done to make an account match the documents of a file.

use crate::failure::Failure;
use crate::json::Json;
use crate::resource::Kind;
use crate::terminal::escape;
use crate::terminal::output_streams::Streams;
use crate::transfer::account::Account;
use crate::transfer::change::{Change, changes};
use crate::transfer::problems::{Document, Problems};
use crate::transfer::references;

/// A step: one document, and what to do for it.
pub(super) struct Step {
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) name: String,
    /// Body to send. References are IDs or placeholders.
    pub(super) body: Json,
    /// The existing resource.
    pub(super) id: Option<String>,
    pub(super) changes: Vec<Change>,
}

impl Step {
    pub(super) fn is_needed(&self) -> bool {
        self.id.is_none() || !self.changes.is_empty()
    }

    /// Returns whether the API has no call for this step.
    pub(super) fn is_impossible(&self) -> bool {
        self.id.is_some() && !self.changes.is_empty() && self.kind.update.is_none()
    }

    fn verb(&self) -> &'static str {
        match (&self.id, self.changes.is_empty()) {
            (None, _) => "create",
            (Some(_), false) if self.kind.update.is_none() => "cannot change",
            (Some(_), false) => "update",
            (Some(_), true) => "unchanged",
        }
    }
}

/// Compares documents with the account. The steps are in the order in which they can be done: resources that others
/// refer to come first.
pub(super) async fn plan(
    documents: &[Document],
    account: &mut Account<'_>,
    problems: &mut Problems,
) -> Result<Vec<Step>, Failure> {
    let mut steps = Vec::new();
    for document in documents {
        let body = references::with_ids(document, documents, account, problems).await?;
        let (kind, name) = (document.kind, document.name.clone());
        let listed = account.list(&kind).await?.iter().filter(|listed| listed.name == name);
        let ids: Vec<String> = listed.map(|listed| listed.id.clone()).collect();
        let (id, body, changes) = match ids.as_slice() {
            [] => (None, body.clone(), changes(None, &body)),
            [id] => {
                let current = account.get(&kind, id).await?.value;
                let current = references::comparable(&kind, &current)?;
                let merged = references::merged(&kind, &current, &body)?;
                let changes = changes(Some(&current), &merged);
                (Some(id.clone()), merged, changes)
            }
            several => {
                let (count, ids) = (several.len(), several.join(", "));
                problems
                    .add(&document.label, &format!("{count} {}s have this name: {ids}; rename all but one", kind.noun));
                continue;
            }
        };
        steps.push(Step { label: document.label.clone(), kind, name, body, id, changes });
    }
    steps.sort_by_key(|step| references::has_references(&step.kind));
    Ok(steps)
}

/// Writes the steps, field by field.
pub(super) fn write(steps: &[Step], streams: &mut Streams<'_>) -> Result<(), Failure> {
    for step in steps {
        let (verb, noun, name) = (step.verb(), step.kind.noun, escape::text(&step.name));
        let id = step.id.as_ref().map(|id| format!(" ({})", escape::text(id))).unwrap_or_default();
        writeln!(streams.out(), "{verb} {noun} '{name}'{id}")?;
        for change in &step.changes {
            writeln!(streams.out(), "  {}", escape::text(&change.to_string()))?;
        }
    }
    Ok(streams.flush()?)
}

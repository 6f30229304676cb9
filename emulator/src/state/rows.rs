//! The resources of one kind, and a journal of their changes.

use super::row::{Owner, Row};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The resources of one kind, from the oldest to the newest. Each has a number that never changes.
#[derive(Debug)]
pub(super) struct Rows<T> {
    rows: BTreeMap<u64, T>,
    /// Numbers by ID.
    numbers: HashMap<String, u64>,
    /// Numbers by the resource that a row belongs to, ascending.
    members: HashMap<Owner, Vec<u64>>,
    next: u64,
    journal: Vec<Before<T>>,
}

/// A row before a change; `None` if it did not exist.
#[derive(Debug)]
pub(super) struct Before<T> {
    number: u64,
    row: Option<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), numbers: HashMap::new(), members: HashMap::new(), next: 0, journal: Vec::new() }
    }
}

impl<T: Row> Rows<T> {
    pub(super) fn contains(&self, id: &str) -> bool {
        self.numbers.contains_key(id)
    }

    pub(super) fn get(&self, id: &str) -> Option<&T> {
        self.rows.get(self.numbers.get(id)?)
    }

    /// Returns a resource to change. Its ID and its owners must not change.
    pub(super) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        let number = *self.numbers.get(id)?;
        let row = self.rows.get_mut(&number)?;
        self.journal.push(Before { number, row: Some(row.clone()) });
        Some(row)
    }

    /// Adds the newest resource. Its ID must be new.
    pub(super) fn push(&mut self, row: T) {
        let number = self.next;
        self.journal.push(Before { number, row: None });
        self.insert(number, row);
    }

    pub(super) fn remove(&mut self, id: &str) {
        if let Some(number) = self.numbers.remove(id) {
            let row = self.rows.remove(&number);
            if let Some(row) = &row {
                self.leave_owners(number, row);
            }
            self.journal.push(Before { number, row });
        }
    }

    /// Removes all resources.
    pub(super) fn clear(&mut self) {
        for (number, row) in std::mem::take(&mut self.rows) {
            self.journal.push(Before { number, row: Some(row) });
        }
        self.numbers.clear();
    }

    /// Takes all resources out, without a note in the journal.
    pub(super) fn take_all(&mut self) -> Vec<T> {
        self.numbers.clear();
        std::mem::take(&mut self.rows).into_values().collect()
    }

    /// Returns all resources, from the oldest to the newest.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.rows.values()
    }

    /// Returns all resources with their numbers.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (u64, &T)> {
        self.rows.iter().map(|(number, row)| (*number, row))
    }

    pub(super) fn last(&self) -> Option<&T> {
        self.rows.values().next_back()
    }

    /// Adds a resource that is stored already, without a note in the journal.
    pub(super) fn insert(&mut self, number: u64, row: T) {
        self.next = self.next.max(number.saturating_add(1));
        self.numbers.insert(row.id().to_owned(), number);
        for owner in row.owners() {
            let members = self.members.entry(owner).or_default();
            if let Err(place) = members.binary_search(&number) {
                members.insert(place, number);
            }
        }
        self.rows.insert(number, row);
    }

    fn leave_owners(&mut self, number: u64, row: &T) {
        for owner in row.owners() {
            if let Some(members) = self.members.get_mut(&owner) {
                if let Ok(place) = members.binary_search(&number) {
                    members.remove(place);
                }
                if members.is_empty() {
                    self.members.remove(&owner);
                }
            }
        }
    }

    /// Returns the numbers of the rows of an owner, from the oldest to the newest.
    pub(super) fn members(&self, owner: &Owner) -> &[u64] {
        self.members.get(owner).map_or(&[], Vec::as_slice)
    }

    /// Returns the rows of an owner, from the oldest to the newest.
    pub(super) fn of_owner(&self, owner: &Owner) -> impl DoubleEndedIterator<Item = &T> + Clone + use<'_, T> {
        self.members(owner).iter().filter_map(|number| self.rows.get(number))
    }

    /// Returns the row with a number; `None` if it was removed.
    pub(super) fn numbered_row(&self, number: u64) -> Option<&T> {
        self.rows.get(&number)
    }

    /// Empties the journal: returns the changed rows as they were, in the order of the changes.
    pub(super) fn take_journal(&mut self) -> Vec<Before<T>> {
        std::mem::take(&mut self.journal)
    }

    /// Takes changes back.
    pub(super) fn undo(&mut self, changes: Vec<Before<T>>) {
        for Before { number, row } in changes.into_iter().rev() {
            if let Some(now) = self.rows.remove(&number) {
                self.numbers.remove(now.id());
                self.leave_owners(number, &now);
            }
            match row {
                Some(row) => self.insert(number, row),
                // A refused row must not use up a number.
                None if self.next == number.saturating_add(1) => self.next = number,
                None => {}
            }
        }
    }
}

/// Returns the numbers of changed rows, each once.
pub(super) fn numbers<T>(changes: &[Before<T>]) -> BTreeSet<u64> {
    changes.iter().map(|before| before.number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::run::Run;
    use ncloud_dataflow::models::JobExecution;

    fn run(number: usize) -> Run {
        let execution = JobExecution {
            job_execution_id: format!("run{number}").into(),
            job_id: Some(format!("job{}", number % 3).into()),
            ..JobExecution::default()
        };
        Run { execution, workflow_id: (number.is_multiple_of(2)).then(|| "workflow".into()), plan: None }
    }

    #[track_caller]
    fn check(rows: &Rows<Run>) {
        for owner in ["job0", "job1", "job2"].map(|id| Owner::Job(id.into())).into_iter().chain([workflow()]) {
            let scanned: Vec<&Run> = rows.iter().filter(|run| run.owners().any(|one| one == owner)).collect();
            assert_eq!(rows.of_owner(&owner).collect::<Vec<_>>(), scanned, "{owner:?}");
        }
    }

    fn workflow() -> Owner {
        Owner::Workflow("workflow".into())
    }

    #[test]
    fn owners_are_found_after_changes_and_undo() {
        let mut rows = Rows::default();
        (0..12).for_each(|number| rows.push(run(number)));
        rows.take_journal();
        check(&rows);
        let before: Vec<Run> = rows.iter().cloned().collect();
        rows.remove("run4");
        rows.remove("run7");
        rows.push(run(12));
        rows.get_mut("run12").unwrap().execution.waiting_time = Some(1);
        rows.remove("run12");
        check(&rows);
        assert_eq!(rows.of_owner(&workflow()).count(), 5);
        let changes = rows.take_journal();
        rows.undo(changes);
        check(&rows);
        assert_eq!(rows.iter().cloned().collect::<Vec<_>>(), before);
    }
}

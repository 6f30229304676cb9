//! Widths of the columns of a table.

use crate::output::column::{Column, GAP, Priority};

/// Minimum width of a column that may be cut.
const MIN_CUT: usize = 12;

/// The place of a column that is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Place {
    /// Width that each row keeps.
    pub(super) width: usize,
    /// Maximum width of a cell, where the rest of its row leaves room for it.
    pub(super) most: usize,
}

/// Returns the place of each column; `None` for a column that is dropped.
///
/// `widths` are the widths of the longest cells, and `limit` is the width of the terminal.
pub(super) fn places(columns: &[Column], widths: &[usize], limit: Option<usize>) -> Vec<Option<Place>> {
    let Some(limit) = limit else {
        return widths.iter().map(|width| Some(Place { width: *width, most: usize::MAX })).collect();
    };
    let mut shown: Vec<Option<usize>> =
        columns.iter().zip(widths).map(|(column, width)| minimum(column, *width)).collect();
    drop_columns(columns, &mut shown, limit);
    widen(columns, widths, &mut shown, limit);
    let place = |(shown, whole): (Option<usize>, &usize)| {
        let width = shown?.min(limit);
        Some(Place { width, most: if width < *whole { width } else { usize::MAX } })
    };
    shown.into_iter().zip(widths).map(place).collect()
}

fn minimum(column: &Column, width: usize) -> Option<usize> {
    Some(match column.priority {
        Priority::Text | Priority::Detail => width.min(MIN_CUT),
        Priority::Identifier | Priority::State | Priority::Time => width,
    })
}

/// Drops the least important columns until the others fit. One column always stays.
fn drop_columns(columns: &[Column], shown: &mut [Option<usize>], limit: usize) {
    while total(shown) > limit && shown.iter().flatten().count() > 1 {
        let left = shown.iter_mut().zip(columns).enumerate().filter(|(_, (width, _))| width.is_some());
        if let Some((_, (least, _))) = left.max_by_key(|(index, (_, column))| (column.priority, *index)) {
            *least = None;
        }
    }
}

/// Gives the space that is left to the columns that need it, the most important first.
fn widen(columns: &[Column], widths: &[usize], shown: &mut [Option<usize>], limit: usize) {
    let mut left = limit.saturating_sub(total(shown));
    let mut in_need: Vec<_> = shown.iter_mut().zip(columns).zip(widths).collect();
    in_need.sort_by_key(|((_, column), _)| column.priority);
    for ((shown, _), whole) in in_need {
        if let Some(width) = shown {
            let more = whole.saturating_sub(*width).min(left);
            *width += more;
            left -= more;
        }
    }
}

fn total(shown: &[Option<usize>]) -> usize {
    shown.iter().flatten().map(|width| width + GAP).sum::<usize>().saturating_sub(GAP)
}

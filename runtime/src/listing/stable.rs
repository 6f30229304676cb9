//! Repeats a listing until two passes agree.

use super::items::Items;
use super::page::{Page, key_of, paging, stopped};
use crate::call::request::Request;
use crate::error::Error;

/// Maximum number of passes.
const MAX_PASSES: usize = 5;

/// Returns all items once two passes in a row had the same keys in the same order.
///
/// A pass can miss rows if earlier rows are removed meanwhile. Two passes that agree have missed none, unless equally
/// many rows were added at the same places.
pub(super) async fn collect_stable<T: Page>(request: &Request) -> Result<Vec<T::Item>, Error> {
    let operation = request.operation();
    let paging = paging(operation)?;
    let mut last: Option<Vec<T::Item>> = None;
    for _ in 0..MAX_PASSES {
        let items = all::<T>(request).await?;
        let keys = |items: &[T::Item]| -> Vec<Option<String>> {
            items.iter().map(|item| key_of::<T>(item, paging).map(str::to_owned)).collect()
        };
        if last.is_some_and(|last| keys(&last) == keys(&items)) {
            return Ok(items);
        }
        last = Some(items);
    }
    Err(stopped(operation, &format!("no two of {MAX_PASSES} passes agree"))
        .with_hint("rows change too fast; try again later"))
}

async fn all<T: Page>(request: &Request) -> Result<Vec<T::Item>, Error> {
    let mut items = Items::<T>::new(request.clone());
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(item?);
    }
    Ok(all)
}

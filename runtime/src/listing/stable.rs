//! A listing that is repeated until it stands still.

use super::items::Items;
use super::page::{Page, key_of, paging, stopped};
use crate::call::request::Request;
use crate::error::Error;

/// Passes after which a listing that never stands still is given up.
const MAX_PASSES: usize = 5;

/// All items, once two passes in a row had the same keys in the same order.
///
/// A pass can miss rows behind others that are removed meanwhile; two that agree have missed none, unless as many were
/// removed as added at the same places.
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
        .with_hint("rows come and go too fast; try again later"))
}

async fn all<T: Page>(request: &Request) -> Result<Vec<T::Item>, Error> {
    let mut items = Items::<T>::new(request.clone());
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(item?);
    }
    Ok(all)
}

//! Read-only views of the resources for the pages of the site.
//!
//! A view has names of its own and times in milliseconds since 1970-01-01T00:00:00Z, so a page needs no name of the API.
//! Resources of the API in it are shown field by field. Every list is bounded. A view may show a change that is not yet
//! on the disk.

mod compare;
mod graph;
mod grid;
mod newest;
mod one_run;
mod page;
mod resources;
mod runs;
mod samples;
mod summary;

pub(crate) use grid::GridQuery;
pub(crate) use page::PageQuery;
pub(crate) use runs::RunQuery;
pub(crate) use samples::Samples;

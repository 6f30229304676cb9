//! Listings as streams of pages and of items.
//!
//! A listing ends at the first empty page. A short page is not the end: a service may return fewer rows than requested
//! without saying so. A repeated page, or too many pages, ends the listing with an error. After full pages, further
//! pages are prefetched and returned in order.

mod fetcher;
mod items;
mod page;
mod page_size;
mod pages;
mod prefetch;
mod raw;
mod request;
mod resume;
mod stable;
mod typed;

pub use items::Items;
pub use page::Page;
pub use pages::Pages;
pub use raw::{RawPage, RawRow};
pub use resume::{ResumeToken, TokenError};

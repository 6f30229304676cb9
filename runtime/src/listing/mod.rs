//! Listings as streams of pages and of items.
//!
//! A listing ends at the first empty page. A short page is not the end: a service may give fewer rows than it was asked
//! for, and says so nowhere. A page that repeats an earlier one, or more pages than any listing has, ends it with an
//! error. Behind full pages the next ones are fetched ahead, and handed out in order.

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

pub use items::Items;
pub use page::Page;
pub use pages::Pages;
pub use raw::{RawPage, RawRow};
pub use resume::{ResumeToken, TokenError};

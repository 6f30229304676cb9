//! Listings: all pages by default, printed while they arrive.

use crate::api::resume::{Continuation, Position};
use crate::args::flags::parameter_id;
use crate::args::nouns;
use crate::call_stage::CallStage;
use crate::failure::Failure;
use crate::output::Formatter;
use crate::table::{LIMIT, NO_PAGINATE};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::{Operation, Paging};
use ncloud_dataflow::runtime::{Error, Items, Page, RawPage, RawRow, Request, ResumeToken};
use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Context, Poll};

/// Options of a listing.
#[derive(Clone, Debug)]
pub(crate) struct ListOptions {
    /// Maximum number of rows.
    pub(crate) limit: Option<u64>,
    one_page: bool,
    /// Rows per request, if the arguments set it.
    page_size: Option<u64>,
    /// Position of an earlier listing.
    pub(crate) position: Option<Position>,
}

impl ListOptions {
    /// Returns the options in the arguments.
    pub(crate) fn from_matches(matches: &ArgMatches, paging: &Paging) -> Self {
        Self {
            limit: matches.get_one::<u64>(LIMIT).copied(),
            one_page: matches.get_flag(NO_PAGINATE),
            page_size: page_size(matches, paging).and_then(|text| text.parse().ok()),
            position: Position::from_matches(matches),
        }
    }

    /// Returns the request with the page size lowered to the limit, to transfer less. `None` if the limit is not below
    /// the default page size, or if the arguments set a page size.
    fn smaller_pages(&self, request: &Request, paging: &Paging) -> Option<Request> {
        let default = u64::try_from(paging.default_limit).unwrap_or(u64::MAX);
        let is_free = self.page_size.is_none() && self.position.is_none();
        let size = self.limit.filter(|limit| is_free && *limit < default)?;
        let mut request = request.clone();
        request.set(paging.limit, &size);
        Some(request)
    }
}

/// Returns whether the service may have rejected the page size.
fn may_reject_page_size(error: &Error) -> bool {
    matches!(error.status(), Some(400 | 422))
}

/// Returns the page size in the arguments, as a string.
fn page_size<'m>(matches: &'m ArgMatches, paging: &Paging) -> Option<&'m String> {
    matches.try_get_one::<String>(&parameter_id(paging.limit)).ok().flatten()
}

/// Prints rows while they arrive. Rows received before an error are printed before the error is reported. A row that
/// cannot be printed does not affect the others.
///
/// If it breaks off, the command that continues it is in the error, and in the stage for interrupts.
pub(crate) async fn write(
    mut rows: RowStream,
    operation: &Operation,
    continuation: Option<&Continuation>,
    stage: &RefCell<CallStage>,
    formatter: &mut dyn Formatter,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let (mut written, mut unwritten) = (0_u64, Ok(()));
    let is_continued = rows.is_continued;
    let outcome = loop {
        let next =
            |rows: &RowStream, written| continuation.zip(rows.token()).map(|(with, token)| with.at(&token, written));
        let row = rows.next(formatter, streams, |rows| {
            if let Some(next) = next(rows, written) {
                stage.replace(CallStage::Listing { next });
            }
        });
        match row.await {
            Ok(Some(row)) => match formatter.write_row(streams.out(), &row) {
                Err(Failure::Message(error)) => unwritten = unwritten.and(Err(Failure::Message(error))),
                outcome => outcome?,
            },
            Ok(None) => break unwritten,
            Err(Failure::Call { error, .. }) => break Err(Failure::Call { error, next: next(&rows, written) }),
            Err(failure) => break Err(failure),
        }
        written += 1;
    };
    stage.take();
    formatter.finish(streams.out(), outcome.is_ok())?;
    if let Some(note) = formatter.note() {
        streams.note(&note);
    }
    if written == 0 && outcome.is_ok() {
        let no = if is_continued { "no more" } else { "no" };
        streams.note(&format!("{no} {}", nouns::rows(operation)));
    }
    outcome
}

/// Stream of the rows of a listing.
pub(crate) struct RowStream {
    /// First row, fetched by [`open`](Self::open).
    first: Option<RawRow>,
    rest: RowSource,
    /// Whether an earlier listing has delivered the rows before.
    is_continued: bool,
}

enum RowSource {
    Page(std::vec::IntoIter<RawRow>),
    Stream(Box<Items<RawPage>>),
}

impl RowStream {
    /// Fetches the first page. On an error there are no rows.
    ///
    /// If the service may have rejected a page size computed from the limit, the page is requested again without it.
    pub(crate) async fn open(request: Request, paging: &Paging, options: &ListOptions) -> Result<Self, Error> {
        if let Some(smaller) = options.smaller_pages(&request, paging) {
            match Self::start(smaller, paging, options).await {
                Err(error) if may_reject_page_size(&error) => {}
                outcome => return outcome,
            }
        }
        Self::start(request, paging, options).await
    }

    async fn start(request: Request, paging: &Paging, options: &ListOptions) -> Result<Self, Error> {
        let rest = match options.one_page {
            true => RowSource::page(request, paging, options.limit).await?,
            false => {
                let items = match &options.position {
                    Some(position) => request.resume(&position.token),
                    None => request.items(),
                };
                RowSource::Stream(Box::new(options.limit.into_iter().fold(items, Items::limit)))
            }
        };
        let mut rows = Self { first: None, rest, is_continued: options.position.is_some() };
        rows.first = poll_fn(|task| rows.poll(task)).await?;
        Ok(rows)
    }

    /// Returns the next row. Flushes the output before it waits; if the reader has closed the output, it stops fetching.
    async fn next(
        &mut self,
        formatter: &mut dyn Formatter,
        streams: &mut Streams<'_>,
        before_wait: impl Fn(&Self),
    ) -> Result<Option<RawRow>, Failure> {
        poll_fn(|task| match self.poll(task) {
            Poll::Ready(row) => Poll::Ready(row.map_err(Failure::from)),
            Poll::Pending => match formatter.flush(streams.out()).and_then(|()| streams.flush()) {
                Ok(()) => {
                    before_wait(self);
                    Poll::Pending
                }
                Err(error) => Poll::Ready(Err(Failure::Output(error))),
            },
        })
        .await
    }

    fn poll(&mut self, task: &mut Context<'_>) -> Poll<Result<Option<RawRow>, Error>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Ok(Some(first)));
        }
        match &mut self.rest {
            RowSource::Page(rows) => Poll::Ready(Ok(rows.next())),
            // Dropping the future loses nothing.
            RowSource::Stream(items) => pin!(items.next()).as_mut().poll(task).map(Option::transpose),
        }
    }

    /// Returns the position after the last row.
    fn token(&self) -> Option<ResumeToken> {
        match &self.rest {
            RowSource::Page(_) => None,
            RowSource::Stream(items) => Some(items.resume_token()),
        }
    }
}

impl RowSource {
    async fn page(request: Request, paging: &Paging, limit: Option<u64>) -> Result<Self, Error> {
        let page = request.pages::<RawPage>().next().await.transpose()?;
        let mut rows = page.map(|page| page.into_items(paging)).unwrap_or_default();
        rows.truncate(limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX));
        Ok(Self::Page(rows.into_iter()))
    }
}

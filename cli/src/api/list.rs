//! Listings: all pages by default, printed while they arrive.

use crate::args::flags::parameter_id;
use crate::args::nouns;
use crate::failure::Failure;
use crate::output::Formatter;
use crate::table::{LIMIT, NO_PAGINATE};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::{Operation, Paging};
use ncloud_dataflow::runtime::{Error, Items, Page, RawPage, RawRow, Request};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// Options of a listing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListOptions {
    /// Maximum number of rows.
    pub(crate) limit: Option<u64>,
    one_page: bool,
    /// Rows per request, if the arguments set it.
    page_size: Option<u64>,
}

impl ListOptions {
    /// Returns the options in the arguments.
    pub(crate) fn from_matches(matches: &ArgMatches, paging: &Paging) -> Self {
        Self {
            limit: matches.get_one::<u64>(LIMIT).copied(),
            one_page: matches.get_flag(NO_PAGINATE),
            page_size: page_size(matches, paging).and_then(|text| text.parse().ok()),
        }
    }

    /// Returns the request with the page size lowered to the limit, to transfer less. `None` if the limit is not below
    /// the default page size, or if the arguments set a page size.
    fn smaller_pages(&self, request: &Request, paging: &Paging) -> Option<Request> {
        let default = u64::try_from(paging.default_limit).unwrap_or(u64::MAX);
        let size = self.limit.filter(|limit| self.page_size.is_none() && *limit < default)?;
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
pub(crate) async fn write(
    mut rows: RowStream,
    operation: &Operation,
    formatter: &mut dyn Formatter,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let (mut written, mut unwritten) = (0_u64, Ok(()));
    let outcome = loop {
        match rows.next(formatter, streams).await {
            Ok(Some(row)) => match formatter.write_row(streams.out(), &row) {
                Err(Failure::Message(error)) => unwritten = unwritten.and(Err(Failure::Message(error))),
                outcome => outcome?,
            },
            Ok(None) => break unwritten,
            Err(failure) => break Err(failure),
        }
        written += 1;
    };
    formatter.finish(streams.out(), outcome.is_ok())?;
    if let Some(note) = formatter.note() {
        streams.note(&note);
    }
    if written == 0 && outcome.is_ok() {
        streams.note(&format!("no {}", nouns::rows(operation)));
    }
    outcome
}

/// Stream of the rows of a listing.
pub(crate) struct RowStream {
    /// First row, fetched by [`open`](Self::open).
    first: Option<RawRow>,
    rest: RowSource,
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
        let rest = match (options.one_page, options.limit) {
            (true, limit) => RowSource::page(request, paging, limit).await?,
            (false, Some(limit)) => RowSource::Stream(Box::new(request.items().limit(limit))),
            (false, None) => RowSource::Stream(Box::new(request.items())),
        };
        let mut rows = Self { first: None, rest };
        rows.first = rows.fetch().await?;
        Ok(rows)
    }

    /// Returns the next row. Flushes the output before it waits; if the reader has closed the output, it stops fetching.
    async fn next(
        &mut self,
        formatter: &mut dyn Formatter,
        streams: &mut Streams<'_>,
    ) -> Result<Option<RawRow>, Failure> {
        let mut fetch = pin!(self.fetch());
        poll_fn(|task| match fetch.as_mut().poll(task) {
            Poll::Ready(row) => Poll::Ready(row.map_err(Failure::from)),
            Poll::Pending => match formatter.flush(streams.out()).and_then(|()| streams.flush()) {
                Ok(()) => Poll::Pending,
                Err(error) => Poll::Ready(Err(Failure::Output(error))),
            },
        })
        .await
    }

    async fn fetch(&mut self) -> Result<Option<RawRow>, Error> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        match &mut self.rest {
            RowSource::Page(rows) => Ok(rows.next()),
            RowSource::Stream(items) => items.next().await.transpose(),
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

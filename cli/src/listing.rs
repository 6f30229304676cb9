//! Listings: all pages by default, as many rows as asked for, written while they arrive.

use crate::failure::Failure;
use crate::help;
use crate::output::Writer;
use crate::parameter;
use crate::streams::Streams;
use crate::table::{LIMIT, NO_PAGINATE};
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::{Operation, Paging};
use ncloud_dataflow::runtime::{Error, Items, Page, RawPage, RawRow, Request};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// How much of a listing is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// Most rows in all.
    pub(crate) limit: Option<u64>,
    one_page: bool,
    /// Rows of one request, if the arguments say so.
    page_size: Option<u64>,
}

impl Plan {
    /// What the arguments of a listing ask for.
    pub(crate) fn of(matches: &ArgMatches, paging: &Paging) -> Self {
        Self {
            limit: matches.get_one::<u64>(LIMIT).copied(),
            one_page: matches.get_flag(NO_PAGINATE),
            page_size: given(matches, paging).and_then(|text| text.parse().ok()),
        }
    }

    /// The same request by pages of no more rows than are wanted, which saves a transfer; none if that is no saving, or
    /// if the arguments say the size.
    fn smaller(&self, request: &Request, paging: &Paging) -> Option<Request> {
        let default = u64::try_from(paging.default_limit).unwrap_or(u64::MAX);
        let size = self.limit.filter(|limit| self.page_size.is_none() && *limit < default)?;
        let mut request = request.clone();
        request.set(paging.limit, &size);
        Some(request)
    }
}

/// Whether a response may mean that the service does not accept the size of the pages.
fn may_refuse_size(error: &Error) -> bool {
    matches!(error.status(), Some(400 | 422))
}

/// The page size that the arguments give, as text.
fn given<'m>(matches: &'m ArgMatches, paging: &Paging) -> Option<&'m String> {
    matches.try_get_one::<String>(&parameter::id_of(paging.limit)).ok().flatten()
}

/// Writes what arrives. Rows that came before an error are written before it is told, and one that cannot be written
/// costs no other.
pub(crate) async fn write(
    mut rows: Rows,
    operation: &Operation,
    writer: &mut dyn Writer,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let (mut written, mut unwritten) = (0_u64, Ok(()));
    let outcome = loop {
        match rows.next(streams).await {
            Ok(Some(row)) => match writer.row(streams.out(), &row) {
                Err(Failure::Told(told)) => unwritten = unwritten.and(Err(Failure::Told(told))),
                outcome => outcome?,
            },
            Ok(None) => break unwritten,
            Err(failure) => break Err(failure),
        }
        written += 1;
    };
    writer.end(streams.out(), outcome.is_ok())?;
    if written == 0 && outcome.is_ok() {
        streams.note(&format!("no {}", help::rows(operation)));
    }
    outcome
}

/// Where rows come from.
pub(crate) struct Rows {
    /// The row that showed that the listing can be read.
    first: Option<RawRow>,
    rest: Source,
}

enum Source {
    Page(std::vec::IntoIter<RawRow>),
    Stream(Box<Items<RawPage>>),
}

impl Rows {
    /// Fetches the first page. An error here means that there are no rows at all.
    ///
    /// A total never decides by itself how large a page is: if the service may have refused the size that was made of
    /// it, the listing is asked for without one.
    pub(crate) async fn open(request: Request, paging: &Paging, plan: &Plan) -> Result<Self, Error> {
        if let Some(smaller) = plan.smaller(&request, paging) {
            match Self::start(smaller, paging, plan).await {
                Err(error) if may_refuse_size(&error) => {}
                outcome => return outcome,
            }
        }
        Self::start(request, paging, plan).await
    }

    async fn start(request: Request, paging: &Paging, plan: &Plan) -> Result<Self, Error> {
        let rest = match (plan.one_page, plan.limit) {
            (true, limit) => Source::page(request, paging, limit).await?,
            (false, Some(limit)) => Source::Stream(Box::new(request.items().limit(limit))),
            (false, None) => Source::Stream(Box::new(request.items())),
        };
        let mut rows = Self { first: None, rest };
        rows.first = rows.fetch().await?;
        Ok(rows)
    }

    /// The next row. Before a wait, what was written so far is delivered; if its reader has left, nothing more is fetched.
    async fn next(&mut self, streams: &mut Streams<'_>) -> Result<Option<RawRow>, Failure> {
        let mut fetch = pin!(self.fetch());
        poll_fn(|context| match fetch.as_mut().poll(context) {
            Poll::Ready(row) => Poll::Ready(row.map_err(Failure::from)),
            Poll::Pending => match streams.flush() {
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
            Source::Page(rows) => Ok(rows.next()),
            Source::Stream(items) => items.next().await.transpose(),
        }
    }
}

impl Source {
    async fn page(request: Request, paging: &Paging, limit: Option<u64>) -> Result<Self, Error> {
        let page = request.pages::<RawPage>().next().await.transpose()?;
        let mut rows = page.map(|page| page.into_items(paging)).unwrap_or_default();
        rows.truncate(limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX));
        Ok(Self::Page(rows.into_iter()))
    }
}

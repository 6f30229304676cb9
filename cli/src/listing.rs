//! Listings: all pages by default, as many rows as asked for, written while they arrive.

use crate::command::{LIMIT, NO_PAGINATE};
use crate::failure::Failure;
use crate::help;
use crate::output::Writer;
use crate::streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::{Operation, Paging};
use ncloud_dataflow::runtime::{Error, Items, Options, Page, RawPage, RawRow, Request};
use std::future::{Future, poll_fn};
use std::pin::pin;

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
            page_size: given(matches, paging.limit).and_then(|text| text.parse().ok()),
        }
    }

    /// Asks for pages no larger, and for no more of them ahead, than the wanted rows need.
    pub(crate) fn apply(&self, request: &mut Request, paging: &Paging, options: Options) -> Options {
        let default = u64::try_from(paging.default_limit).unwrap_or(u64::MAX);
        let size = self.page_size.unwrap_or_else(|| self.limit.unwrap_or(default).min(default));
        if self.page_size.is_none() && size < default {
            request.set(paging.limit, &size);
        }
        let few = self.limit.is_some_and(|limit| limit <= size.saturating_mul(2));
        match self.one_page || few {
            true => options.pages_ahead(0),
            false => options,
        }
    }
}

fn given<'m>(matches: &'m ArgMatches, parameter: &str) -> Option<&'m String> {
    matches.try_get_one::<String>(parameter).ok().flatten()
}

/// Writes what arrives. Rows that came before an error are written before it is told.
pub(crate) async fn write(
    mut rows: Rows,
    limit: Option<u64>,
    operation: &Operation,
    writer: &mut dyn Writer,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let mut written = 0;
    let outcome = loop {
        if limit.is_some_and(|limit| written >= limit) {
            break Ok(());
        }
        match rows.next(streams).await {
            Some(Ok(row)) => writer.row(streams.out(), &row)?,
            Some(Err(error)) => break Err(Failure::from(error)),
            None => break Ok(()),
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
    pub(crate) async fn open(
        request: Request,
        paging: &Paging,
        plan: &Plan,
        streams: &mut Streams<'_>,
    ) -> Result<Self, Error> {
        let rest = match plan.one_page {
            true => Source::page(request, paging).await?,
            false => Source::Stream(Box::new(request.items())),
        };
        let mut rows = Self { first: None, rest };
        rows.first = rows.next(streams).await.transpose()?;
        Ok(rows)
    }

    /// The next row. Before a wait, what was written so far is delivered.
    async fn next(&mut self, streams: &mut Streams<'_>) -> Option<Result<RawRow, Error>> {
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        let items = match &mut self.rest {
            Source::Page(items) => return items.next().map(Ok),
            Source::Stream(items) => items,
        };
        let mut next = pin!(items.next());
        poll_fn(|context| {
            let polled = next.as_mut().poll(context);
            if polled.is_pending() {
                // A failure shows again at the next write, where it is handled.
                let _ = streams.flush();
            }
            polled
        })
        .await
    }
}

impl Source {
    async fn page(request: Request, paging: &Paging) -> Result<Self, Error> {
        let page = request.pages::<RawPage>().next().await.transpose()?;
        Ok(Self::Page(page.map(|page| page.into_items(paging)).unwrap_or_default().into_iter()))
    }
}

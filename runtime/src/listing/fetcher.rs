//! Requests the pages of a listing in order, with prefetching, and decides where the listing ends.
//!
//! No response has the total number of rows, and a service may return fewer rows than requested. So only an empty page
//! is the end.

use super::page::{paging, stopped};
use super::page_size::{PageSize, number};
use super::prefetch::Prefetch;
use crate::call::request::Request;
use crate::call::response::Response;
use crate::error::Error;
use crate::table::operation::Operation;
use std::collections::{HashSet, VecDeque};
use std::pin::Pin;
use std::task::{Context, Poll};

type Fetch = Pin<Box<dyn Future<Output = Result<Response, Error>> + Send>>;

/// Default number of prefetched pages.
const DEFAULT_PREFETCH: usize = 2;
/// Default maximum number of pages: ten million rows at the usual thousand per page.
const MAX_PAGES: usize = 10_000;

/// A requested page that is not delivered yet.
enum PrefetchedPage {
    Pending(Fetch),
    Arrived(Result<Box<Response>, Error>),
}

/// The requests of a listing. It does not decode the pages.
pub(super) struct PageFetcher {
    request: Request,
    /// Number of the page that is delivered next.
    next_page: i64,
    /// Number of the page that is requested next; `None` after the largest number.
    next_request: Option<i64>,
    prefetch: Prefetch,
    size: PageSize,
    /// Number of rows that the caller still wants.
    wanted: u64,
    /// Number of requested pages, and its maximum.
    requested: usize,
    max_pages: usize,
    pages: VecDeque<PrefetchedPage>,
    seen: HashSet<u64>,
    state: State,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    /// No page was delivered yet.
    First,
    /// The last page had rows.
    More,
    Ended,
}

/// Properties of a page that decide about the pages after it.
pub(super) struct PageSummary {
    /// Number of items.
    pub(super) items: usize,
    /// Size in bytes.
    pub(super) bytes: usize,
    /// Recognizes the same page.
    pub(super) fingerprint: u64,
    /// True if it has a row that was already delivered: new rows were added in front and have moved all others.
    pub(super) has_moved: bool,
}

impl PageFetcher {
    /// Starts at the requested page.
    pub(super) fn new(request: Request) -> Self {
        let paging = request.operation().paging.as_ref();
        let first = paging.map_or(0, |paging| number(&request, paging.page, paging.first));
        let (options, core) = (request.options(), request.client().core());
        Self {
            next_page: first,
            next_request: Some(first),
            prefetch: Prefetch::new(options.ahead.or(core.prefetch), DEFAULT_PREFETCH),
            size: PageSize::new(&request),
            wanted: u64::MAX,
            requested: 0,
            max_pages: options.max_pages.unwrap_or(MAX_PAGES),
            pages: VecDeque::new(),
            seen: HashSet::new(),
            state: State::First,
            request,
        }
    }

    pub(super) fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    /// Returns the number of the next page; after an error, of the failed one.
    pub(super) fn next_page(&self) -> i64 {
        self.next_page
    }

    /// Returns the page size that page numbers refer to.
    pub(super) fn page_size(&self) -> i64 {
        self.size.current()
    }

    /// Limits prefetching to the pages that this many further rows need.
    pub(super) fn want(&mut self, rows: u64) {
        self.wanted = rows;
    }

    /// Returns the next response in order, or `None` at the end. Polls all requests.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Response, Error>>> {
        self.fill(self.prefetch.window());
        self.drive(context);
        if matches!(self.pages.front(), Some(PrefetchedPage::Arrived(Ok(_)))) && self.replaces(context) {
            // Lets the runtime send the new request first, because decoding this page may take as long as a response.
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let result = match self.pages.pop_front() {
            Some(PrefetchedPage::Arrived(result)) => Some(result.map(|response| *response)),
            Some(pending) => {
                self.pages.push_front(pending);
                return Poll::Pending;
            }
            None if self.state == State::Ended => None,
            None => Some(Err(self.exhausted())),
        };
        if !matches!(result, Some(Ok(_))) {
            self.end();
        }
        Poll::Ready(result)
    }

    /// Polls all requests.
    fn drive(&mut self, context: &mut Context<'_>) {
        for page in &mut self.pages {
            if let PrefetchedPage::Pending(fetch) = page
                && let Poll::Ready(result) = fetch.as_mut().poll(context)
            {
                *page = PrefetchedPage::Arrived(result.map(Box::new));
            }
        }
    }

    /// Requests another page before the arrived one is delivered, if the window allows it. Returns true if it did.
    fn replaces(&mut self, context: &mut Context<'_>) -> bool {
        let before = self.pages.len();
        self.fill(self.prefetch.window_after_arrival());
        self.drive(context);
        self.pages.len() > before
    }

    /// Requests the pages that the window allows.
    fn fill(&mut self, window: usize) {
        let wanted = match self.state {
            State::First => 1,
            State::More if self.pages.iter().any(|page| self.looks_last(page)) => 0,
            State::More => window.min(self.size.pages(self.wanted)),
            State::Ended => 0,
        };
        while self.pages.len() < wanted
            && self.requested < self.max_pages
            && let Some(number) = self.next_request
        {
            let (request, size) = (self.page_request(number), self.size);
            self.next_request = number.checked_add(1);
            self.requested += 1;
            self.pages.push_back(PrefetchedPage::Pending(Box::pin(async move {
                size.check(&request)?;
                request.execute().await
            })));
        }
    }

    /// Returns true for an arrived page that is probably the last one.
    fn looks_last(&self, page: &PrefetchedPage) -> bool {
        match page {
            PrefetchedPage::Pending(_) => false,
            PrefetchedPage::Arrived(Ok(response)) => !self.prefetch.looks_full(response.body.len()),
            PrefetchedPage::Arrived(Err(_)) => true,
        }
    }

    /// Returns the request of a page. The first request is exactly the caller's.
    fn page_request(&self, number: i64) -> Request {
        let mut request = self.request.clone();
        if let (Some(paging), State::More) = (&request.operation().paging, self.state) {
            request.set(paging.page, &number);
            if let Some(size) = self.size.given() {
                request.set(paging.limit, &size);
            }
        }
        request
    }

    /// Records a delivered page, and decides whether there is another.
    pub(super) fn accept(&mut self, page: &PageSummary) -> Result<(), Error> {
        if page.items == 0 {
            self.end();
            return Ok(());
        }
        if !self.seen.insert(page.fingerprint) {
            return Err(self.stopped("the service returned the same page again"));
        }
        if self.state == State::First && paging(self.operation()).is_ok_and(|paging| self.next_page == paging.first) {
            self.size.learn(page.items);
        }
        self.state = State::More;
        self.prefetch.read(self.size.is_full(page.items), page.has_moved, page.bytes);
        let following = self.next_page.checked_add(1);
        if page.has_moved {
            self.discard_prefetched(following);
        }
        self.next_page = following.unwrap_or(self.next_page);
        Ok(())
    }

    /// Discards the prefetched pages, because rows have moved.
    ///
    /// The service may process concurrent requests in any order. If rows are added meanwhile, a page that is processed
    /// before its predecessor leaves a gap between the two. But some page before the gap was then processed after its
    /// predecessor, and repeats rows. So after the first page with duplicates, all later pages are requested again.
    fn discard_prefetched(&mut self, following: Option<i64>) {
        self.pages.clear();
        self.next_request = following;
    }

    /// Ends the listing. Nothing more is requested or delivered.
    pub(super) fn end(&mut self) {
        self.state = State::Ended;
        self.pages.clear();
    }

    /// Returns the reason why no further page may be requested although the last one had rows.
    fn exhausted(&self) -> Error {
        match self.next_request {
            Some(_) => self.stopped(&format!("more than {} pages", self.max_pages)),
            None => self.stopped(&format!("page {} has the largest page number", self.next_page)),
        }
    }

    fn stopped(&self, why: &str) -> Error {
        stopped(self.operation(), why).with_hint(
            "the delivered items are correct but may be incomplete; narrow the listing or ask for larger pages",
        )
    }
}

impl std::fmt::Debug for PageFetcher {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("PageFetcher")
            .field("request", &self.request)
            .field("next_page", &self.next_page)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Context, Operation, PageFetcher, Poll, PrefetchedPage, Request, Response, State};
    use crate::table::operation::{Paging, Parameter, Place, Service};
    use crate::table::schema::Schema;
    use crate::{Client, ClientBuilder, Credentials};
    use std::task::Waker;

    static SERVICE: Service = Service {
        title: "",
        version: "",
        endpoint: "http://127.0.0.1:9",
        endpoint_variable: "NO_ENDPOINT",
        errors: &[],
    };
    static LISTING: Operation = Operation {
        parameters: &[Parameter {
            name: "page",
            place: Place::Query,
            required: false,
            schema: &Schema::INTEGER,
            default: None,
            resolve: None,
            range_end: None,
            description: "",
        }],
        paging: Some(Paging { page: "page", limit: "limit", first: 0, default_limit: 2, items: "list", key: "id" }),
        ..Operation::BARE
    };

    /// Returns a fetcher after full pages, whose next page has arrived.
    async fn fetcher(ahead: usize) -> PageFetcher {
        let client = ClientBuilder::<Client>::new(&SERVICE).credentials(Credentials::new("a", "b").unwrap());
        let mut fetcher = PageFetcher::new(Request::new(client.prefetch(ahead).build().await.unwrap(), &LISTING));
        let response = Response { status: 200, body: vec![b' '], ..Response::default() };
        fetcher.pages.push_back(PrefetchedPage::Arrived(Ok(Box::new(response))));
        fetcher.state = State::More;
        (0..4).for_each(|_| fetcher.prefetch.read(true, false, 0));
        fetcher
    }

    #[tokio::test]
    async fn the_next_page_is_requested_before_this_one_is_read() {
        let mut fetcher = fetcher(1).await;
        let mut context = Context::from_waker(Waker::noop());
        // One more is requested, and a third one before the arrived page is delivered.
        assert!(fetcher.poll(&mut context).is_pending());
        assert_eq!(fetcher.pages.len(), 3);
        assert!(matches!(fetcher.poll(&mut context), Poll::Ready(Some(Ok(_)))));
        assert_eq!(fetcher.pages.len(), 2);
    }

    #[tokio::test]
    async fn without_prefetch_each_page_waits_for_the_previous_one() {
        let mut fetcher = fetcher(0).await;
        assert!(matches!(fetcher.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(Some(Ok(_)))));
        assert_eq!(fetcher.pages.len(), 0);
    }
}

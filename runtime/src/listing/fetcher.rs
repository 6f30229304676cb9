//! The responses of a listing, page by page: which page is requested when, and where the listing ends.
//!
//! No response says how many rows there are, and a service may give fewer rows than it was asked for. So only an empty
//! page is the end.

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

/// Pages that are requested ahead if the caller sets no other number.
const DEFAULT_PREFETCH: usize = 2;
/// Most pages of one listing: ten million rows of the usual thousand a page.
const MAX_PAGES: usize = 10_000;

/// A page that is on its way or has arrived but is not yet due.
enum PrefetchedPage {
    Pending(Fetch),
    Arrived(Result<Response, Error>),
}

/// The fetches of a listing. What the pages hold is not its business.
pub(super) struct PageFetcher {
    request: Request,
    /// Number of the page that comes out next.
    next_page: i64,
    /// Number of the page that is fetched next; none after the largest number.
    next_request: Option<i64>,
    prefetch: Prefetch,
    size: PageSize,
    /// Rows that the caller still wants.
    wanted: u64,
    /// Pages that were requested, and the most that may be.
    requested: usize,
    max_pages: usize,
    pages: VecDeque<PrefetchedPage>,
    seen: HashSet<u64>,
    state: State,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    /// Nothing has arrived yet.
    First,
    /// The last page had rows.
    More,
    Ended,
}

/// What a page says of those behind it.
pub(super) struct PageSummary {
    /// How many items it has.
    pub(super) items: usize,
    /// How many bytes.
    pub(super) bytes: usize,
    /// By what it is known again.
    pub(super) fingerprint: u64,
    /// Whether it has a row that came before: rows were added in front, and all have moved on.
    pub(super) has_moved: bool,
}

impl PageFetcher {
    /// All pages from the asked one on.
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

    /// Number of the page that comes out next: after an error, of the one that failed.
    pub(super) fn next_page(&self) -> i64 {
        self.next_page
    }

    /// Rows of a page, by which the pages are numbered.
    pub(super) fn page_size(&self) -> i64 {
        self.size.current()
    }

    /// Requests no page ahead that so many further rows do not need.
    pub(super) fn want(&mut self, rows: u64) {
        self.wanted = rows;
    }

    /// The next response in order; none at the end. Drives all fetches.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Response, Error>>> {
        self.fill(self.prefetch.window());
        self.drive(context);
        if matches!(self.pages.front(), Some(PrefetchedPage::Arrived(Ok(_)))) && self.replaces(context) {
            // The runtime gets to send it before this page is read, which may take as long as a response does.
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let result = match self.pages.pop_front() {
            Some(PrefetchedPage::Arrived(result)) => Some(result),
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

    /// Lets all fetches go on.
    fn drive(&mut self, context: &mut Context<'_>) {
        for page in &mut self.pages {
            if let PrefetchedPage::Pending(fetch) = page
                && let Poll::Ready(result) = fetch.as_mut().poll(context)
            {
                *page = PrefetchedPage::Arrived(result);
            }
        }
    }

    /// Starts the fetch that takes the place of the page that is due, if it may run before that is read.
    fn replaces(&mut self, context: &mut Context<'_>) -> bool {
        let before = self.pages.len();
        self.fill(self.prefetch.window_behind_arrived());
        self.drive(context);
        self.pages.len() > before
    }

    /// Starts the fetches that may run now.
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

    /// Whether a page has arrived behind which there is probably none.
    fn looks_last(&self, page: &PrefetchedPage) -> bool {
        match page {
            PrefetchedPage::Pending(_) => false,
            PrefetchedPage::Arrived(Ok(response)) => !self.prefetch.looks_full(response.body.len()),
            PrefetchedPage::Arrived(Err(_)) => true,
        }
    }

    /// The request of a page. The first is asked for exactly as the caller set it.
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

    /// Takes in the page that came out last, and decides whether there is another.
    pub(super) fn accept(&mut self, page: &PageSummary) -> Result<(), Error> {
        if page.items == 0 {
            self.end();
            return Ok(());
        }
        if !self.seen.insert(page.fingerprint) {
            return Err(self.stopped("the service repeats a page"));
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

    /// Forgets what was fetched ahead, because rows have moved.
    ///
    /// Pages that are fetched at the same time may be served in any order. If rows are added between, one that is
    /// served before its predecessor leaves a gap between the two. But a gap never comes first: before it, some page
    /// was served later than its predecessor, and repeats rows. So at the first page that does, everything behind it
    /// is fetched again, after it.
    fn discard_prefetched(&mut self, following: Option<i64>) {
        self.pages.clear();
        self.next_request = following;
    }

    /// Nothing more is fetched or comes out.
    pub(super) fn end(&mut self) {
        self.state = State::Ended;
        self.pages.clear();
    }

    /// Why no further page may be requested although the last one had rows.
    fn exhausted(&self) -> Error {
        match self.next_request {
            Some(_) => self.stopped(&format!("more than {} pages", self.max_pages)),
            None => self.stopped(&format!("no number follows page {}", self.next_page)),
        }
    }

    fn stopped(&self, why: &str) -> Error {
        stopped(self.operation(), why)
            .with_hint("what was delivered is right but may not be all; narrow the listing or ask for larger pages")
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
            description: "",
        }],
        paging: Some(Paging { page: "page", limit: "limit", first: 0, default_limit: 2, items: "list", key: "id" }),
        ..Operation::BARE
    };

    /// A fetcher behind a full page whose next page has arrived.
    async fn fetcher(ahead: usize) -> PageFetcher {
        let client = ClientBuilder::<Client>::new(&SERVICE).credentials(Credentials::new("a", "b").unwrap());
        let mut fetcher = PageFetcher::new(Request::new(client.prefetch(ahead).build().await.unwrap(), &LISTING));
        let response = Response { status: 200, body: vec![b' '], ..Response::default() };
        fetcher.pages.push_back(PrefetchedPage::Arrived(Ok(response)));
        fetcher.state = State::More;
        (0..4).for_each(|_| fetcher.prefetch.read(true, false, 0));
        fetcher
    }

    #[tokio::test]
    async fn the_next_page_is_asked_for_before_this_one_is_read() {
        let mut fetcher = fetcher(1).await;
        let mut context = Context::from_waker(Waker::noop());
        // One more is fetched beside it, and a third in its place before it is handed out.
        assert!(fetcher.poll(&mut context).is_pending());
        assert_eq!(fetcher.pages.len(), 3);
        assert!(matches!(fetcher.poll(&mut context), Poll::Ready(Some(Ok(_)))));
        assert_eq!(fetcher.pages.len(), 2);
    }

    #[tokio::test]
    async fn without_pages_ahead_each_waits_for_the_one_before() {
        let mut fetcher = fetcher(0).await;
        assert!(matches!(fetcher.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(Some(Ok(_)))));
        assert_eq!(fetcher.pages.len(), 0);
    }
}

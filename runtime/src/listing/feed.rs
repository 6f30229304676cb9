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
const MOST_PAGES: usize = 10_000;

/// A page that is on its way or has arrived but is not yet due.
enum Slot {
    Pending(Fetch),
    Arrived(Result<Response, Error>),
}

/// The fetches of a listing. What the pages hold is not its business.
pub(super) struct Feed {
    request: Request,
    /// Number of the page that comes out next.
    due: i64,
    /// Number of the page that is fetched next; none after the largest number.
    next: Option<i64>,
    prefetch: Prefetch,
    size: PageSize,
    /// Rows that the caller still wants.
    wanted: u64,
    /// Pages that were requested, and the most that may be.
    requested: usize,
    most: usize,
    slots: VecDeque<Slot>,
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
pub(super) struct Extent {
    /// How many items it has.
    pub(super) items: usize,
    /// How many bytes.
    pub(super) bytes: usize,
    /// By what it is known again.
    pub(super) fingerprint: u64,
    /// Whether it has a row that came before: rows were added in front, and all have moved on.
    pub(super) has_moved: bool,
}

impl Feed {
    /// All pages from the asked one on.
    pub(super) fn new(request: Request) -> Self {
        let paging = request.operation().paging.as_ref();
        let first = paging.map_or(0, |paging| number(&request, paging.page, paging.first));
        let (options, core) = (request.options(), request.client().core());
        Self {
            due: first,
            next: Some(first),
            prefetch: Prefetch::new(options.ahead.or(core.prefetch), DEFAULT_PREFETCH),
            size: PageSize::new(&request),
            wanted: u64::MAX,
            requested: 0,
            most: options.max_pages.unwrap_or(MOST_PAGES),
            slots: VecDeque::new(),
            seen: HashSet::new(),
            state: State::First,
            request,
        }
    }

    pub(super) fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    /// Number of the page that comes out next: after an error, of the one that failed.
    pub(super) fn due(&self) -> i64 {
        self.due
    }

    /// Rows of a page, by which the pages are numbered.
    pub(super) fn page_size(&self) -> i64 {
        self.size.current()
    }

    /// Requests no page ahead that so many further rows do not need.
    pub(super) fn want(&mut self, rows: u64) {
        self.wanted = rows;
    }

    /// The next answer in order; none at the end. Drives all fetches.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Response, Error>>> {
        self.fill(self.prefetch.window());
        self.drive(context);
        if matches!(self.slots.front(), Some(Slot::Arrived(Ok(_)))) && self.replaces(context) {
            // The runtime gets to send it before this page is read, which may take as long as an answer does.
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let due = match self.slots.pop_front() {
            Some(Slot::Arrived(result)) => Some(result),
            Some(pending) => {
                self.slots.push_front(pending);
                return Poll::Pending;
            }
            None if self.state == State::Ended => None,
            None => Some(Err(self.exhausted())),
        };
        if !matches!(due, Some(Ok(_))) {
            self.end();
        }
        Poll::Ready(due)
    }

    /// Lets all fetches go on.
    fn drive(&mut self, context: &mut Context<'_>) {
        for slot in &mut self.slots {
            if let Slot::Pending(fetch) = slot
                && let Poll::Ready(result) = fetch.as_mut().poll(context)
            {
                *slot = Slot::Arrived(result);
            }
        }
    }

    /// Starts the fetch that takes the place of the page that is due, if it may run before that is read.
    fn replaces(&mut self, context: &mut Context<'_>) -> bool {
        let before = self.slots.len();
        self.fill(self.prefetch.window_behind_arrived());
        self.drive(context);
        self.slots.len() > before
    }

    /// Starts the fetches that may run now.
    fn fill(&mut self, window: usize) {
        let wanted = match self.state {
            State::First => 1,
            State::More if self.slots.iter().any(|slot| self.looks_last(slot)) => 0,
            State::More => window.min(self.size.pages(self.wanted)),
            State::Ended => 0,
        };
        while self.slots.len() < wanted
            && self.requested < self.most
            && let Some(number) = self.next
        {
            let (request, size) = (self.page_request(number), self.size);
            self.next = number.checked_add(1);
            self.requested += 1;
            self.slots.push_back(Slot::Pending(Box::pin(async move {
                size.check(&request)?;
                request.execute().await
            })));
        }
    }

    /// Whether a page has arrived behind which there is probably none.
    fn looks_last(&self, slot: &Slot) -> bool {
        match slot {
            Slot::Pending(_) => false,
            Slot::Arrived(Ok(answer)) => !self.prefetch.looks_full(answer.body.len()),
            Slot::Arrived(Err(_)) => true,
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
    pub(super) fn accept(&mut self, page: &Extent) -> Result<(), Error> {
        if page.items == 0 {
            self.end();
            return Ok(());
        }
        if !self.seen.insert(page.fingerprint) {
            return Err(self.stopped("the service repeats a page"));
        }
        if self.state == State::First && paging(self.operation()).is_ok_and(|paging| self.due == paging.first) {
            self.size.learn(page.items);
        }
        self.state = State::More;
        self.prefetch.read(self.size.is_full(page.items), page.has_moved, page.bytes);
        let following = self.due.checked_add(1);
        if page.has_moved {
            self.forget_ahead(following);
        }
        self.due = following.unwrap_or(self.due);
        Ok(())
    }

    /// Forgets what was fetched ahead, because rows have moved.
    ///
    /// Pages that are fetched at the same time may be served in any order. If rows are added between, one that is
    /// served before its predecessor leaves a gap between the two. But a gap never comes first: before it, some page
    /// was served later than its predecessor, and repeats rows. So at the first page that does, everything behind it
    /// is fetched again, after it.
    fn forget_ahead(&mut self, following: Option<i64>) {
        self.slots.clear();
        self.next = following;
    }

    /// Nothing more is fetched or comes out.
    pub(super) fn end(&mut self) {
        self.state = State::Ended;
        self.slots.clear();
    }

    /// Why no further page may be requested although the last one had rows.
    fn exhausted(&self) -> Error {
        match self.next {
            Some(_) => self.stopped(&format!("more than {} pages", self.most)),
            None => self.stopped(&format!("no number follows page {}", self.due)),
        }
    }

    fn stopped(&self, why: &str) -> Error {
        stopped(self.operation(), why)
            .with_hint("what was delivered is right but may not be all; narrow the listing or ask for larger pages")
    }
}

impl std::fmt::Debug for Feed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Feed")
            .field("request", &self.request)
            .field("due", &self.due)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Context, Feed, Operation, Poll, Request, Response, Slot, State};
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

    /// A feed behind a full page whose next page has arrived.
    async fn feed(ahead: usize) -> Feed {
        let client = ClientBuilder::<Client>::new(&SERVICE).credentials(Credentials::new("a", "b").unwrap());
        let mut feed = Feed::new(Request::new(client.prefetch(ahead).build().await.unwrap(), &LISTING));
        let answer = Response { status: 200, body: vec![b' '], ..Response::default() };
        feed.slots.push_back(Slot::Arrived(Ok(answer)));
        feed.state = State::More;
        (0..4).for_each(|_| feed.prefetch.read(true, false, 0));
        feed
    }

    #[tokio::test]
    async fn the_next_page_is_asked_for_before_this_one_is_read() {
        let mut feed = feed(1).await;
        let mut context = Context::from_waker(Waker::noop());
        // One more is fetched beside it, and a third in its place before it is handed out.
        assert!(feed.poll(&mut context).is_pending());
        assert_eq!(feed.slots.len(), 3);
        assert!(matches!(feed.poll(&mut context), Poll::Ready(Some(Ok(_)))));
        assert_eq!(feed.slots.len(), 2);
    }

    #[tokio::test]
    async fn without_pages_ahead_each_waits_for_the_one_before() {
        let mut feed = feed(0).await;
        assert!(matches!(feed.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(Some(Ok(_)))));
        assert_eq!(feed.slots.len(), 0);
    }
}

//! The answers of a listing, page by page: which is fetched when, and where the listing ends.

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::operation::{Operation, Paging};
use crate::request::Request;
use std::collections::{HashSet, VecDeque};
use std::pin::Pin;
use std::task::{Context, Poll};

type Fetch = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>;

/// Most pages of one listing: ten million rows of the usual thousand a page.
const MOST_PAGES: usize = 10_000;

/// A page that is on its way or has arrived but is not yet due.
enum Slot {
    Pending(Fetch),
    Arrived(Result<Answer, Error>),
}

/// The fetches of a listing. What the pages hold is not its business.
pub(super) struct Feed {
    request: Request,
    /// Number of the page that comes out next.
    due: i64,
    /// Number of the page that is fetched next.
    next: i64,
    /// Most pages to fetch ahead.
    ahead: usize,
    /// How many are fetched ahead now: fewer for a while when rows have moved.
    width: usize,
    most: usize,
    slots: VecDeque<Slot>,
    seen: HashSet<u64>,
    state: State,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    /// Nothing has arrived yet.
    First,
    /// The last page was full.
    More,
    Ended,
}

/// What a page says of those behind it.
pub(super) struct Extent {
    /// How many items it has.
    pub(super) items: usize,
    /// Most items of a page, as the answer tells it.
    pub(super) limit: Option<i64>,
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
            next: first,
            ahead: options.ahead.unwrap_or(core.pages_ahead),
            width: options.ahead.unwrap_or(core.pages_ahead),
            most: options.most_pages.unwrap_or(MOST_PAGES),
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

    /// Items of a page, as they are asked for.
    pub(super) fn asked(&self) -> i64 {
        let paging = self.operation().paging.as_ref();
        paging.map_or(0, |paging| number(&self.request, paging.limit, paging.default_limit))
    }

    /// The next answer in order; none at the end. Drives all fetches.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Answer, Error>>> {
        self.fill();
        self.drive(context);
        let due = match self.slots.pop_front() {
            Some(Slot::Arrived(result)) => {
                if result.is_ok() && self.replaces(context) {
                    // The runtime gets to send it before this page is read, which may take as long as an answer does.
                    self.slots.push_front(Slot::Arrived(result));
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Some(result)
            }
            Some(pending) => {
                self.slots.push_front(pending);
                return Poll::Pending;
            }
            None => None,
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

    /// Starts the fetch that takes the place of the page that is due, if it may run before that is read: where rows have
    /// moved each waits for the one before it, and nobody may want more than the first.
    fn replaces(&mut self, context: &mut Context<'_>) -> bool {
        if self.state != State::More || self.width == 0 {
            return false;
        }
        let before = self.slots.len();
        self.fill();
        self.drive(context);
        self.slots.len() > before
    }

    /// Starts the fetches that may run now.
    fn fill(&mut self) {
        let wanted = match self.state {
            State::First => 1,
            State::More => self.width.saturating_add(1),
            State::Ended => 0,
        };
        while self.slots.len() < wanted {
            let mut request = self.request.clone();
            // The first page is asked for exactly as the caller set it.
            if let (Some(paging), State::More) = (&request.operation().paging, self.state) {
                request.set(paging.page, &self.next);
            }
            self.next = self.next.saturating_add(1);
            self.slots.push_back(Slot::Pending(Box::pin(async move { request.execute().await })));
        }
    }

    /// Takes in the page that came out last, and decides whether there is another.
    pub(super) fn accept(&mut self, page: &Extent) -> Result<(), Error> {
        if is_last(page.items, self.asked(), page.limit) {
            self.end();
        } else if !self.seen.insert(page.fingerprint) {
            return Err(self.stopped("the service repeats a page"));
        } else if self.seen.len() > self.most {
            return Err(self.stopped(&format!("more than {} pages", self.most)));
        } else {
            self.state = State::More;
        }
        self.due = self.due.saturating_add(1);
        self.keep_pace(page.has_moved);
        Ok(())
    }

    /// Forgets what was fetched ahead if rows have moved.
    ///
    /// Pages that are fetched at the same time may be served in any order. If rows are added between, one that is
    /// served before its predecessor leaves a gap between the two. But a gap never comes first: before it, some page
    /// was served later than its predecessor, and repeats rows. So at the first page that does, everything behind it
    /// is fetched again, after it.
    fn keep_pace(&mut self, has_moved: bool) {
        if has_moved {
            self.slots.clear();
            self.next = self.due;
            self.width = 0;
        } else {
            self.width = self.width.saturating_add(1).min(self.ahead);
        }
    }

    /// Nothing more is fetched or comes out.
    pub(super) fn end(&mut self) {
        self.state = State::Ended;
        self.slots.clear();
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

/// The error of a listing that is stopped.
pub(super) fn stopped(operation: &'static Operation, why: &str) -> Error {
    Error::new(ErrorKind::Listing, format!("{why}; the listing was stopped")).with_operation(operation.id)
}

/// The paging of an operation that is a listing.
pub(super) fn paging(operation: &'static Operation) -> Result<&'static Paging, Error> {
    operation.paging.as_ref().ok_or_else(|| stopped(operation, "this operation has no pages"))
}

/// Whether no page follows. The answer's own limit counts only where it is smaller than what was asked for: it then
/// is the service's maximum. A larger one is a limit that was not echoed.
fn is_last(items: usize, asked: i64, told: Option<i64>) -> bool {
    let limit = told.filter(|told| *told > 0).map_or(asked, |told| told.min(asked));
    items == 0 || i64::try_from(items).unwrap_or(i64::MAX) < limit
}

fn number(request: &Request, name: &str, default: i64) -> i64 {
    request.value(name).and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[cfg(test)]
mod tests {
    use super::{Answer, Context, Feed, Operation, Paging, Poll, Request, Slot, State, is_last};
    use crate::operation::Service;
    use crate::{Client, ClientBuilder, Credentials};
    use std::task::Waker;

    static SERVICE: Service =
        Service { title: "", version: "", endpoint: "http://127.0.0.1:9", endpoint_variable: "NO_ENDPOINT" };
    static LISTING: Operation = Operation {
        paging: Some(Paging { page: "page", limit: "limit", first: 0, default_limit: 2, items: "list", key: "id" }),
        ..Operation::BARE
    };

    /// A feed behind a full page whose next page has arrived.
    async fn feed(ahead: usize) -> Feed {
        let client = ClientBuilder::<Client>::new(&SERVICE).credentials(Credentials::new("a", "b").unwrap());
        let mut feed = Feed::new(Request::new(client.pages_ahead(ahead).build().await.unwrap(), &LISTING));
        let answer = Answer { status: 200, request_id: None, retry_after: None, server_time: None, body: Vec::new() };
        feed.slots.push_back(Slot::Arrived(Ok(answer)));
        feed.state = State::More;
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

    #[test]
    fn a_listing_ends_at_a_short_or_empty_page() {
        assert!(is_last(0, 1000, None));
        assert!(is_last(999, 1000, Some(1000)));
        assert!(!is_last(1000, 1000, Some(1000)));
        assert!(!is_last(1001, 1000, None));
    }

    #[test]
    fn the_told_limit_counts_only_as_a_maximum() {
        // Contradiction 13: asked for 4, told 1000.
        assert!(is_last(1, 4, Some(1000)));
        assert!(!is_last(4, 4, Some(1000)));
        // Asked for 5000, but the service never gives more than 1000.
        assert!(!is_last(1000, 5000, Some(1000)));
        assert!(is_last(999, 5000, Some(1000)));
        for nonsense in [-1, 0, i64::MIN] {
            assert!(!is_last(4, 4, Some(nonsense)));
            assert!(is_last(3, 4, Some(nonsense)));
        }
    }
}

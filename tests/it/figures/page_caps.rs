//! R32: services that return fewer rows than requested without saying so.

use crate::gateway::{Gateway, ok};
use ncloud_dataflow::{Client, Credentials, Environment, Options};
use ncloud_testing::{FakeClock, Random, Scale, record};
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Page size in the responses of a service.
#[derive(Clone, Copy, Debug)]
enum Echo {
    Nothing,
    Asked,
    Default,
    Cap,
}

/// Number of rows that each page number stands for.
#[derive(Clone, Copy, Debug)]
enum Offset {
    /// The number of returned rows.
    Given,
    /// The number of requested rows.
    Asked,
}

/// A service, and the settings of the listing.
#[derive(Clone, Copy, Debug)]
struct Case {
    rows: usize,
    cap: usize,
    echo: Echo,
    offset: Offset,
    /// True if the count in a page covers all rows.
    counts_all: bool,
    /// Page size that the client requests, if it does.
    limit: Option<usize>,
    /// Number of prefetched pages. `None` for the default.
    ahead: Option<usize>,
}

/// Numbers of requests with and without rows in their responses.
#[derive(Default)]
struct Counts {
    holding: AtomicUsize,
    empty: AtomicUsize,
}

impl Case {
    /// Returns the page for a target.
    fn page(&self, target: &str, counts: &Counts) -> String {
        let number = |name| target.split(['?', '&']).find_map(|pair: &str| pair.strip_prefix(name)?.parse().ok());
        let (page, asked): (usize, Option<usize>) = (number("page=").unwrap_or(0), number("limit="));
        let given = asked.unwrap_or(1000).min(self.cap);
        let step = match self.offset {
            Offset::Given => given,
            Offset::Asked => asked.unwrap_or(given),
        };
        let range = (page * step).min(self.rows)..(page * step + given).min(self.rows);
        let counter = if range.is_empty() { &counts.empty } else { &counts.holding };
        counter.fetch_add(1, Ordering::SeqCst);
        let count = if self.counts_all { self.rows } else { range.len() };
        let mut text = format!(r#"{{"page":{page},"count":{count}"#);
        let limit = match self.echo {
            Echo::Nothing => None,
            Echo::Asked => Some(asked.unwrap_or(1000)),
            Echo::Default => Some(1000),
            Echo::Cap => Some(self.cap),
        };
        if let Some(limit) = limit {
            write!(text, r#","limit":{limit}"#).unwrap();
        }
        text.push_str(r#","list":["#);
        for row in range.clone() {
            let separator = if row == range.start { "" } else { "," };
            write!(text, r#"{separator}{{"jobExecutionId":"{row}","jobId":"job"}}"#).unwrap();
        }
        text + "]}"
    }

    /// Lists the rows, checks rows and requests, and returns the number of requests.
    async fn check(self) -> usize {
        let counts = Arc::new(Counts::default());
        let served = Arc::clone(&counts);
        let gateway = Gateway::start(move |request| ok(&self.page(request.target(), &served)));
        let builder = Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint());
        let client = builder.clock(FakeClock::new()).credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap());
        let mut request = client.build().await.unwrap().get_job_executions("job");
        if let Some(limit) = self.limit {
            request = request.page_size(i64::try_from(limit).unwrap());
        }
        let options = Options::new().max_pages(20_000);
        let mut items = request.with(self.ahead.into_iter().fold(options, Options::prefetch)).items();
        let mut expected = 0;
        while let Some(item) = items.next().await {
            assert_eq!(item.unwrap().job_execution_id.as_str(), expected.to_string(), "{self:?}");
            expected += 1;
        }
        assert_eq!(expected, self.rows, "{self:?}");
        let [holding, empty] = [&counts.holding, &counts.empty].map(|counter| counter.load(Ordering::SeqCst));
        // Prefetching starts after full pages, and capped pages are not full. If the caller sets the number, one is
        // enough.
        let asked = self.limit.unwrap_or(1000);
        let full_pages = if asked <= self.cap { self.rows / asked } else { 0 };
        let beyond = match self.ahead {
            Some(ahead) => ahead.min(8 * full_pages),
            None => {
                if full_pages >= 2 {
                    2
                } else {
                    0
                }
            }
        };
        assert!(empty <= 1 + beyond, "{self:?}: {holding} requests with rows, {empty} without");
        holding + empty
    }
}

/// Returns the case with a number.
fn case(index: usize, random: &mut Random) -> Case {
    let cap = [1, 2, 3, 7, 10, 50, 99, 100, 333, 999, 1000][index % 11];
    let rows = match random.below(4) {
        // The end of a page.
        0 => cap * random.below(12),
        1 => (cap * random.below(12)).saturating_sub(1),
        2 => cap * random.below(12) + 1,
        _ => random.below(cap * 12),
    };
    let limit = [None, Some(2), Some(10), Some(1000), Some(5000)][random.below(5)];
    // If pages are capped at one row, no page size distinguishes the two meanings of a page number.
    let offset = if cap > 1 && random.below(2) == 0 { Offset::Asked } else { Offset::Given };
    Case {
        rows: rows.min(10_000),
        cap,
        echo: [Echo::Nothing, Echo::Asked, Echo::Default, Echo::Cap][random.below(4)],
        offset,
        counts_all: random.below(2) == 0,
        limit,
        ahead: [Some(0), None, Some(8)][random.below(3)],
    }
}

#[tokio::test]
async fn r32_short_pages_lose_no_row() {
    let scale = Scale::from_process();
    let (cases, mut random, mut requests) = (scale.of(2_000).max(50), Random::new(32), 0);
    for index in 0..cases {
        requests += case(index, &mut random).check().await;
    }
    let long = Case {
        rows: scale.of(10_000),
        cap: 1,
        echo: Echo::Nothing,
        offset: Offset::Given,
        counts_all: false,
        limit: None,
        ahead: None,
    };
    for cap in [1, 7, 1000] {
        requests += Case { cap, ..long }.check().await;
    }
    record!(
        scale,
        "R32",
        format!(
            "{} listings, {requests} requests: 0 rows lost, 0 doubled; one request without rows, and behind full pages at most as many more as are fetched ahead",
            cases + 3
        ),
    );
}

//! A provider of credentials under the control of a test.

use ncloud_runtime::{Credentials, CredentialsProvider, ProviderError};
use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

/// A provider that returns scripted results in order. The last one is repeated.
#[derive(Debug)]
pub struct FakeProvider {
    results: Vec<Result<Credentials, String>>,
    calls: AtomicUsize,
}

impl FakeProvider {
    /// Takes the results of the calls: credentials, or the message of an error. At least one.
    #[must_use]
    pub fn new(results: impl IntoIterator<Item = Result<Credentials, String>>) -> Arc<Self> {
        let results: Vec<_> = results.into_iter().collect();
        assert!(!results.is_empty(), "a provider needs a result");
        Arc::new(Self { results, calls: AtomicUsize::new(0) })
    }

    /// Returns the number of calls so far.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }
}

impl CredentialsProvider for FakeProvider {
    async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
        let number = self.calls.fetch_add(1, Ordering::SeqCst).min(self.results.len() - 1);
        // Concurrent callers arrive while this call is pending.
        yield_now().await;
        Ok(self.results[number].clone()?)
    }
}

async fn yield_now() {
    let mut is_second = false;
    poll_fn(|context| {
        if std::mem::replace(&mut is_second, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

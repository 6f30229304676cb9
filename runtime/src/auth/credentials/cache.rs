//! The credentials of a client: fixed, or from a provider that is called again before they expire and when the service
//! rejects them.

use super::key_pair::{Credentials, missing};
use super::provider::AnyProvider;
use crate::call::deadline::Deadline;
use crate::error::{Error, ErrorKind, Retryability};
use crate::mask::Masks;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// Time before the expiry from which new credentials are requested.
const REFRESH_BEFORE: Duration = Duration::from_secs(15 * 60);
/// Time before the expiry from which calls wait longer for new credentials.
const EXPIRY_BUFFER: Duration = Duration::from_secs(5 * 60);
/// Maximum wait for new credentials before the expiry buffer begins.
const SHORT_WAIT: Duration = Duration::from_secs(5);
/// Pause before a failed provider is called again, while the old credentials are still valid.
const PAUSE: Duration = Duration::from_secs(30);

/// The credentials of a client, with their source.
pub(crate) enum CredentialsCache {
    Fixed(Fixed),
    Provider(Source),
}

/// Credentials that do not change.
pub(crate) struct Fixed {
    credentials: Credentials,
    /// True once they were used before their expiry. Until then, an expiry in the past may mean a wrong clock.
    was_valid: AtomicBool,
}

/// A provider, and the credentials that it returned last.
pub(crate) struct Source {
    provider: Arc<dyn AnyProvider>,
    state: Mutex<State>,
    /// Held by the one call that calls the provider.
    refresh_lock: tokio::sync::Mutex<()>,
}

#[derive(Clone, Default)]
struct State {
    credentials: Option<Credentials>,
    /// True once they were used before their expiry.
    was_valid: bool,
    /// Earliest time of the next call of the provider, after it failed.
    retry_at: Option<SystemTime>,
    /// Number of calls of the provider.
    asked: u64,
}

/// Credentials to sign with.
pub(crate) struct Issued {
    pub(crate) credentials: Credentials,
    /// Number of calls of the provider by then.
    asked: u64,
}

impl CredentialsCache {
    pub(crate) fn fixed(credentials: Credentials) -> Self {
        Self::Fixed(Fixed { credentials, was_valid: AtomicBool::new(false) })
    }

    pub(crate) fn provided(provider: Arc<dyn AnyProvider>) -> Self {
        Self::Provider(Source { provider, state: Mutex::default(), refresh_lock: tokio::sync::Mutex::default() })
    }

    /// Starts with credentials that the provider has already returned.
    pub(crate) fn provided_first(provider: Arc<dyn AnyProvider>, first: Credentials) -> Self {
        let state = State { credentials: Some(first), ..State::default() };
        Self::Provider(Source { provider, state: Mutex::new(state), refresh_lock: tokio::sync::Mutex::default() })
    }

    /// Returns credentials for a request. New credentials that seem to have expired are used: a wrong clock is the
    /// likely cause, and the service decides.
    pub(crate) async fn current(&self, now: SystemTime, deadline: Deadline) -> Result<Issued, Error> {
        match self {
            Self::Fixed(fixed) => fixed.current(now),
            Self::Provider(source) => source.current(now, deadline).await,
        }
    }

    /// Returns true if they have expired by this clock.
    pub(crate) fn is_expired(&self, issued: &Issued, now: SystemTime) -> bool {
        expires_within(&issued.credentials, now, Duration::ZERO)
    }

    /// Requests other credentials than the rejected ones. Calls that were rejected at the same time share one call of
    /// the provider. Returns false if there are no others.
    pub(crate) async fn replace(&self, rejected: &Issued, now: SystemTime) -> Result<bool, Error> {
        match self {
            Self::Fixed(_) => Ok(false),
            Self::Provider(source) => source.replace(rejected, now).await,
        }
    }
}

impl Fixed {
    fn current(&self, now: SystemTime) -> Result<Issued, Error> {
        if !expires_within(&self.credentials, now, Duration::ZERO) {
            self.was_valid.store(true, Ordering::Relaxed);
        } else if self.was_valid.load(Ordering::Relaxed) {
            return Err(expired());
        }
        Ok(Issued { credentials: self.credentials.clone(), asked: 0 })
    }
}

impl Source {
    async fn current(&self, now: SystemTime, deadline: Deadline) -> Result<Issued, Error> {
        let state = self.state().clone();
        let Some(cached) = state.credentials.filter(|cached| !expires_within(cached, now, Duration::ZERO)) else {
            return self.refresh_blocking(now).await;
        };
        let cached = Issued { credentials: cached, asked: state.asked };
        self.state().was_valid = true;
        let left = deadline.left() / 2;
        let wait = match &cached.credentials {
            credentials if !expires_within(credentials, now, REFRESH_BEFORE) => return Ok(cached),
            credentials if !expires_within(credentials, now, EXPIRY_BUFFER) => left.min(SHORT_WAIT),
            _ => left,
        };
        let is_early = state.retry_at.is_some_and(|retry_at| now < retry_at);
        if is_early { Ok(cached) } else { Ok(self.refresh(cached, now, Deadline::after(wait)).await) }
    }

    /// Returns new credentials if the provider returns them in time, else the old ones, which are still valid. Only one
    /// call waits for the provider; others use the old credentials.
    async fn refresh(&self, cached: Issued, now: SystemTime, deadline: Deadline) -> Issued {
        let Ok(_lock) = self.refresh_lock.try_lock() else {
            return cached;
        };
        if let Some(Ok(issued)) = deadline.bound(self.ask(now)).await {
            return issued;
        }
        self.state().retry_at = now.checked_add(PAUSE);
        cached
    }

    /// Returns new credentials. Concurrent calls wait for the same call of the provider.
    async fn refresh_blocking(&self, now: SystemTime) -> Result<Issued, Error> {
        let asked = self.state().asked;
        let _lock = self.refresh_lock.lock().await;
        let state = self.state().clone();
        let is_fresh = |cached: &Credentials| state.asked > asked || !expires_within(cached, now, Duration::ZERO);
        match state.credentials.filter(is_fresh) {
            Some(credentials) => Ok(Issued { credentials, asked: state.asked }),
            None => self.ask(now).await,
        }
    }

    async fn replace(&self, rejected: &Issued, now: SystemTime) -> Result<bool, Error> {
        let _lock = self.refresh_lock.lock().await;
        if self.state().asked == rejected.asked {
            self.ask(now).await?;
        }
        Ok(self.state().credentials.as_ref().is_some_and(|cached| !cached.is_same(&rejected.credentials)))
    }

    /// Calls the provider and keeps the result, even if it seems to have expired, unless it is the expired credentials.
    async fn ask(&self, now: SystemTime) -> Result<Issued, Error> {
        let provided = self.provider.provide().await;
        let mut state = self.state();
        state.asked += 1;
        let credentials = provided.map_err(|cause| {
            missing("the credentials provider failed".to_owned())
                .with_source(cause)
                .with_hint("nothing was sent; see the cause from the provider")
                .masked(&masks(state.credentials.as_ref()))
        })?;
        let is_valid = !expires_within(&credentials, now, Duration::ZERO);
        let is_same = state.credentials.as_ref().is_some_and(|cached| cached.is_same(&credentials));
        if !is_valid && is_same && state.was_valid {
            return Err(expired());
        }
        let asked = state.asked;
        *state = State { credentials: Some(credentials.clone()), was_valid: is_valid, retry_at: None, asked };
        Ok(Issued { credentials, asked })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for CredentialsCache {
    /// Does not show a provider: its `Debug` output may hold secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(fixed) => fixed.credentials.fmt(formatter),
            Self::Provider(source) => match &source.state().credentials {
                Some(credentials) => credentials.fmt(formatter),
                None => formatter.write_str("CredentialsProvider"),
            },
        }
    }
}

/// Returns masks for the last credentials of a provider, which its error may show.
fn masks(given: Option<&Credentials>) -> Masks {
    given.map(|given| given.masks(String::new())).unwrap_or_default()
}

fn expires_within(credentials: &Credentials, now: SystemTime, time: Duration) -> bool {
    let Some(expiry) = credentials.expiry() else {
        return false;
    };
    now.checked_add(time).is_none_or(|then| then >= expiry)
}

fn expired() -> Error {
    missing("the credentials have expired".to_owned())
        .with_hint("nothing was sent; get new credentials, or check this machine's clock")
}

pub(crate) fn silent_provider(time: Duration) -> Error {
    Error::new(ErrorKind::Credentials, format!("the credentials provider did not respond within {time:?}"))
        .with_hint("nothing was sent; check the provider, or raise the total timeout")
        .with_retryability(Retryability::Later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::credentials::{CredentialsProvider, ProviderError};
    use crate::error::ErrorKind;
    use std::sync::atomic::{AtomicU32, Ordering};

    const HOUR: Duration = Duration::from_secs(3600);

    /// Returns numbered credentials that are valid for an hour, or fails if `fails` is set.
    #[derive(Debug, Default)]
    struct FakeProvider {
        asked: AtomicU32,
        now: Mutex<Duration>,
        fails: std::sync::atomic::AtomicBool,
    }

    impl CredentialsProvider for FakeProvider {
        async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
            let number = self.asked.fetch_add(1, Ordering::SeqCst);
            // Other calls arrive meanwhile.
            tokio::task::yield_now().await;
            if self.fails.load(Ordering::SeqCst) {
                return Err("the vault is closed".into());
            }
            let expiry = at(*self.now.lock().unwrap() + HOUR);
            Ok(Credentials::new(format!("K{number}"), "s")?.with_expiry(expiry))
        }
    }

    fn at(since: Duration) -> SystemTime {
        SystemTime::UNIX_EPOCH + since
    }

    fn deadline() -> Deadline {
        Deadline::after(Duration::from_secs(60))
    }

    struct Test {
        provider: Arc<FakeProvider>,
        cache: CredentialsCache,
    }

    impl Test {
        fn new() -> Self {
            let provider = Arc::new(FakeProvider::default());
            let cache = CredentialsCache::provided(provider.clone());
            Self { provider, cache }
        }

        /// Returns the access key at a time, and the number of calls of the provider by then.
        async fn key(&self, minutes: u64) -> (Result<String, ErrorKind>, u32) {
            let now = Duration::from_secs(minutes * 60);
            *self.provider.now.lock().unwrap() = now;
            let found = self.cache.current(at(now), deadline()).await;
            let key = found.map(|found| found.credentials.access_key().to_owned());
            (key.map_err(|error| error.kind()), self.provider.asked.load(Ordering::SeqCst))
        }
    }

    #[tokio::test]
    async fn credentials_are_refreshed_before_they_expire() {
        let test = Test::new();
        for (minutes, key, asked) in [(0, "K0", 1), (44, "K0", 1), (45, "K1", 2), (89, "K1", 2), (104, "K2", 3)] {
            assert_eq!(test.key(minutes).await, (Ok(key.to_owned()), asked), "{minutes}");
        }
    }

    #[tokio::test]
    async fn valid_credentials_are_used_while_the_provider_fails() {
        let test = Test::new();
        assert_eq!(test.key(0).await, (Ok("K0".to_owned()), 1));
        test.provider.fails.store(true, Ordering::SeqCst);
        assert_eq!(test.key(45).await, (Ok("K0".to_owned()), 2));
        assert_eq!(test.key(45).await, (Ok("K0".to_owned()), 2), "not called again immediately");
        assert_eq!(test.key(46).await, (Ok("K0".to_owned()), 3));
        assert_eq!(test.key(59).await, (Ok("K0".to_owned()), 4));
        assert_eq!(test.key(60).await, (Err(ErrorKind::Credentials), 5));
        test.provider.fails.store(false, Ordering::SeqCst);
        assert_eq!(test.key(60).await, (Ok("K5".to_owned()), 6));
    }

    #[tokio::test]
    async fn concurrent_calls_share_one_provider_call() {
        let test = Test::new();
        let crowd = || async { tokio::join!(test.key(0), test.key(0), test.key(0)) };
        let (first, second, third) = crowd().await;
        assert_eq!((first.0, second.0, third), (Ok("K0".to_owned()), Ok("K0".to_owned()), (Ok("K0".to_owned()), 1)));
        // Soon to expire: one call gets new credentials, the others do not wait.
        let soon = || test.key(50);
        let (first, second) = tokio::join!(soon(), soon());
        assert_eq!((first.0, second), (Ok("K1".to_owned()), (Ok("K0".to_owned()), 2)));
    }

    #[tokio::test]
    async fn fixed_credentials_are_not_used_after_their_expiry() {
        let cache = CredentialsCache::fixed(Credentials::new("K", "s").unwrap().with_expiry(at(HOUR)));
        assert!(cache.current(at(HOUR - Duration::from_millis(1)), deadline()).await.is_ok());
        assert_eq!(cache.current(at(HOUR), deadline()).await.err().unwrap().kind(), ErrorKind::Credentials);
        let cache = CredentialsCache::fixed(Credentials::new("K", "s").unwrap());
        assert!(cache.current(at(Duration::from_secs(u64::from(u32::MAX))), deadline()).await.is_ok());
    }

    #[tokio::test]
    async fn credentials_that_look_expired_from_the_start_are_tried() {
        let cache = CredentialsCache::fixed(Credentials::new("K", "s").unwrap().with_expiry(at(HOUR)));
        let issued = cache.current(at(3 * HOUR), deadline()).await.unwrap();
        assert!(cache.is_expired(&issued, at(3 * HOUR)) && !cache.is_expired(&issued, at(HOUR / 2)));
        assert!(cache.current(at(HOUR / 2), deadline()).await.is_ok());
        assert!(cache.current(at(3 * HOUR), deadline()).await.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn valid_credentials_are_used_while_the_provider_hangs() {
        #[derive(Debug, Default)]
        struct Once(std::sync::atomic::AtomicBool);
        impl CredentialsProvider for Once {
            async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
                match self.0.swap(true, Ordering::SeqCst) {
                    true => std::future::pending().await,
                    false => Ok(Credentials::new("K", "s")?.with_expiry(at(HOUR))),
                }
            }
        }
        let cache = CredentialsCache::provided(Arc::new(Once::default()));
        cache.current(at(Duration::ZERO), deadline()).await.unwrap();
        for minutes in [50, 59] {
            let start = tokio::time::Instant::now();
            assert!(cache.current(at(Duration::from_secs(minutes * 60)), deadline()).await.is_ok());
            assert!(start.elapsed() <= Duration::from_secs(30), "half of the total timeout");
        }
    }

    #[tokio::test]
    async fn concurrent_rejected_calls_share_one_provider_call() {
        let test = Test::new();
        let now = at(Duration::ZERO);
        let issued = test.cache.current(now, deadline()).await.unwrap();
        let ask = || test.cache.replace(&issued, now);
        let (first, second, third) = tokio::join!(ask(), ask(), ask());
        assert_eq!([first, second, third].map(Result::unwrap), [true; 3]);
        assert_eq!(test.provider.asked.load(Ordering::SeqCst), 2);
        let fixed = CredentialsCache::fixed(Credentials::new("K", "s").unwrap());
        assert!(!fixed.replace(&issued, now).await.unwrap());
    }
}

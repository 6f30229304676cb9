//! The keys of a client: fixed, or from a source that is asked again before they expire.

use super::{Credentials, CredentialsProvider, missing};
use crate::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// From then on before the expiry, new keys are asked for.
const SOON: Duration = Duration::from_secs(15 * 60);
/// From then on before the expiry, the old ones are not used.
const LATE: Duration = Duration::from_secs(5 * 60);
/// Pause before a source that failed is asked again, while the old keys serve.
const PAUSE: Duration = Duration::from_secs(30);

/// Where the keys of a client come from.
pub(crate) enum Keys {
    Fixed(Credentials),
    Provided(Source),
}

/// A source, and the keys that it gave last.
pub(crate) struct Source {
    provider: Arc<dyn CredentialsProvider>,
    held: Mutex<Option<Held>>,
    /// Held by the one call that asks.
    turn: tokio::sync::Mutex<()>,
}

#[derive(Clone)]
struct Held {
    credentials: Credentials,
    /// When the source may be asked again, after it failed.
    patience: Option<SystemTime>,
}

impl Keys {
    pub(crate) fn provided(provider: Arc<dyn CredentialsProvider>) -> Self {
        Self::Provided(Source { provider, held: Mutex::default(), turn: tokio::sync::Mutex::default() })
    }

    /// Keys that are valid now.
    pub(crate) async fn current(&self, now: SystemTime) -> Result<Credentials, Error> {
        match self {
            Self::Fixed(credentials) if expires_within(credentials, now, Duration::ZERO) => Err(expired()),
            Self::Fixed(credentials) => Ok(credentials.clone()),
            Self::Provided(source) => source.current(now).await,
        }
    }
}

impl Source {
    async fn current(&self, now: SystemTime) -> Result<Credentials, Error> {
        match self.held() {
            Some(held) if !expires_within(&held.credentials, now, SOON) => Ok(held.credentials),
            Some(held) if !expires_within(&held.credentials, now, LATE) => Ok(self.renew(held, now).await),
            _ => self.insist(now).await,
        }
    }

    /// New keys if the source gives them; one call asks, the others go on with the old ones.
    async fn renew(&self, held: Held, now: SystemTime) -> Credentials {
        let is_early = held.patience.is_some_and(|patience| now < patience);
        let Some(_turn) = self.turn.try_lock().ok().filter(|_| !is_early) else {
            return held.credentials;
        };
        match self.ask(now).await {
            Ok(credentials) => credentials,
            Err(_) => {
                let patience = now.checked_add(PAUSE);
                self.hold(Held { patience, ..held.clone() });
                held.credentials
            }
        }
    }

    /// New keys; whoever comes while another asks waits for those.
    async fn insist(&self, now: SystemTime) -> Result<Credentials, Error> {
        let _turn = self.turn.lock().await;
        match self.held() {
            Some(held) if !expires_within(&held.credentials, now, LATE) => Ok(held.credentials),
            _ => self.ask(now).await,
        }
    }

    async fn ask(&self, now: SystemTime) -> Result<Credentials, Error> {
        let failed = |cause| {
            missing("the source of the keys failed".to_owned())
                .with_source(cause)
                .with_hint("nothing was sent; see what it says")
        };
        let credentials = self.provider.provide().await.map_err(failed)?;
        if expires_within(&credentials, now, Duration::ZERO) {
            return Err(expired());
        }
        self.hold(Held { credentials: credentials.clone(), patience: None });
        Ok(credentials)
    }

    fn held(&self) -> Option<Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn hold(&self, held: Held) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = Some(held);
    }
}

impl fmt::Debug for Keys {
    /// A source of a program's own is not shown: what it prints of itself is not known to be harmless.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(credentials) => credentials.fmt(formatter),
            Self::Provided(_) => formatter.write_str("CredentialsProvider"),
        }
    }
}

fn expires_within(credentials: &Credentials, now: SystemTime, time: Duration) -> bool {
    let Some(expiry) = credentials.expiry() else {
        return false;
    };
    now.checked_add(time).is_none_or(|then| then >= expiry)
}

fn expired() -> Error {
    missing("the keys have expired".to_owned()).with_hint("nothing was sent; get new keys")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credentials::Provided;
    use crate::error::ErrorKind;
    use std::sync::atomic::{AtomicU32, Ordering};

    const HOUR: Duration = Duration::from_secs(3600);

    /// Gives keys that are valid for an hour, numbered; fails while told to.
    #[derive(Debug, Default)]
    struct Vault {
        asked: AtomicU32,
        now: Mutex<Duration>,
        fails: std::sync::atomic::AtomicBool,
    }

    impl CredentialsProvider for Vault {
        fn provide(&self) -> Provided<'_> {
            Box::pin(async {
                let number = self.asked.fetch_add(1, Ordering::SeqCst);
                // Others come while this one works.
                tokio::task::yield_now().await;
                if self.fails.load(Ordering::SeqCst) {
                    return Err("the vault is closed".into());
                }
                let expiry = at(*self.now.lock().unwrap() + HOUR);
                Ok(Credentials::new(format!("K{number}"), "s")?.with_expiry(expiry))
            })
        }
    }

    fn at(since: Duration) -> SystemTime {
        SystemTime::UNIX_EPOCH + since
    }

    struct Test {
        vault: Arc<Vault>,
        keys: Keys,
    }

    impl Test {
        fn new() -> Self {
            let vault = Arc::new(Vault::default());
            let keys = Keys::provided(vault.clone());
            Self { vault, keys }
        }

        /// The key at a moment, and how often the vault was asked by then.
        async fn key(&self, minutes: u64) -> (Result<String, ErrorKind>, u32) {
            let now = Duration::from_secs(minutes * 60);
            *self.vault.now.lock().unwrap() = now;
            let found = self.keys.current(at(now)).await;
            let key = found.map(|found| found.access_key().to_owned());
            (key.map_err(|error| error.kind()), self.vault.asked.load(Ordering::SeqCst))
        }
    }

    #[tokio::test]
    async fn keys_are_renewed_before_they_expire() {
        let test = Test::new();
        for (minutes, key, asked) in [(0, "K0", 1), (44, "K0", 1), (45, "K1", 2), (89, "K1", 2), (104, "K2", 3)] {
            assert_eq!(test.key(minutes).await, (Ok(key.to_owned()), asked), "{minutes}");
        }
    }

    #[tokio::test]
    async fn old_keys_serve_while_the_source_fails_and_not_to_the_last() {
        let test = Test::new();
        assert_eq!(test.key(0).await, (Ok("K0".to_owned()), 1));
        test.vault.fails.store(true, Ordering::SeqCst);
        assert_eq!(test.key(45).await, (Ok("K0".to_owned()), 2));
        assert_eq!(test.key(45).await, (Ok("K0".to_owned()), 2), "not asked again at once");
        assert_eq!(test.key(46).await, (Ok("K0".to_owned()), 3));
        assert_eq!(test.key(55).await, (Err(ErrorKind::Credentials), 4));
        test.vault.fails.store(false, Ordering::SeqCst);
        assert_eq!(test.key(55).await, (Ok("K4".to_owned()), 5));
    }

    #[tokio::test]
    async fn a_crowd_asks_once() {
        let test = Test::new();
        let crowd = || async { tokio::join!(test.key(0), test.key(0), test.key(0)) };
        let (first, second, third) = crowd().await;
        assert_eq!((first.0, second.0, third), (Ok("K0".to_owned()), Ok("K0".to_owned()), (Ok("K0".to_owned()), 1)));
        // Soon to expire: the one that asks gets new keys, the others do not wait.
        let soon = || test.key(50);
        let (first, second) = tokio::join!(soon(), soon());
        assert_eq!((first.0, second), (Ok("K1".to_owned()), (Ok("K0".to_owned()), 2)));
    }

    #[tokio::test]
    async fn fixed_keys_are_not_used_after_their_expiry() {
        let keys = Keys::Fixed(Credentials::new("K", "s").unwrap().with_expiry(at(HOUR)));
        assert!(keys.current(at(HOUR - Duration::from_millis(1))).await.is_ok());
        assert_eq!(keys.current(at(HOUR)).await.unwrap_err().kind(), ErrorKind::Credentials);
        let keys = Keys::Fixed(Credentials::new("K", "s").unwrap());
        assert!(keys.current(at(Duration::from_secs(u64::from(u32::MAX)))).await.is_ok());
    }
}

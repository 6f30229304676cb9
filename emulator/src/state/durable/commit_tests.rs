//! Commits to a disk that fails.

use super::super::super::file;
use super::super::super::json_object::JsonObject;
use super::super::super::stores::DEFAULT;
use super::super::tables;
use super::*;
use ncloud_dataflow::models::Trigger;
use redb::backends::InMemoryBackend;
use redb::{ReadableDatabase, StorageBackend};
use std::io;
use std::sync::atomic::AtomicU64;

/// A disk in memory with limits that a test can change.
#[derive(Clone, Debug)]
struct Disk {
    content: Arc<InMemoryBackend>,
    /// Maximum length.
    capacity: Arc<AtomicU64>,
    /// Number of bytes that can be written before every write fails.
    budget: Arc<AtomicU64>,
    /// Number of syncs until one fails, although what was written is there.
    syncs: Arc<AtomicU64>,
}

impl Disk {
    fn new() -> Self {
        let unlimited = || Arc::new(AtomicU64::new(u64::MAX));
        Self {
            content: Arc::new(InMemoryBackend::new()),
            capacity: unlimited(),
            budget: unlimited(),
            syncs: unlimited(),
        }
    }

    fn heal(&self) {
        self.capacity.store(u64::MAX, Ordering::SeqCst);
        self.budget.store(u64::MAX, Ordering::SeqCst);
        self.syncs.store(u64::MAX, Ordering::SeqCst);
    }

    fn use_up(&self, end: u64, bytes: u64) -> io::Result<()> {
        let left = self.budget.load(Ordering::SeqCst);
        if end > self.capacity.load(Ordering::SeqCst) || left < bytes {
            self.budget.store(left.min(bytes.saturating_sub(1)), Ordering::SeqCst);
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        if left != u64::MAX {
            self.budget.store(left - bytes, Ordering::SeqCst);
        }
        Ok(())
    }

    fn open(&self) -> Result<Database, redb::Error> {
        let mut builder = Database::builder();
        Ok(builder.set_check_integrity_on_open(true).create_with_backend(self.clone())?)
    }

    /// Returns the resources on the disk as text.
    fn text(&self) -> String {
        let database = self.open().expect("a database");
        let read = tables::read_all(&database.begin_read().expect("a transaction"));
        let stores = read.ok().expect("resources");
        file::text(stores.get(DEFAULT).expect("the default account")).expect("text")
    }
}

impl StorageBackend for Disk {
    fn len(&self) -> io::Result<u64> {
        self.content.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.content.read(offset, out)
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        self.use_up(length, 0)?;
        self.content.set_len(length)
    }

    fn sync_data(&self) -> io::Result<()> {
        let left = self.syncs.load(Ordering::SeqCst);
        self.syncs.store(left.saturating_sub(1), Ordering::SeqCst);
        if left == 1 {
            self.syncs.store(u64::MAX, Ordering::SeqCst);
            return Err(io::Error::other("a failed sync"));
        }
        self.use_up(0, 1)
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.use_up(offset + data.len() as u64, data.len() as u64)?;
        self.content.write(offset, data)
    }
}

struct Fixture {
    disk: Disk,
    stores: Arc<Mutex<Stores>>,
    committer: Committer,
}

impl Fixture {
    fn new() -> Self {
        let (disk, stores) = (Disk::new(), Stores::new(Store::default()));
        let database = disk.open().expect("a database");
        let transaction = database.begin_write().expect("a transaction");
        tables::write_all(&stores, &transaction).expect("a written database");
        transaction.commit().expect("a commit");
        let stores = Arc::new(Mutex::new(stores));
        let reopened = disk.clone();
        let reopen: Reopen = Box::new(move || reopened.open());
        let committer = Committer::spawn("test".to_owned(), database, reopen, Arc::clone(&stores), ());
        Self { disk, stores, committer: committer.expect("a thread") }
    }

    fn text(&self) -> String {
        file::text(self.stores.lock().expect("the stores").get(DEFAULT).expect("an account")).expect("text")
    }

    /// Creates a pair of triggers, or removes one. Returns the receiver of the outcome.
    fn change(&self, number: usize) -> mpsc::Receiver<Outcome> {
        let mut stores = self.stores.lock().expect("the stores");
        let store = stores.get_mut(DEFAULT).expect("an account");
        let oldest = store.triggers.iter().next().map(|one| one.trigger_id.clone());
        match oldest.filter(|_| number % 5 == 4) {
            Some(id) => store.triggers.remove(&id),
            None => {
                for _ in 0..2 {
                    let (trigger_id, name) = (store.new_id(), Some("x".repeat(number * 37 % 3000).into()));
                    store.triggers.push(Trigger { trigger_id, name, ..Trigger::default() });
                }
            }
        }
        self.submit(store)
    }

    fn submit(&self, store: &mut Store) -> mpsc::Receiver<Outcome> {
        let undo = store.take_changes();
        let (send, receive) = mpsc::channel();
        let waits = self.committer.submit(&Arc::from(DEFAULT), store, undo, move |outcome| drop(send.send(outcome)));
        assert!(waits.is_ok_and(|waits| waits), "a change waits for its commit");
        receive
    }

    fn finish(self) -> (Disk, String) {
        let text = self.text();
        self.committer.close().expect("a disk that works");
        (self.disk, text)
    }
}

#[test]
fn change_on_a_full_disk_is_refused_and_nothing_is_lost() {
    let mut refused = 0;
    for capacity in (73_728..200_000).step_by(4096) {
        let fixture = Fixture::new();
        fixture.disk.capacity.store(capacity, Ordering::SeqCst);
        for number in 0..60 {
            let before = fixture.text();
            let outcome = fixture.change(number).recv().expect("an outcome");
            if let Err(reason) = outcome {
                refused += 1;
                assert!(reason.contains("full") || reason.contains("space"), "{reason}");
                assert_eq!(fixture.text(), before, "the change is taken back");
            }
        }
        fixture.disk.heal();
        fixture.change(0).recv().expect("an outcome").expect("a disk with space again");
        let (disk, text) = fixture.finish();
        assert_eq!(disk.text(), text);
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn disk_that_fails_after_any_number_of_bytes_loses_nothing() {
    for budget in (0..60_000).step_by(997) {
        let fixture = Fixture::new();
        for number in 0..5 {
            fixture.change(number).recv().expect("an outcome").expect("a disk that works");
        }
        fixture.disk.budget.store(budget, Ordering::SeqCst);
        let mut acknowledged = fixture.text();
        let mut failed = false;
        for number in 5..40 {
            match fixture.change(number).recv().expect("an outcome") {
                Ok(()) => acknowledged = fixture.text(),
                Err(_) => failed = true,
            }
            assert_eq!(fixture.text(), acknowledged);
        }
        assert!(failed, "{budget}");
        fixture.disk.heal();
        let (disk, text) = fixture.finish();
        assert_eq!(text, acknowledged);
        assert_eq!(disk.text(), acknowledged, "after {budget} bytes");
    }
}

/// The database may have such a change when it is opened again.
#[test]
fn refused_change_that_reached_the_disk_is_set_back() {
    let mut refused = 0;
    for syncs in 1..12 {
        let fixture = Fixture::new();
        for number in 0..5 {
            fixture.change(number).recv().expect("an outcome").expect("a disk that works");
        }
        fixture.disk.syncs.store(syncs, Ordering::SeqCst);
        for number in 5..12 {
            let before = fixture.text();
            if fixture.change(number).recv().expect("an outcome").is_err() {
                refused += 1;
                assert_eq!(fixture.text(), before);
                break;
            }
        }
        fixture.disk.heal();
        let (disk, text) = fixture.finish();
        assert_eq!(disk.text(), text, "after {syncs} syncs");
    }
    assert!(refused > 5, "{refused}");
}

#[test]
fn requests_that_saw_a_refused_change_are_refused_too() {
    let fixture = Fixture::new();
    let before = fixture.text();
    fixture.disk.budget.store(0, Ordering::SeqCst);
    // The thread cannot carry out anything while the stores are locked.
    let outcomes: Vec<_> = {
        let mut stores = fixture.stores.lock().expect("the stores");
        let store = stores.get_mut(DEFAULT).expect("an account");
        let mut outcomes = Vec::new();
        for _ in 0..3 {
            let trigger_id = store.new_id();
            store.triggers.push(Trigger { trigger_id, ..Trigger::default() });
            outcomes.push(fixture.submit(store));
            // A request that only reads.
            outcomes.push(fixture.submit(store));
        }
        outcomes
    };
    for outcome in outcomes {
        outcome.recv().expect("an outcome").expect_err("a failed commit");
    }
    assert_eq!(fixture.text(), before);
    let nothing = fixture.committer.submit(&Arc::from(DEFAULT), &Store::default(), Undo::default(), |_| {});
    assert!(nothing.is_ok_and(|waits| !waits), "nothing is left to wait for");
    fixture.disk.heal();
    fixture.change(0).recv().expect("an outcome").expect("a disk that works");
    let (disk, text) = fixture.finish();
    assert_eq!(disk.text(), text);
}

#[test]
fn many_changes_share_a_commit() {
    let fixture = Fixture::new();
    let outcomes: Vec<_> = (0..200).map(|number| fixture.change(number)).collect();
    for outcome in outcomes {
        outcome.recv().expect("an outcome").expect("a disk that works");
    }
    let (disk, text) = fixture.finish();
    assert_eq!(disk.text(), text);
}

#[test]
fn stored_row_is_read_as_it_was_written() {
    let problems = super::super::super::json_object::Problems::default();
    let json = serde_json::json!({ "resource": { "triggerId": "a" }, "more": 1 });
    let read: Option<Trigger> =
        JsonObject::read("row".to_owned(), json, &problems, |object| object.require("resource"));
    assert!(read.is_some());
    assert_eq!(problems.into_list(), ["row.more: unknown field"]);
}

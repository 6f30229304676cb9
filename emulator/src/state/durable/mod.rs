//! The data file: an embedded database that has every acknowledged change, whatever ends the process.
//!
//! The resources are in memory, as without a file. A request that changes some is a transaction: its response waits for
//! the commit, which is on the disk when it returns. One thread commits. It takes all changes that wait into one
//! transaction, so many clients share the cost of one.
//!
//! A request that sees a change before its commit waits for that commit too. So no client sees anything that a crash
//! could still lose. If a commit fails, its changes and all that came after them are taken back in memory, and their
//! requests are refused.
//!
//! | File | Subject |
//! | --- | --- |
//! | `tables.rs` | layout of the database, and changes of one request |
//! | `lock.rs` | one writer |
//! | `content.rs` | kind of a file |
//! | `overlay.rs` | a database that is opened without being written |
//! | `check.rs` | reading a database without changing it |
//! | `create.rs` | new databases, and the import of state files |
//! | `open.rs` | the steps from a path to an open data file |
//! | `commit.rs` | the thread that commits |

mod check;
mod commit;
mod content;
mod create;
mod lock;
mod open;
mod overlay;
mod tables;

pub(super) use commit::{Committer, Outcome};
pub(super) use open::{import, open, read};

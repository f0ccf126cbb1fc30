//! Connections to PostgreSQL: how they are made, how long they may stay silent, and how a silent one is found out.
//! The statements are in `store`.

mod begin_transaction;
mod deadline;
mod first;
mod listen;
mod migrate;
mod pool;
mod session;

pub use begin_transaction::begin_transaction;
pub use deadline::{RESPOND_WITHIN, answered};
pub use first::{FirstConnectionError, reachable};
pub use listen::{ListenEvent, listen};
pub use migrate::{MigrationError, migrate};
pub use pool::{CONNECT, open_pool};
pub use session::{BEGIN_PATIENTLY, bounded, unhurried};

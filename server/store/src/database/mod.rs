//! Connections to PostgreSQL: how they are made, how long they may stay silent, and how a silent one is found out.
//! What is said on them stands in `store`.

mod deadline;
mod first;
mod listen;
mod pool;
mod session;

pub use deadline::{PATIENCE, answered};
pub use first::{FirstConnectionError, reachable};
pub use listen::{Heard, listen};
pub use pool::{CONNECT, open_pool};
pub use session::{BEGIN_PATIENTLY, bounded, unhurried};

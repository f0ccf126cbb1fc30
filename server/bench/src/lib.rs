//! `baton bench`: how fast it is, measured on a database of its own beside the barest SQL that does the
//! same, in the same run. Figures mean something only beside each other: the tables print ratios.
//!
//! [`Scratch`] makes a database, `seed` fills it, [`release`], [`claim`], [`live`] or [`inbound`] measures, and its report says
//! what came of it. Nothing outside the scratch database is read or written.

mod bare;
pub mod claim;
mod error;
mod http;
pub mod inbound;
mod latencies;
pub mod live;
mod moved;
pub mod release;
mod scratch;
mod seed;
mod server;

pub use error::BenchError;
pub use scratch::Scratch;

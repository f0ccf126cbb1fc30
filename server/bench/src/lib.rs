//! `baton bench`: the product's speed, measured on a database of its own. Except for [`live`] and [`pages`], each benchmark
//! also measures a baseline in the same run, the least SQL that writes the same rows. Figures of two machines cannot be
//! compared, so the tables print ratios.
//!
//! [`Scratch`] makes a database, `seed` fills it, [`release`], [`claim`], [`live`], [`inbound`] or [`pages`] measures and
//! returns a report. Nothing outside the scratch database is read or written.

mod baseline;
pub mod claim;
mod environment;
mod error;
mod http;
pub mod inbound;
mod join_all;
mod latencies;
pub mod live;
pub mod pages;
pub mod release;
mod scratch;
mod seed;
mod server;
mod throughput;

pub use error::BenchError;
pub use scratch::Scratch;

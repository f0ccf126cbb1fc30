//! `baton bench`: the product's speed, measured on a database of its own. Except for [`live`], [`import`] and [`pages`], each
//! benchmark also measures a baseline in the same run, the least SQL that writes the same rows; [`import`] measures each
//! alone and both together. Figures of two machines cannot be
//! compared, so the tables print ratios.
//!
//! [`Scratch`] makes a database, `seed` fills it, [`release`], [`claim`], [`live`], [`inbound`], [`import`] or [`pages`] measures and
//! returns a report. Nothing outside the scratch database is read or written.

mod baseline;
pub mod claim;
mod environment;
mod error;
mod http;
pub mod import;
pub mod inbound;
mod join_all;
mod latencies;
pub mod live;
pub mod pages;
pub mod release;
mod scratch;
mod seed;
mod server;
mod texters;
mod throughput;

pub use error::BenchError;
pub use scratch::Scratch;

//! Assignment Control.

#[cfg(feature = "ssr")]
mod read;
mod save;

pub use save::{PoolInput, SaveAssignment, save_assignment};

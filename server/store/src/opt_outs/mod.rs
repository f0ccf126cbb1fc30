//! Who must not be texted.

mod lock;
mod record;

pub(crate) use lock::exclude;
pub use record::{Affected, record};

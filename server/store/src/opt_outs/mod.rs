//! Who must not be texted.

mod record;

pub use record::{Affected, record};

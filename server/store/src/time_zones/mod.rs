//! Time zones: which names PostgreSQL knows, and under which name each is kept, with the narrow number
//! that campaigns and conversations carry.

mod known;
mod number;

pub use known::KnownZones;
pub(crate) use number::add_missing;
pub use number::time_zone;

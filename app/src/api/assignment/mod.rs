//! Server functions of Assignment Control: the one form that saves all of it.

#[cfg(feature = "ssr")]
mod parse;
mod pool_input;
mod save;

#[cfg(feature = "ssr")]
pub use parse::AssignmentForm;
pub use pool_input::PoolInput;
pub use save::{SaveAssignment, save_assignment};

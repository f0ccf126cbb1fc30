//! Server functions of opt-outs by number.

mod add;
mod lift;

pub use add::{AddOptOuts, add_opt_outs};
pub use lift::{LiftOptOut, lift_opt_out};

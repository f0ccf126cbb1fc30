//! Server functions of the people of an organization: their approval levels, roles and suspensions.

mod change_role;
mod lift_suspension;
mod release_held;
mod save_levels;
mod suspend;

pub use change_role::{ChangeRole, change_role};
pub use lift_suspension::{LiftSuspension, lift_suspension};
pub use release_held::{ReleaseHeld, release_held};
pub use save_levels::{LevelInput, SaveLevels, save_levels};
pub use suspend::{Suspend, suspend};

//! Server functions of teams: create, save, delete, and their members, campaigns and tags.

mod change;
mod create;
mod delete;
#[cfg(feature = "ssr")]
mod parse;
mod save;

pub use change::{ChangeTeam, change_team};
pub use create::{CreateTeam, create_team};
pub use delete::{DeleteTeam, delete_team};
pub use save::{SaveTeam, save_team};

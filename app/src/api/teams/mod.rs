//! Teams.

mod change;
mod create;
mod delete;
mod save;

pub use change::{ChangeTeam, change_team};
pub use create::{CreateTeam, create_team};
pub use delete::{DeleteTeam, delete_team};
pub use save::{SaveTeam, save_team};

#[cfg(feature = "ssr")]
use crate::field_errors::FieldErrors;

/// The title and the priority that were filled in.
#[cfg(feature = "ssr")]
fn read(title: &str, priority: &str) -> Result<(String, i32), FieldErrors> {
    use crate::api::typed;
    let mut errors = FieldErrors::default();
    let title = typed::title(&mut errors, "title", title, 100);
    let priority = typed::number(&mut errors, "priority", priority, 0, 1000);
    if errors.is_empty() {
        Ok((title, priority))
    } else {
        Err(errors)
    }
}

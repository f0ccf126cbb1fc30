//! Tags.

mod create;
mod delete;
mod save;

pub use create::{CreateTag, create_tag};
pub use delete::{DeleteTag, delete_tag};
pub use save::{SaveTag, save_tag};

#[cfg(feature = "ssr")]
use crate::field_errors::FieldErrors;

/// The title that was filled in.
#[cfg(feature = "ssr")]
fn read(title: &str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    let title = crate::api::typed::title(&mut errors, "title", title, 100);
    if errors.is_empty() {
        Ok(title)
    } else {
        Err(errors)
    }
}

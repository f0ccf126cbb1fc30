//! Server functions of tags: create, save, delete. Tagging a conversation is in [`super::conversations`].

mod create;
mod delete;
#[cfg(feature = "ssr")]
mod parse;
mod save;

pub use create::{CreateTag, create_tag};
pub use delete::{DeleteTag, delete_tag};
pub use save::{SaveTag, save_tag};

//! Server functions of a campaign's contacts: the import of an uploaded file, and what is done to contacts afterwards.

mod correct;
mod discard_upload;
mod import_upload;
#[cfg(feature = "ssr")]
mod missing_upload;
mod remove;
mod undo_import;

pub use correct::{CorrectContact, CustomField, correct_contact};
pub use discard_upload::{DiscardUpload, discard_upload};
pub use import_upload::{ImportUpload, import_upload};
pub use remove::{RemoveContact, remove_contact};
pub use undo_import::{UndoImport, undo_import};

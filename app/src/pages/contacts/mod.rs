//! Pages of a campaign's contacts: an uploaded file with its columns, the list, one contact, and undoing an import.

mod contact;
mod imports;
mod list;
mod preview;
mod undo_import;
mod upload;

pub use contact::ContactPage;
pub(in crate::pages) use imports::ImportList;
pub use list::ContactsPage;
pub use undo_import::UndoImportPage;
pub use upload::UploadPage;

//! Contacts: bringing them in, and what became of it.

mod importable;
mod new_contact;
mod report;
mod staging;
mod whose;

pub use importable::{Importable, importable};
pub use new_contact::NewContact;
pub use report::{keep_report, report};
pub use staging::{Added, Staging};
pub use whose::whose;

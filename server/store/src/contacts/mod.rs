//! Contacts: bringing them in, and what became of it.

mod importable;
mod insert;
mod new_contact;
mod organizations_with_campaign;
mod report;
mod staging;

pub use importable::{Importable, importable};
pub use insert::{Added, Duplicate};
pub(crate) use new_contact::escape as escape_for_copy;
pub use new_contact::{ContactZone, NewContact, ZoneSource};
pub use organizations_with_campaign::organizations_with_campaign;
pub use report::{keep_report, report};
pub use staging::Staging;

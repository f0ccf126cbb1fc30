//! Contacts: bringing them in, and what became of it; their list, their correction and their removal.

mod addition;
mod clear;
mod condense;
mod correct;
mod details;
mod flag_opt_outs;
mod importable;
mod imports;
mod insert;
mod list;
mod list_key;
pub(crate) mod list_sql;
mod lock;
pub(crate) mod name_words;
mod new_contact;
mod organizations_with_campaign;
mod remove;
mod report;
mod staging;
mod undo_import;
pub(crate) mod unmessaged;

#[cfg(test)]
mod tests;

pub use addition::{AddOutcome, Addition};
pub use clear::may_replace;
pub use condense::condense_sums;
pub use correct::{Correction, correct};
pub use details::details;
pub(crate) use flag_opt_outs::flag_missed_opt_outs;
pub use importable::{Importable, importable};
pub use imports::{import, imports};
pub use insert::{Added, Duplicate};
pub use list::{ContactSearch, list};
pub(crate) use new_contact::escape as escape_for_copy;
pub use new_contact::{ContactZone, NewContact, ZoneSource};
pub use organizations_with_campaign::organizations_with_campaign;
pub use remove::remove;
pub use report::report;
pub use staging::Staging;
pub use undo_import::undo_import;
pub use unmessaged::delete_unmessaged;

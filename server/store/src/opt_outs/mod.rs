//! Who must not be texted: how it is recorded, listed, imported and lifted.

mod add;
mod goodbye;
mod history;
mod lift;
mod lift_by_contact;
pub(crate) mod list;
mod lock;
mod record;
mod remove;
mod report;
mod row;
mod source;
mod staging;

#[cfg(test)]
mod tests;

pub use add::add;
pub use history::lifted;
pub use lift::lift;
pub(crate) use lift::undo_within;
pub(crate) use lift_by_contact::lift_by_contact;
pub use list::{Search, list};
pub(crate) use lock::exclude;
pub use record::{Affected, record};
pub(crate) use record::{Closed, record_all};
pub use report::{keep_report, report};
pub use source::Source;
pub use staging::{Examined, Imported, Staging};

//! The senders of organizations: the numbers and Messaging Services that they text from; and the country by whose
//! conventions numbers are read.
//!
//! The port of the app is answered by the server, which also reads what people type and asks the message services.

mod add;
mod change_service;
mod list;
mod rate;
mod region;
mod remove;
mod take_out_of_use;
#[cfg(test)]
mod tests;
mod use_again;

pub use add::{add, add_within};
pub use change_service::change_service;
pub use list::{InUse, Listed, in_use, list, service_of};
pub use rate::save_rate;
pub use region::{region, save_region};
pub use remove::remove;
pub use take_out_of_use::take_out_of_use;
pub use use_again::use_again;

//! Server functions of what texts are sent from: numbers and Messaging Services.

mod add;
mod change_service;
#[cfg(feature = "ssr")]
mod done;
mod remove;
mod save_rate;
mod save_region;
mod take_out_of_use;
mod try_number;
mod use_again;

pub use add::{AddNumber, add_number};
pub use change_service::{ChangeService, change_service};
pub use remove::{RemoveNumber, remove_number};
pub use save_rate::{SaveRate, save_rate};
pub use save_region::{SaveRegion, save_region};
pub use take_out_of_use::{TakeNumberOutOfUse, take_number_out_of_use};
pub use try_number::{TryNumber, try_number};
pub use use_again::{UseNumberAgain, use_number_again};

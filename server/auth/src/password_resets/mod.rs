//! Links with which somebody chooses a new password: made by an admin, by the command line or for an e-mail, and used
//! once. The database has the hash of a link's token only.

mod by_admin;
mod make;
mod port;
mod redeem;
mod request;
mod token;

pub use make::{make_link, send_link};
pub use port::PasswordLinks;
pub use token::{ResetToken, link};

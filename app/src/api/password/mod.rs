//! Server functions of forgotten passwords: links with which somebody chooses a new one.

mod choose;
mod make_link;
mod send_link;

pub use choose::{ChoosePassword, choose_password};
pub use make_link::{MakePasswordLink, make_password_link};
pub use send_link::{SendPasswordLink, send_password_link};

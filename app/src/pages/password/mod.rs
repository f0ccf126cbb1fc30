//! Forgotten passwords: the pages of a link, of asking for one by e-mail, and of making one for somebody else.

mod choose;
mod forgotten;
mod link;

pub use choose::ChoosePasswordPage;
pub use forgotten::ForgottenPasswordPage;
pub use link::PasswordLinkPage;

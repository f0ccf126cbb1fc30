//! The page of one's own account: name, language, password, and where one is signed in.

mod page;
mod password;
mod sessions;

pub use page::AccountPage;

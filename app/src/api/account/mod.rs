//! Server functions of one's own account: its name, its password, and where it is signed in.

mod change_password;
mod rename;
mod sign_out_everywhere;

pub use change_password::{ChangePassword, change_password};
pub use rename::{RenameAccount, rename_account};
pub use sign_out_everywhere::{SignOutEverywhere, sign_out_everywhere};

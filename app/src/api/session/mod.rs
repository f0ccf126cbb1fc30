//! Server functions of the session: signing in and out, the first steps of an installation, joining by a link, the
//! organization, and the language.

mod choose_organization;
mod join;
mod join_as;
mod set_language;
mod set_up;
mod sign_in;
mod sign_out;

pub use choose_organization::{ChooseOrganization, choose_organization};
pub use join::{Join, join};
pub use join_as::{JoinAs, join_as};
pub use set_language::{SetLanguage, set_language};
pub use set_up::{SetUp, set_up};
pub use sign_in::{SignIn, sign_in};
pub use sign_out::{SignOut, sign_out};

//! Server functions of the session: signing in and out, and the language.

mod set_language;
mod sign_in;
mod sign_out;

pub use set_language::{SetLanguage, set_language};
pub use sign_in::{SignIn, sign_in};
pub use sign_out::{SignOut, sign_out};

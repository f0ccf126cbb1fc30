//! The pages before somebody is signed in: signing in, and the first steps of an installation.

mod front;
mod set_up;
mod sign_in;

pub use front::Front;
pub use set_up::SetUpPage;
pub use sign_in::SignInPage;

//! Invite links: their list, the form that makes one, and the page of one with its QR code.

mod gives;
mod list;
mod new;
mod one;
mod qr_code;
mod revoke;
mod send;
mod undelivered;

pub use list::InvitesPage;
pub use new::NewInvitePage;
pub use one::InvitePage;

//! The service that sends e-mail. The statements are in `server_store::mail`, the way to the mail server is `server_mail`.

mod compose;
mod worker;

pub use worker::{MailCounts, MailSender, MailSettings};

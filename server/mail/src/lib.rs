//! E-mail by SMTP: the settings of a mail server, and a message that goes out through it. What stands in a message, when it
//! is sent and how often it is tried is the caller's to say.

mod error;
mod mailer;
mod message;
mod settings;

pub use error::MailError;
pub use mailer::Mailer;
pub use message::PlainMail;
pub use settings::{MailSettings, MailSettingsError};

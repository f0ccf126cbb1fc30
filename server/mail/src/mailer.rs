//! The way out through a mail server.

use crate::{MailError, MailSettings, PlainMail};
use lettre::address::Envelope;
use lettre::message::header::ContentType;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

/// The time limit of each answer of the mail server. The caller limits the whole.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);

/// Sends messages, each over a connection of its own. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    settings: MailSettings,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Mailer {
    /// A mailer with these settings. Nothing is connected yet.
    ///
    /// # Errors
    /// TLS cannot be set up: this system has no certificates, for example.
    pub fn new(settings: &MailSettings) -> Result<Self, MailError> {
        let transport = settings.builder()?.timeout(Some(ANSWER_TIMEOUT)).build();
        Ok(Self {
            settings: settings.clone(),
            transport,
        })
    }

    /// Sends a message.
    ///
    /// # Errors
    /// It was not accepted; of one without an answer it is not known.
    pub async fn send(&self, mail: &PlainMail) -> Result<(), MailError> {
        let refused = |error: &dyn std::fmt::Display| MailError::Refused(error.to_string());
        // The address alone: what else could stand in a recipient's header is not of our making.
        let to: Address = mail.to.parse().map_err(|error| refused(&error))?;
        let from = self.settings.from.clone();
        let envelope = Envelope::new(Some(from.email.clone()), vec![to.clone()]);
        // Filters of spam mistrust the library's own, which ends in `localhost`.
        let id = format!("<{:032x}@{}>", rand::random::<u128>(), from.email.domain());
        let message = Message::builder()
            .from(from)
            .to(to.into())
            .subject(mail.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            // Vacation notices and the like are not answers that anybody reads.
            .header(AutoSubmitted)
            .message_id(Some(id))
            .envelope(envelope.map_err(|error| refused(&error))?)
            .body(mail.body.clone())
            .map_err(|error| refused(&error))?;
        self.transport.send(message).await?;
        Ok(())
    }

    /// Connects, signs in, and sends nothing.
    ///
    /// # Errors
    /// What is wrong.
    pub async fn check(&self) -> Result<(), MailError> {
        if self.transport.test_connection().await? {
            Ok(())
        } else {
            Err(MailError::Passing(
                "the mail server closed the connection".into(),
            ))
        }
    }
}

/// The header of a message that no person has written (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl lettre::message::header::Header for AutoSubmitted {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

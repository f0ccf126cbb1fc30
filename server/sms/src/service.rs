//! The interface of a message service.

use super::{Media, MediaError, SendError};
use app::domain::{Sender, SenderCheck};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use server_message::{OutboundText, ServiceSid};

/// A message service. Calls may take seconds, so none is made inside a transaction.
#[async_trait]
pub trait MessageService: Send + Sync {
    /// Submits a text. Success means that the service accepted it, not that it was delivered.
    ///
    /// # Errors
    /// [`SendError`] decides whether the text is sent again, looked for first, or failed.
    async fn send(&self, text: &OutboundText) -> Result<ServiceSid, SendError>;

    /// The texts with this sender, addressee and body that the service has accepted since `since`, or a few seconds
    /// before, because clocks differ. It is called after a crash or a lost answer between the send and the mark of the
    /// outbox, so that no text is sent twice and none is lost.
    ///
    /// # Errors
    /// The service was not reached, so the text must not be sent again yet.
    async fn find_sent(
        &self,
        text: &OutboundText,
        since: DateTime<Utc>,
    ) -> Result<Vec<ServiceSid>, SendError>;

    /// Asks the service, within 15 seconds, whether texts can be sent from the sender and what is answered is delivered
    /// to `webhook`, the URL of this server's webhook for this service. It sends nothing.
    async fn check_sender(&self, sender: &Sender, webhook: &str) -> SenderCheck;

    /// Gets, within 24 seconds, what came along with an inbound text, from where the text said that it is.
    ///
    /// # Errors
    /// [`MediaError`] says whether a later attempt may succeed.
    async fn fetch_media(&self, source: &str) -> Result<Media, MediaError>;
}

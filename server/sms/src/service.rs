use super::SendError;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use server_message::{OutboundText, ServiceSid};

/// What a carrier does for us. Calls may take long, so no transaction is open around one.
#[async_trait]
pub trait MessageService: Send + Sync {
    /// Hands a text over. Success means that the service took it, not that it arrived.
    ///
    /// # Errors
    /// The kinds of [`SendError`] say whether to try again, to ask first, or to give up.
    async fn send(&self, text: &OutboundText) -> Result<ServiceSid, SendError>;

    /// The texts with this sender, addressee and body that the service took since a moment; a few
    /// seconds before it count too, because clocks differ. Asked when a server died, or an answer was
    /// lost, between the request and the mark, so that nothing is sent twice and nothing is lost.
    ///
    /// # Errors
    /// The service could not be asked.
    async fn find_sent(
        &self,
        text: &OutboundText,
        since: DateTime<Utc>,
    ) -> Result<Vec<ServiceSid>, SendError>;
}

//! The configured message services of a server.

use super::MessageService;
use app::domain::{Sender, SenderCheck};
use server_message::ServiceKind;
use std::sync::Arc;

/// The message services that this server is configured for. Cheap to clone.
#[derive(Clone)]
pub struct Services {
    simulated: Arc<dyn MessageService>,
    twilio: Option<Arc<dyn MessageService>>,
}

impl Services {
    /// The simulated service, and Twilio if there is an account.
    pub fn new(
        simulated: Arc<dyn MessageService>,
        twilio: Option<Arc<dyn MessageService>>,
    ) -> Self {
        Self { simulated, twilio }
    }

    /// The service of this kind, if it is configured.
    pub fn get(&self, kind: ServiceKind) -> Option<&dyn MessageService> {
        match kind {
            ServiceKind::Simulated => Some(self.simulated.as_ref()),
            ServiceKind::Twilio => self.twilio.as_deref(),
        }
    }

    /// Whether there is an account at Twilio.
    pub fn carries_twilio(&self) -> bool {
        self.twilio.is_some()
    }

    /// Asks the service that carries a sender's texts about it, as [`MessageService::check_sender`].
    pub async fn check_sender(
        &self,
        kind: ServiceKind,
        sender: &Sender,
        webhook: &str,
    ) -> SenderCheck {
        match self.get(kind) {
            Some(service) => service.check_sender(sender, webhook).await,
            None => SenderCheck::NotConfigured,
        }
    }
}

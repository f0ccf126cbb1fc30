//! The configured message services of a server.

use super::MessageService;
use app::domain::{NumberCheck, PhoneNumber};
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

    /// Asks the service that carries a number about it, as [`MessageService::check_number`].
    pub async fn check_number(
        &self,
        kind: ServiceKind,
        number: &PhoneNumber,
        webhook: &str,
    ) -> NumberCheck {
        match self.get(kind) {
            Some(service) => service.check_number(number, webhook).await,
            None => NumberCheck::NotConfigured,
        }
    }
}

use super::MessageService;
use server_message::ServiceKind;
use std::sync::Arc;

/// The message services that this server can reach. Cheap to clone.
#[derive(Clone)]
pub struct Services {
    simulated: Arc<dyn MessageService>,
    twilio: Option<Arc<dyn MessageService>>,
}

impl Services {
    /// The simulated service is always there; Twilio only with an account.
    pub fn new(
        simulated: Arc<dyn MessageService>,
        twilio: Option<Arc<dyn MessageService>>,
    ) -> Self {
        Self { simulated, twilio }
    }

    /// The service behind a word, if this server can reach it.
    pub fn get(&self, kind: ServiceKind) -> Option<&dyn MessageService> {
        match kind {
            ServiceKind::Simulated => Some(self.simulated.as_ref()),
            ServiceKind::Twilio => self.twilio.as_deref(),
        }
    }
}

//! The message services of the configuration.

use std::sync::Arc;
use std::time::Duration;

use super::CommandError;
use crate::config::Config;
use crate::http::webhooks::{TWILIO_PATH, TWILIO_STATUS_PATH};
use server_sms::simulated::{Behavior, Simulated};
use server_sms::twilio::Twilio;
use server_sms::{MessageService, Services};
use server_store::Store;

/// The services: the simulated one, and Twilio if there is an account.
pub(super) fn services(config: &Config, store: &Store) -> Result<Services, CommandError> {
    let twilio: Option<Arc<dyn MessageService>> = match config.twilio()? {
        Some(account) => {
            let url = config.public_url(config.addr);
            // Twilio refuses a text whose reports it could not deliver.
            let callback = (!url.is_local()).then(|| url.join(TWILIO_STATUS_PATH));
            Some(Arc::new(
                Twilio::new(&account)?.with_status_callback(callback),
            ))
        }
        None => None,
    };
    let behavior = Behavior::demo_within(Duration::from_secs(config.simulated_slowest));
    let simulated = Simulated::new(store.clone(), behavior);
    Ok(Services::new(Arc::new(simulated), twilio))
}

/// The URL that Twilio has to deliver replies to, as far as the configuration says.
pub(super) fn twilio_webhook(config: &Config) -> String {
    config.public_url(config.addr).join(TWILIO_PATH)
}

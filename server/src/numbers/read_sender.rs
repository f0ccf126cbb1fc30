//! A sender as people write it.

use crate::import::{Region, read_number};
use app::domain::Sender;
use sentences::page;

/// The number by the conventions of a region, or the Messaging Service.
///
/// # Errors
/// It is neither; what to enter instead.
pub(crate) async fn read_sender(text: &str, region: Region) -> Result<Sender, &'static str> {
    if let Some(service) = Sender::messaging_service_written_as(text) {
        let service = service.map(Sender::MessagingService);
        return service.map_err(|_| page::enter_a_messaging_service());
    }
    let number = read_number(text, region).await;
    number
        .map(Sender::Number)
        .ok_or_else(page::enter_a_phone_number)
}

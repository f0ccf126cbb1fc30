//! The pages of senders after something was done with one of them.

use crate::domain::Sender;

/// Its address, with the word for what was done, which is another one of a Messaging Service.
pub(super) fn done_url(sender: &Sender, done: &str) -> String {
    let of = match sender {
        Sender::Number(_) => "",
        Sender::MessagingService(_) => "service-",
    };
    format!("/settings/numbers?done={of}{done}")
}

/// The address of the page of one of them.
pub(super) fn page_of(sender: &Sender) -> String {
    format!("/settings/numbers/{sender}")
}

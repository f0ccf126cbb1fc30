//! The message services, which carry texts to contacts.
//!
//! - [`MessageService`] is the interface, with two implementations: [`twilio`] over its REST API, and [`simulated`]
//!   without a carrier. The sender decides which of them carries a text ([`Services`]).
//! - A text out: the send writes a message and a row of the outbox → `engine::outbox` claims the row →
//!   [`MessageService::send`] → the row is marked.
//! - A text in: `http::webhooks`, or the simulated contacts → [`server_message::InboundText`] →
//!   `store::messages::receive`. What came along with it is got by [`MessageService::fetch_media`] when somebody asks
//!   for it.

mod media;
mod send_error;
mod service;
mod services;
pub mod simulated;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod twilio;

pub use media::{MAX_MEDIA_BYTES, Media, MediaError};
pub use send_error::SendError;
pub use service::MessageService;
pub use services::Services;

//! Texts, on their way out to a message service and in from it.
//!
//! - [`MessageService`] is what a carrier can do for us: [`twilio`] asks the real one, [`simulated`]
//!   stands in for it. Which of them a text takes is decided by the number it is sent from
//!   ([`Services`]).
//! - A text out: the send writes a message and a row of the outbox → `engine::outbox` claims the row →
//!   [`MessageService::send`] → the row is marked.
//! - A text in: `http::webhooks`, or the simulated contacts → [`server_message::InboundText`] →
//!   `store::messages::receive`.

mod send_error;
mod service;
mod services;
pub mod simulated;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod twilio;

pub use send_error::SendError;
pub use service::MessageService;
pub use services::Services;

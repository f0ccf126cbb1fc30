//! Text messages as values: what the store writes down and a message service carries. Neither of the two knows the
//! other; who sends and who stores stands above, in the engine and in the webhooks.

mod inbound_text;
mod outbound_text;
mod service_kind;
mod service_sid;

pub use inbound_text::InboundText;
pub use outbound_text::OutboundText;
pub use service_kind::{ServiceKind, UnknownService};
pub use service_sid::ServiceSid;

//! Text messages as values, which the store writes down and a message service carries. The two crates share these types
//! and do not depend on each other; the engine and the webhooks connect them.

mod inbound_text;
mod outbound_text;
mod service_sid;

pub use app::domain::{ServiceKind, UnknownService};
pub use inbound_text::InboundText;
pub use outbound_text::OutboundText;
pub use service_sid::ServiceSid;

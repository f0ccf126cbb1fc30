//! Text messages as values, which the store writes down and a message service carries. The two crates share these types
//! and do not depend on each other; the engine and the webhooks connect them.

mod courtesy;
mod delivery_report;
mod folded_words;
mod inbound_media;
mod inbound_text;
mod keyword;
mod opt_out_review;
mod outbound_text;
mod phrases;
mod reaction;
mod service_sid;
#[cfg(test)]
mod tests;

pub use app::domain::{FailureCode, MessagingServiceSid, Sender, ServiceKind, UnknownService};
pub use delivery_report::{DeliveryReport, ReportedState};
pub use inbound_media::{
    InboundMedia, MAX_MEDIA, split_attachment_lines, with_attachment_lines,
    without_attachment_lines,
};
pub use inbound_text::InboundText;
pub use keyword::Keyword;
pub use opt_out_review::may_want_to_opt_out;
pub use outbound_text::OutboundText;
pub use service_sid::ServiceSid;

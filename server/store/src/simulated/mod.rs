//! What stands in for the carrier's own records: see `sms::simulated`.

mod chatter;
mod find_sent;
mod replies;
mod reports;
mod take;

pub use chatter::{Talker, may_chat, pick_talker, take_turns};
pub use find_sent::find_sent;
pub use replies::{DueReply, due, forget, next_due, postpone};
pub use reports::{DueReport, due_reports, forget_report, plan_reports};
pub use take::{TakenText, plan, take};

use server_message::ServiceSid;

/// The channel on which it is told that a contact is about to write. No payload.
pub const PLANNED: &str = "baton_simulated";

/// The name of the picture that contacts send, as its source.
pub const PICTURE: &str = "simulated picture";

/// The sid of a text that the simulated service took.
fn taken_sid(id: i64) -> ServiceSid {
    ServiceSid(format!("SIM{id}"))
}

/// The sid of an answer, from its row, so that delivering it twice writes it once.
fn reply_sid(id: i64) -> ServiceSid {
    ServiceSid(format!("SIMIN{id}"))
}

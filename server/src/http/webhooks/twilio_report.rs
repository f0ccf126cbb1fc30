//! Twilio's delivery reports, as they are read.

use server_message::{DeliveryReport, FailureCode, ReportedState, ServiceKind, ServiceSid};

/// The report of a call with these parameters. `None` if it says nothing that counts: that a text is queued, or a word that
/// nobody knows.
pub(super) fn read<'a>(value: impl Fn(&str) -> Option<&'a str>) -> Option<DeliveryReport> {
    let non_empty = |key| value(key).filter(|value| !value.is_empty());
    let sid = non_empty("MessageSid").or_else(|| non_empty("SmsSid"))?;
    let status = non_empty("MessageStatus").or_else(|| non_empty("SmsStatus"))?;
    let state = match status.to_ascii_lowercase().as_str() {
        "sent" => ReportedState::Sent,
        // `read` is of services that say so.
        "delivered" | "read" => ReportedState::Delivered,
        "failed" | "undelivered" => {
            let code = non_empty("ErrorCode").and_then(|code| code.trim().parse().ok());
            // 0 is how nothing is said at times.
            ReportedState::Failed(code.filter(|code| *code > 0).map(FailureCode))
        }
        _ => return None,
    };
    Some(DeliveryReport {
        service: ServiceKind::Twilio,
        sid: ServiceSid(sid.to_owned()),
        own_number: value("From").unwrap_or_default().to_owned(),
        messaging_service: non_empty("MessagingServiceSid").and_then(|sid| sid.parse().ok()),
        state,
    })
}

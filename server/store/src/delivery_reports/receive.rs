use super::early::keep;
use super::record::{Reported, record};
use crate::database::answered;
use crate::{Store, StoreError};
use server_message::{DeliveryReport, ReportedState};
use std::time::Duration;

// An opt-out of a contact in many campaigns waits for their rows, as an inbound stop word does.
const ATTEMPTS: u32 = 3;
const ATTEMPT: Duration = Duration::from_millis(3_500);
const RETRY_DELAY: Duration = Duration::from_millis(150);

/// Takes in a report: one statement, by index. The contact of a text that the carrier refused because they opted out is
/// opted out in the same transaction. Whoever holds the conversation sees it on the page that they have open.
///
/// # Errors
/// The database. Nothing was written then; the same report can be given again.
#[tracing::instrument(name = "db.delivery_report.receive", skip_all, fields(service = %report.service, sid = %report.sid))]
pub async fn receive(store: &Store, report: &DeliveryReport) -> Result<Reported, StoreError> {
    let mut attempt = 1;
    loop {
        match answered(ATTEMPT, receive_once(store, report)).await {
            Err(error) if attempt < ATTEMPTS && error.is_passing() => {
                attempt += 1;
                tokio::time::sleep(RETRY_DELAY).await;
            }
            result => return result,
        }
    }
}

async fn receive_once(store: &Store, report: &DeliveryReport) -> Result<Reported, StoreError> {
    let reported = record(store, report).await?;
    if reported == Reported::Early && report.state != ReportedState::Sent {
        keep(store, report).await?;
    }
    Ok(reported)
}

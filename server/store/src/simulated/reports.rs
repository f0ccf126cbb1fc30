//! What the simulated service is going to report.

use super::PLANNED;
use super::take::TakenText;
use crate::clock::Clock;
use crate::{Store, StoreError};
use app::domain::OrganizationId;
use server_message::{DeliveryReport, OutboundText, ReportedState, ServiceKind, ServiceSid};
use sqlx::PgConnection;
use std::time::Duration;

/// Plans the reports on a text that was taken, each after its delay, as part of the caller's transaction.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_report.plan", skip_all)]
pub async fn plan_reports(
    tx: &mut PgConnection,
    clock: &Clock,
    text: &OutboundText,
    taken: &TakenText,
    reports: &[(ReportedState, Duration)],
) -> Result<(), StoreError> {
    let states: Vec<String> = reports
        .iter()
        .map(|(state, _)| state.as_str().to_owned())
        .collect();
    let codes: Vec<Option<i32>> = reports
        .iter()
        .map(|(state, _)| state.code().map(|code| code.0))
        .collect();
    let delays: Vec<f64> = reports
        .iter()
        .map(|(_, delay)| delay.as_secs_f64())
        .collect();
    sqlx::query!(
        "with planned as (
             insert into simulated_report (organization_id, own_number, service_sid, state, failure_code, due_at)
             select $1, $2, $3, report.state, report.code,
                    coalesce($7, statement_timestamp()) + report.delay * interval '1 second'
               from unnest($4::text[], $5::integer[], $6::float8[]) with ordinality report (state, code, delay, position)
              order by report.position
         )
         select pg_notify($8, '')",
        taken.organization.0,
        text.from.as_str(),
        taken.sid.0,
        &states,
        &codes as _,
        &delays,
        clock.pinned(),
        PLANNED,
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A report whose time has come.
#[derive(Debug, Clone)]
pub struct DueReport {
    /// Whose text it is about.
    pub organization: OrganizationId,
    /// Its row.
    pub id: i64,
    /// The report, as a carrier would give it.
    pub report: DeliveryReport,
}

/// Up to `limit` reports that are due, longest due first. They stay planned until [`forget_report`], so that whoever dies
/// in between gives them again.
///
/// # Errors
/// The database; a row that cannot be read.
#[tracing::instrument(name = "db.simulated_report.due", skip_all)]
pub async fn due_reports(store: &Store, limit: u32) -> Result<Vec<DueReport>, StoreError> {
    let rows = sqlx::query!(
        "select organization_id, id, own_number, service_sid, state, failure_code
         from simulated_report
         where due_at <= coalesce($1, statement_timestamp())
         order by due_at, id
         limit $2",
        store.clock.pinned(),
        i64::from(limit),
    )
    .fetch_all(&store.pool)
    .await?;
    let reports = rows.into_iter().map(|row| {
        let corrupt = || StoreError::Corrupt(format!("a simulated report: {}", row.state));
        Ok(DueReport {
            organization: OrganizationId(row.organization_id),
            id: row.id,
            report: DeliveryReport {
                service: ServiceKind::Simulated,
                own_number: row.own_number,
                messaging_service: None,
                sid: ServiceSid(row.service_sid),
                state: ReportedState::of_word(&row.state, row.failure_code).ok_or_else(corrupt)?,
            },
        })
    });
    reports.collect()
}

/// Forgets a report that was received. Another server may have done so already.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_report.forget", skip_all)]
pub async fn forget_report(store: &Store, due: &DueReport) -> Result<(), StoreError> {
    sqlx::query!(
        "delete from simulated_report where organization_id = $1 and id = $2",
        due.organization.0,
        due.id,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

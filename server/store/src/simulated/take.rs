use super::{PLANNED, taken_sid};
use crate::StoreError;
use crate::clock::Clock;
use app::domain::OrganizationId;
use server_message::{OutboundText, ServiceSid};
use sqlx::PgConnection;
use std::time::Duration;

/// A text that the simulated service took.
#[derive(Debug, Clone)]
pub struct TakenText {
    /// Whose number it came from.
    pub organization: OrganizationId,
    /// The service's id of it.
    pub sid: ServiceSid,
    /// How many texts the contact was sent from this organization before this one.
    pub turn: i64,
}

/// Takes a text, as part of the caller's transaction. `None` if its number is not served by the
/// simulated service.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_text.take", skip_all)]
pub async fn take(
    tx: &mut PgConnection,
    clock: &Clock,
    text: &OutboundText,
) -> Result<Option<TakenText>, StoreError> {
    let row = sqlx::query!(
        r#"insert into simulated_text (organization_id, from_number, to_cell, body, taken_at)
         select s.organization_id, s.number, $2, $3, coalesce($4, statement_timestamp())
         from sending_number s
         where s.number = $1 and s.service = 'simulated'
         returning organization_id, id,
             -- Sees the table as it was before this statement.
             (select count(*) from simulated_text before
              where before.organization_id = simulated_text.organization_id and before.to_cell = $2) as "turn!""#,
        text.from.as_str(),
        text.to.as_str(),
        &text.body,
        clock.pinned(),
    )
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| TakenText {
        organization: OrganizationId(row.organization_id),
        sid: taken_sid(row.id),
        turn: row.turn,
    }))
}

/// Plans what a contact will write after `delay`, as part of the caller's transaction, and wakes who
/// delivers it.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_reply.plan", skip_all)]
#[expect(clippy::too_many_arguments, reason = "one for each column")]
pub async fn plan(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    from_cell: &str,
    to_number: &str,
    body: &str,
    with_picture: bool,
    delay: Duration,
) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into simulated_reply (organization_id, from_cell, to_number, body, with_picture, due_at)
         values ($1, $2, $3, $4, $7, coalesce($5, statement_timestamp()) + $6 * interval '1 second')",
        organization.0,
        from_cell,
        to_number,
        body,
        clock.pinned(),
        delay.as_secs_f64(),
        with_picture,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("select pg_notify($1, '')", PLANNED,)
        .execute(tx)
        .await?;
    Ok(())
}

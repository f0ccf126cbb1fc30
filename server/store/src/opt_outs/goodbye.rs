//! Goodbyes that have not left yet when the opt-out that they were written with is over, or the contact's own.

use app::domain::{FailureCode, OrganizationId, PhoneNumber};
use sqlx::PgConnection;

/// Gives up those to a number, with the reason by its code and in words. What may be with the service already is given up
/// when it is claimed, if the service does not have it.
#[tracing::instrument(name = "db.outbox.give_up_goodbyes", skip_all)]
pub(super) async fn give_up_goodbyes(
    tx: &mut PgConnection,
    organization: OrganizationId,
    number: &PhoneNumber,
    (code, words): (FailureCode, &str),
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update outbox x
            set state = 'failed', failure_code = $3, last_error = $4
           from contact c
           join message m on m.organization_id = c.organization_id and m.conversation_id = c.id
          where c.organization_id = $1 and c.cell = $2
            and x.organization_id = m.organization_id and x.message_id = m.id
            and x.goodbye and x.state in ('queued', 'paced')",
        organization.0,
        number.as_str(),
        code.0,
        words,
    )
    .execute(tx)
    .await?;
    Ok(())
}

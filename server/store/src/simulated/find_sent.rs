use super::taken_sid;
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use server_message::{OutboundText, ServiceSid};

/// The texts with this sender, addressee and body that the simulated service took since a moment.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_text.find_sent", skip_all)]
pub async fn find_sent(
    store: &Store,
    text: &OutboundText,
    since: DateTime<Utc>,
) -> Result<Vec<ServiceSid>, StoreError> {
    let ids: Vec<i64> = sqlx::query_scalar!(
        "select t.id
         from sending_number s
         join simulated_text t on t.organization_id = s.organization_id and t.from_number = s.number
         where s.number = $1 and s.service = 'simulated'
           and t.to_cell = $2 and t.body = $3 and t.taken_at >= $4
         order by t.id",
        text.from.as_str(),
        text.to.as_str(),
        &text.body,
        since,
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(ids.into_iter().map(taken_sid).collect())
}

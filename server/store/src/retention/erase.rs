//! The erasure of messages that are kept no longer.

use crate::{Store, StoreError};
use app::domain::CampaignId;
use sqlx::PgConnection;

/// How many conversations are erased by one transaction.
const CONVERSATIONS: i64 = 2000;

/// What a batch erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// How many messages.
    pub messages: u64,
}

struct Due {
    organization_id: i64,
    id: i64,
    erased_up_to: i64,
}

/// Erases the next messages that are due: bodies, what the carrier delivered, what came along, and drafts, of a campaign's
/// next conversations. `None`: nothing is due. The campaign's row is locked meanwhile, so that it is not unarchived under
/// it; what another server is at is passed over.
///
/// # Errors
/// The database. What was not erased is due again.
pub async fn erase_batch(store: &Store) -> Result<Option<Erased>, StoreError> {
    let mut transaction = store.begin().await?;
    let Some(due) = next_due(&mut transaction, store).await? else {
        return Ok(None);
    };
    let conversations = next_conversations(&mut transaction, &due).await?;
    let messages = erase(&mut transaction, due.organization_id, &conversations).await?;
    advance(&mut transaction, store, &due, conversations.last().copied()).await?;
    transaction.commit().await?;
    Ok(Some(Erased {
        campaign: CampaignId(due.id),
        messages,
    }))
}

#[tracing::instrument(name = "db.campaign.next_to_erase", skip_all)]
async fn next_due(tx: &mut PgConnection, store: &Store) -> Result<Option<Due>, StoreError> {
    let due = sqlx::query_as!(
        Due,
        r#"select ca.organization_id, ca.id, coalesce(ca.erased_up_to, 0) as "erased_up_to!"
             from campaign ca
             join organization o on o.id = ca.organization_id
            where ca.erased_at is null
              and ca.archived_at <= coalesce($1, statement_timestamp()) - o.keep_messages_days * interval '1 day'
            order by ca.archived_at
            limit 1
              for no key update of ca skip locked"#,
        store.clock.pinned(),
    );
    Ok(due.fetch_optional(tx).await?)
}

/// By `contact_by_campaign`: a conversation has the id of its contact.
#[tracing::instrument(name = "db.conversation.next_to_erase", skip_all, fields(campaign = due.id))]
async fn next_conversations(tx: &mut PgConnection, due: &Due) -> Result<Vec<i64>, StoreError> {
    let conversations = sqlx::query_scalar!(
        "select id
           from contact
          where organization_id = $1 and campaign_id = $2 and id > $3
          order by id
          limit $4",
        due.organization_id,
        due.id,
        due.erased_up_to,
        CONVERSATIONS,
    );
    Ok(conversations.fetch_all(tx).await?)
}

#[tracing::instrument(name = "db.message.erase", skip_all, fields(%organization))]
async fn erase(
    tx: &mut PgConnection,
    organization: i64,
    conversations: &[i64],
) -> Result<u64, StoreError> {
    sqlx::query!(
        "delete from draft where organization_id = $1 and conversation_id = any($2)",
        organization,
        conversations,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "delete from inbound_media
          where organization_id = $1
            and message_id in (select id from message
                                where organization_id = $1 and conversation_id = any($2)
                                  and direction = 'inbound' and not erased)",
        organization,
        conversations,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "update inbound
            set body = ''
          where organization_id = $1
            and message_id in (select id from message
                                where organization_id = $1 and conversation_id = any($2)
                                  and direction = 'inbound' and not erased)",
        organization,
        conversations,
    )
    .execute(&mut *tx)
    .await?;
    let erased = sqlx::query!(
        "update message
            set body = '', erased = true
          where organization_id = $1 and conversation_id = any($2) and not erased",
        organization,
        conversations,
    );
    Ok(erased.execute(tx).await?.rows_affected())
}

/// Notes how far it came; `None`: to the end.
#[tracing::instrument(name = "db.campaign.advance_erasure", skip_all, fields(campaign = due.id))]
async fn advance(
    tx: &mut PgConnection,
    store: &Store,
    due: &Due,
    last: Option<i64>,
) -> Result<(), StoreError> {
    sqlx::query!(
        "update campaign
            set erased_up_to = coalesce($3, erased_up_to),
                erased_at = case when $3::bigint is null then coalesce($4, statement_timestamp()) end
          where organization_id = $1 and id = $2 and archived_at is not null",
        due.organization_id,
        due.id,
        last,
        store.clock.pinned(),
    )
    .execute(tx)
    .await?;
    Ok(())
}

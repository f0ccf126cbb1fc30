//! Senders and what they are used for.

use crate::count::clamp;
use crate::{Store, StoreError, stored_word};
use app::domain::{OrganizationId, Sender, ServiceKind, TextRate};
use app::error::AppError;
use app::ports::SenderRow;

/// The senders of an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Those in use first.
    pub senders: Vec<SenderRow>,
    /// Whether a launched campaign is not archived.
    pub has_open_campaign: bool,
}

/// A sender in use, of any organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse {
    /// Whose.
    pub organization: OrganizationId,
    /// The number, or the Messaging Service.
    pub sender: Sender,
    /// Who carries its texts.
    pub service: ServiceKind,
}

/// Every sender. What is on its way is counted among the 10,000 texts of the outbox that are due first, and the last text
/// looked for among the latest 10,000 messages, so that a large organization waits no longer than a small one.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.sending_number.list", skip_all, fields(%organization))]
pub async fn list(store: &Store, organization: OrganizationId) -> Result<Listed, StoreError> {
    let rows = sqlx::query!(
        r#"with waiting as (
               select m.own_number, count(*) as texts
                 from (select o.message_id
                         from outbox o
                        where o.organization_id = $1 and o.state in ('queued', 'sending')
                        order by o.next_attempt_at
                        limit 10000) o
                 join message m on m.organization_id = $1 and m.id = o.message_id
                group by m.own_number
           ), latest as (
               select m.own_number, max(m.created_at) as at
                 from (select own_number, created_at
                         from message
                        where organization_id = $1
                        order by id desc
                        limit 10000) m
                group by m.own_number
           )
           select s.number, s.service, s.out_of_use_at is null as "in_use!",
                  s.texts_per_second,
                  coalesce(waiting.texts, 0) + (select count(*)
                                                  from (select
                                                          from outbox o
                                                         where o.organization_id = $1 and o.state = 'paced'
                                                           and o.paced_number = s.number
                                                         limit 10000) paced) as "on_their_way!", latest.at as "last_text_at?"
             from sending_number s
             left join waiting on waiting.own_number = s.number
             left join latest on latest.own_number = s.number
            where s.organization_id = $1
            order by s.out_of_use_at is not null, s.number"#,
        organization.0,
    )
    .fetch_all(&store.pool)
    .await?;
    let senders = rows.into_iter().map(|row| {
        Ok(SenderRow {
            sender: stored_word(&row.number)?,
            service: stored_word(&row.service)?,
            in_use: row.in_use,
            rate: row.texts_per_second.map(stored_rate).transpose()?,
            on_their_way: clamp(row.on_their_way),
            last_text_at: row.last_text_at,
        })
    });
    Ok(Listed {
        senders: senders.collect::<Result<_, StoreError>>()?,
        has_open_campaign: has_open_campaign(&store.pool, organization).await?,
    })
}

fn stored_rate(texts: i32) -> Result<TextRate, StoreError> {
    TextRate::try_from(texts).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// Whether a launched campaign is not archived, so that its texters would miss a sender.
#[tracing::instrument(name = "db.campaign.any_open", skip_all)]
pub(super) async fn has_open_campaign(
    executor: impl sqlx::PgExecutor<'_>,
    organization: OrganizationId,
) -> Result<bool, StoreError> {
    let is_open = sqlx::query_scalar!(
        r#"select exists (select from campaign
                           where organization_id = $1 and started_at is not null
                             and archived_at is null) as "is_open!""#,
        organization.0,
    );
    Ok(is_open.fetch_one(executor).await?)
}

/// The service that carries the texts of a sender of the organization.
///
/// # Errors
/// No such sender.
#[tracing::instrument(name = "db.sending_number.service", skip_all)]
pub async fn service_of(
    store: &Store,
    organization: OrganizationId,
    sender: &Sender,
) -> Result<ServiceKind, StoreError> {
    let service = sqlx::query_scalar!(
        "select service from sending_number where organization_id = $1 and number = $2",
        organization.0,
        sender.as_str(),
    )
    .fetch_optional(&store.pool)
    .await?;
    stored_word(&service.ok_or(AppError::NotFound)?)
}

/// Every sender in use, of all organizations.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.sending_number.in_use", skip_all)]
pub async fn in_use(store: &Store) -> Result<Vec<InUse>, StoreError> {
    let rows = sqlx::query!(
        "select organization_id, number, service
           from sending_number
          where out_of_use_at is null
          order by organization_id, number",
    )
    .fetch_all(&store.pool)
    .await?;
    let senders = rows.into_iter().map(|row| {
        Ok(InUse {
            organization: OrganizationId(row.organization_id),
            sender: stored_word(&row.number)?,
            service: stored_word(&row.service)?,
        })
    });
    senders.collect()
}

//! A campaign's contacts, each with where its conversation stands.

use crate::{Store, StoreError};
use app::domain::{Admin, CampaignId};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use sqlx::types::Json;

/// A contact, and the state of its conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportedContact {
    /// Its number, which its conversation has too.
    pub id: i64,
    /// In E.164: `+12125550100`.
    pub cell: String,
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// What the organization's own database calls it.
    pub external_id: Option<String>,
    /// The zone by which it is texted: its own, else the campaign's.
    pub time_zone: String,
    /// The word of the conversation's status in the database; `closed` if the contact has opted out and wrote again, because
    /// they wait for nobody.
    pub status: String,
    /// Whether it has opted out of the organization.
    pub opted_out: bool,
    /// Who holds the conversation.
    pub texter: Option<String>,
    /// Titles of its tags, in alphabetical order.
    pub tags: Vec<String>,
    /// Texts to the contact.
    pub sent: i64,
    /// Texts of the contact.
    pub received: i64,
    /// When the first text went to it.
    pub first_sent_at: Option<DateTime<Utc>>,
    /// When its last text came in.
    pub last_received_at: Option<DateTime<Utc>>,
    /// Its custom fields.
    pub custom_fields: Json<Map<String, Value>>,
}

/// So many contacts at most, in the order of their cells, after a cell. Another organization's campaign has none.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.export.contacts", skip_all, fields(%campaign))]
pub async fn contacts(
    store: &Store,
    admin: &Admin,
    campaign: CampaignId,
    after: Option<&str>,
    limit: u16,
) -> Result<Vec<ExportedContact>, StoreError> {
    // The page is cut in the unique index of a campaign's cells before anything is looked up for it.
    Ok(sqlx::query_as!(
        ExportedContact,
        r#"select co.id, co.cell, co.first_name, co.last_name, co.external_id, z.name as "time_zone!",
                  case when cv.opted_out and cv.status = 'needs_response' then 'closed'
                       else cv.status::text end as "status!",
                  cv.opted_out, a.name as "texter?",
                  array(select t.title
                          from conversation_tag ct
                          join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
                         where ct.organization_id = co.organization_id and ct.conversation_id = co.id
                         order by t.title) as "tags!: Vec<String>",
                  texts.sent as "sent!", texts.received as "received!", texts.first_sent_at, texts.last_received_at,
                  co.custom_fields as "custom_fields: Json<Map<String, Value>>"
             from (select *
                     from contact
                    where organization_id = $1 and campaign_id = $2
                      and ($3::text is null or cell > $3)
                    order by cell
                    limit $4) co
             join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
             join campaign ca on ca.organization_id = co.organization_id and ca.id = co.campaign_id
             join time_zone z on z.id = coalesce(cv.time_zone_id, ca.time_zone_id)
             left join member m on m.organization_id = cv.organization_id and m.id = cv.assigned_to
             left join account a on a.id = m.account_id
            cross join lateral (
                 select count(*) filter (where direction = 'outbound') as sent,
                        count(*) filter (where direction = 'inbound') as received,
                        min(created_at) filter (where direction = 'outbound') as first_sent_at,
                        max(created_at) filter (where direction = 'inbound') as last_received_at
                   from message
                  where organization_id = co.organization_id and conversation_id = co.id) texts
            order by co.cell"#,
        admin.organization.0,
        campaign.0,
        after,
        i64::from(limit),
    )
    .fetch_all(&store.pool)
    .await?)
}

use crate::{Store, StoreError, stored_word};
use app::domain::{Admin, CampaignId, ConversationId, ConversationStatus, MemberId};
use app::error::AppError;
use app::ports::{ContactDetails, ContactRow};
use serde_json::{Map, Value};
use sqlx::types::Json;

/// All of a contact.
///
/// # Errors
/// No such contact on this campaign; the database.
#[tracing::instrument(name = "db.contact.details", skip_all, fields(%contact))]
pub async fn details(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    contact: ConversationId,
) -> Result<ContactDetails, StoreError> {
    let row = sqlx::query!(
        r#"select co.id, co.first_name, co.last_name, co.cell, co.external_id, zone.name as "zone?",
                cv.status::text as "status!", cv.opted_out, cv.assigned_to, a.name as "holder?",
                co.custom_fields as "custom_fields: Json<Map<String, Value>>",
                exists (select from message m
                         where m.organization_id = co.organization_id and m.conversation_id = co.id)
                    as "has_messages!",
                md5(jsonb_build_array(co.first_name, co.last_name, co.cell, co.external_id, co.custom_fields,
                                      cv.time_zone_id)::text) as "version!"
           from contact co
           join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
           left join time_zone zone on zone.id = cv.time_zone_id
           left join member m on m.organization_id = cv.organization_id and m.id = cv.assigned_to
           left join account a on a.id = m.account_id
          where co.organization_id = $1 and co.id = $2 and co.campaign_id = $3"#,
        viewer.organization.0,
        contact.0,
        campaign.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let custom_fields = row.custom_fields.0.into_iter();
    Ok(ContactDetails {
        row: ContactRow {
            id: contact,
            first_name: row.first_name,
            last_name: row.last_name,
            cell: stored_word(&row.cell)?,
            external_id: row.external_id,
            zone: row.zone,
            status: stored_word::<ConversationStatus>(&row.status)?.listed(row.opted_out),
            opted_out: row.opted_out,
        },
        custom_fields: custom_fields
            .map(|(name, value)| {
                let text = value.as_str().map(str::to_owned);
                (name, text.unwrap_or_else(|| value.to_string()))
            })
            .collect(),
        has_messages: row.has_messages,
        holder: row.assigned_to.map(MemberId).zip(row.holder),
        version: row.version,
    })
}

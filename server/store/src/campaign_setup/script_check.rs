//! The script and the canned responses held against the contacts of their campaign: what they do not have, and what is blank. Answered from
//! `contact_field` and `contact_count`, the sums of what was added and removed, and not from the contacts: for a million of
//! them a look at all takes a second for each field.

use crate::StoreError;
use crate::count::clamp;
use app::domain::{CampaignId, OrganizationId, SCRIPT_FIELDS, named_fields, unknown_fields};
use app::ports::BlankField;
use sqlx::PgConnection;

/// The fields of the contact itself that may be blank; the others are the texter's names, and the cell.
const OWN_FIELDS: [&str; 2] = ["firstName", "lastName"];

/// What the marks of several texts name, each once, with whether all of its marks have a default.
fn named_in(texts: &[&str]) -> Vec<(String, bool)> {
    let mut fields: Vec<(String, bool)> = Vec::new();
    for (name, has_default) in texts.iter().flat_map(|text| named_fields(text)) {
        match fields.iter_mut().find(|(known, _)| *known == name) {
            Some((_, all_have)) => *all_have &= has_default,
            None => fields.push((name, has_default)),
        }
    }
    fields
}

/// The marks of texts that name a field which no contact of the campaign has, each once.
#[tracing::instrument(name = "db.campaign.unknown_fields", skip_all, fields(%campaign))]
pub(super) async fn unknown_marks(
    connection: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
    texts: &[&str],
) -> Result<Vec<String>, StoreError> {
    let mut names: Vec<String> = named_in(texts)
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !SCRIPT_FIELDS.contains(&name.as_str()))
        .collect();
    if !names.is_empty() {
        names = sqlx::query_scalar!(
            "select field
               from contact_field
              where organization_id = $1 and campaign_id = $2 and is_custom and field = any($3)
              group by field
             having sum(present) > 0",
            organization.0,
            campaign.0,
            &names,
        )
        .fetch_all(connection)
        .await?;
    }
    names.extend(SCRIPT_FIELDS.map(str::to_owned));
    let mut unknown: Vec<String> = Vec::new();
    for mark in texts.iter().flat_map(|text| unknown_fields(text, &names)) {
        if !unknown.contains(&mark) {
            unknown.push(mark);
        }
    }
    Ok(unknown)
}

/// The fields of the contact that texts name without a default and that are blank for somebody, with how many and, as
/// far as they are found at once, some of them; but for the `unknown` marks, whose field nobody has.
#[tracing::instrument(name = "db.campaign.blank_fields", skip_all, fields(%campaign))]
pub(super) async fn blank_fields(
    connection: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
    texts: &[&str],
    unknown: &[String],
) -> Result<Vec<BlankField>, StoreError> {
    let unknown: Vec<(String, bool)> = unknown.iter().flat_map(|mark| named_fields(mark)).collect();
    let names: Vec<String> = named_in(texts)
        .into_iter()
        .filter(|(name, _)| !unknown.iter().any(|(field, _)| field == name))
        .filter(|(_, has_default)| !has_default)
        .map(|(name, _)| name)
        .filter(|name| {
            OWN_FIELDS.contains(&name.as_str()) || !SCRIPT_FIELDS.contains(&name.as_str())
        })
        .collect();
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select f.field as "field!", blank.contacts as "contacts!"
             from unnest($3::text[]) with ordinality f (field, position)
            cross join lateral (
                  select coalesce((select sum(co.change) from contact_count co
                                    where co.organization_id = $1 and co.campaign_id = $2), 0)
                       - coalesce((select sum(kept.filled) from contact_field kept
                                    where kept.organization_id = $1 and kept.campaign_id = $2
                                      and kept.is_custom = (f.field <> all($4))
                                      and kept.field = f.field), 0) as contacts) blank
            where blank.contacts > 0
            order by f.position"#,
        organization.0,
        campaign.0,
        &names,
        &OWN_FIELDS.map(str::to_owned),
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut blank = Vec::new();
    for row in rows {
        let some_of_them = some_blank(connection, organization, campaign, &row.field).await?;
        blank.push(BlankField {
            field: row.field,
            contacts: clamp(row.contacts),
            some_of_them,
        });
    }
    Ok(blank)
}

/// What up to three of those are called for whom a field is blank. Looked for among those that came with it blank, and,
/// because a whole file may lack the field, among the first contacts of each of the latest files and of the campaign.
#[tracing::instrument(name = "db.campaign.some_blank", skip_all, fields(%campaign))]
async fn some_blank(
    connection: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
    field: &str,
) -> Result<Vec<String>, StoreError> {
    let names = sqlx::query_scalar!(
        r#"select coalesce(nullif(btrim(co.first_name), ''), nullif(btrim(co.last_name), ''), co.cell) as "name!"
             from ((select unnest(kept.some_blank) as id
                      from contact_field kept
                     where kept.organization_id = $1 and kept.campaign_id = $2
                       and kept.is_custom = ($3 <> all($4::text[])) and kept.field = $3 and kept.some_blank <> '{}'
                     order by kept.id desc
                     limit 100)
                   union
                   select first.id
                     from (select i.id
                             from contact_import i
                            where i.organization_id = $1 and i.campaign_id = $2
                            order by i.id desc
                            limit 20) file
                    cross join lateral (select co.id
                                          from contact co
                                         where co.organization_id = $1 and co.import_id = file.id
                                         order by co.id
                                         limit 100) first
                   union
                   (select co.id
                      from contact co
                     where co.organization_id = $1 and co.campaign_id = $2
                     order by co.id
                     limit 100)) candidate
             join contact co on co.organization_id = $1 and co.id = candidate.id
            where co.campaign_id = $2
              and btrim(case $3
                          when 'firstName' then co.first_name
                          when 'lastName' then co.last_name
                          else coalesce(co.custom_fields ->> $3, '')
                        end) = ''
            order by co.id
            limit 3"#,
        organization.0,
        campaign.0,
        field,
        &OWN_FIELDS.map(str::to_owned),
    )
    .fetch_all(connection)
    .await?;
    Ok(names)
}

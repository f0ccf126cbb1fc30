//! A script held against the contacts of its campaign: what they do not have, and what is blank.

use crate::StoreError;
use crate::count::clamp;
use app::domain::{
    CampaignId, MAX_COUNTED, OrganizationId, SCRIPT_FIELDS, named_fields, unknown_fields,
};
use app::ports::BlankField;
use sqlx::PgConnection;

/// The marks of a script that name a field which no contact of the campaign has. The first contact that has it answers:
/// only a field that nobody has is looked for in all of them, by `contact`'s index of campaign and cell.
#[tracing::instrument(name = "db.campaign.unknown_fields", skip_all, fields(%campaign))]
pub(super) async fn unknown_marks(
    connection: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
    script: &str,
) -> Result<Vec<String>, StoreError> {
    let mut names: Vec<String> = named_fields(script)
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !SCRIPT_FIELDS.contains(&name.as_str()))
        .collect();
    if !names.is_empty() {
        names = sqlx::query_scalar!(
            r#"select field as "field!" from unnest($3::text[]) field
              where exists (select from contact co
                             where co.organization_id = $1 and co.campaign_id = $2 and co.custom_fields ? field)"#,
            organization.0,
            campaign.0,
            &names,
        )
        .fetch_all(connection)
        .await?;
    }
    names.extend(SCRIPT_FIELDS.map(str::to_owned));
    Ok(unknown_fields(script, &names))
}

/// The fields of the contact that a script names without a default and that are blank for somebody, with how many and
/// some of them; but for the `unknown` marks, whose field nobody has. Of each field at most one more than [`MAX_COUNTED`] are looked for.
#[tracing::instrument(name = "db.campaign.blank_fields", skip_all, fields(%campaign))]
pub(super) async fn blank_fields(
    connection: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
    script: &str,
    unknown: &[String],
) -> Result<Vec<BlankField>, StoreError> {
    let unknown: Vec<(String, bool)> = unknown.iter().flat_map(|mark| named_fields(mark)).collect();
    let names: Vec<String> = named_fields(script)
        .into_iter()
        .filter(|(name, _)| !unknown.iter().any(|(field, _)| field == name))
        .filter(|(_, has_default)| !has_default)
        .map(|(name, _)| name)
        // The texter's names, and the cell, which every contact has.
        .filter(|name| {
            ["firstName", "lastName"].contains(&name.as_str())
                || !SCRIPT_FIELDS.contains(&name.as_str())
        })
        .collect();
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select f.name as "name!", blank.contacts as "contacts!", blank.some_of_them as "some_of_them!"
           from unnest($3::text[]) with ordinality f (name, position)
           cross join lateral (
               select count(*) as contacts, (array_agg(found.called))[1:3] as some_of_them
                 from (select coalesce(nullif(btrim(co.first_name), ''), nullif(btrim(co.last_name), ''), co.cell) as called
                         from contact co
                        where co.organization_id = $1 and co.campaign_id = $2
                          and btrim(case f.name
                                      when 'firstName' then co.first_name
                                      when 'lastName' then co.last_name
                                      else coalesce(co.custom_fields ->> f.name, '')
                                    end) = ''
                        limit $4) found) blank
          where blank.contacts > 0
          order by f.position"#,
        organization.0,
        campaign.0,
        &names,
        i64::from(MAX_COUNTED) + 1,
    )
    .fetch_all(connection)
    .await?;
    let blank = rows.into_iter().map(|row| BlankField {
        field: row.name,
        contacts: clamp(row.contacts),
        some_of_them: row.some_of_them,
    });
    Ok(blank.collect())
}

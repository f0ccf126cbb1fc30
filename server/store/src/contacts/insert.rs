//! The statements that add staged contacts to a campaign.

use crate::clock::Clock;
use crate::count::clamp;
use crate::{StoreError, opt_outs};
use app::domain::{CampaignId, ImportId, OrganizationId, ZoneCounts};
use serde::Deserialize;
use sqlx::PgConnection;
use sqlx::types::Json;

/// The maximum number of duplicates that are listed.
const MAX_LISTED: i64 = 1_000;

/// What came of staged contacts. Each is in exactly one of the three counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Contacts that are on the campaign now and were not before, and can be texted.
    pub contacts: u32,
    /// Contacts that are on it now and have opted out.
    pub opted_out: u32,
    /// Those that were on it before, or were staged earlier.
    pub duplicates: u32,
    /// The duplicates by line, the first thousand of them.
    pub listed: Vec<Duplicate>,
    /// Where the zones of the contacts that are on it now were found.
    pub zones: ZoneCounts,
}

/// A staged contact that was not added.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Duplicate {
    /// The line on which its row begins.
    pub line: u64,
    /// Its cell as it stood there.
    pub written: String,
    /// The line that was taken instead; `None` if the cell was on the campaign before.
    pub taken: Option<u64>,
}

impl Added {
    /// Counts contacts whose opt-out was seen after they had been added, or was lifted meanwhile.
    pub(super) fn correct(&mut self, late: LateOptOuts) {
        let recorded = clamp(late.recorded).min(self.contacts);
        let lifted = clamp(late.lifted).min(self.opted_out);
        self.contacts = self.contacts - recorded + lifted;
        self.opted_out = self.opted_out - lifted + recorded;
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    staged: i64,
    contacts: i64,
    opted_out: i64,
    by_column: i64,
    by_zip: i64,
    by_area_code: i64,
    listed: Json<Vec<Duplicate>>,
}

/// Adds who is not on the campaign yet, each with a conversation. Not checked when it is compiled: only this session
/// knows its temporary table.
#[tracing::instrument(name = "db.contact.insert", skip_all, fields(%campaign))]
pub(super) async fn insert(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    campaign: CampaignId,
    import: ImportId,
) -> Result<Added, StoreError> {
    let row: Row = sqlx::query_as(
        "with first_of_each as materialized (
             -- A cell that is in the file twice is taken from its first row.
             select distinct on (cell) line, first_name, last_name, cell, custom_fields, zone, zone_source, external_id
               from incoming_contact
              order by cell, line
         ), added as (
             -- In the file's order, so that ids and pages follow it.
             insert into contact
                    (organization_id, campaign_id, first_name, last_name, cell, custom_fields, external_id, import_id,
                     created_at)
             select $1, $2, first_name, last_name, cell, custom_fields, external_id, $5,
                    coalesce($3, statement_timestamp())
               from first_of_each
              order by line
             on conflict (organization_id, campaign_id, cell) do nothing
             returning id, cell
         ), opened as (
             insert into conversation (organization_id, id, campaign_id, status, opted_out, time_zone_id)
             select $1, added.id, $2, 'needs_message', gone.cell is not null, time_zone.id
               from added
               join first_of_each using (cell)
               left join time_zone on time_zone.name = first_of_each.zone
               left join opt_out gone on gone.organization_id = $1 and gone.cell = added.cell
             returning opted_out
         ), sources as (
             select count(*) filter (where zone_source = 'column') as by_column,
                    count(*) filter (where zone_source = 'zip') as by_zip,
                    count(*) filter (where zone_source = 'area_code') as by_area_code
               from added join first_of_each using (cell)
         ), listed as (
             select incoming.line, incoming.written, case when added.cell is not null then first.line end as taken
               from incoming_contact incoming
               join first_of_each first using (cell)
               left join added using (cell)
              where incoming.line > first.line or added.cell is null
              order by incoming.line
              limit $4
         )
         select (select count(*) from incoming_contact) as staged,
                count(*) filter (where not opted_out) as contacts,
                count(*) filter (where opted_out) as opted_out,
                (select by_column from sources), (select by_zip from sources), (select by_area_code from sources),
                (select coalesce(json_agg(listed order by line), '[]') from listed) as listed
           from opened",
    )
    .bind(organization.0)
    .bind(campaign.0)
    .bind(clock.pinned())
    .bind(MAX_LISTED)
    .bind(import.0)
    .fetch_one(tx)
    .await?;
    let added = row.contacts + row.opted_out;
    Ok(Added {
        contacts: clamp(row.contacts),
        opted_out: clamp(row.opted_out),
        duplicates: clamp(row.staged - added),
        listed: row.listed.0,
        zones: ZoneCounts {
            column: clamp(row.by_column),
            zip: clamp(row.by_zip),
            area_code: clamp(row.by_area_code),
            campaign: clamp(added - row.by_column - row.by_zip - row.by_area_code),
        },
    })
}

/// Contacts whose opt-out changed while they were being added.
#[derive(Debug, Clone, Copy)]
pub(super) struct LateOptOuts {
    /// It was recorded.
    recorded: i64,
    /// It was lifted.
    lifted: i64,
}

/// Flags those who opted out while their contact was being added, and no longer those whose opt-out was lifted. The lock
/// waits for those who have written or lifted an opt-out and not changed what they see, and keeps others from beginning
/// until the commit, so each is seen on one side or the other. They wait for nobody but the contacts of this import: those
/// that were there before are flagged as everybody's are. By `contact_by_import`.
#[tracing::instrument(name = "db.contact.flag_opt_outs", skip_all, fields(%import))]
pub(super) async fn flag_late_opt_outs(
    tx: &mut PgConnection,
    organization: OrganizationId,
    import: ImportId,
) -> Result<LateOptOuts, StoreError> {
    opt_outs::exclude(&mut *tx, organization).await?;
    let flagged = sqlx::query!(
        "update conversation cv
            set opted_out = true
           from contact co
           join opt_out gone on gone.organization_id = co.organization_id and gone.cell = co.cell
          where co.organization_id = $1 and co.import_id = $2
            and cv.organization_id = co.organization_id and cv.id = co.id and not cv.opted_out",
        organization.0,
        import.0,
    )
    .execute(&mut *tx)
    .await?;
    // Whoever is flagged has an opt-out, but for those who were added while it was lifted.
    let unflagged = sqlx::query!(
        "update conversation cv
            set opted_out = false
           from contact co
          where co.organization_id = $1 and co.import_id = $2
            and cv.organization_id = co.organization_id and cv.id = co.id and cv.opted_out
            and not exists (select from opt_out gone
                             where gone.organization_id = co.organization_id and gone.cell = co.cell)",
        organization.0,
        import.0,
    )
    .execute(tx)
    .await?;
    let count = |rows: u64| i64::try_from(rows).unwrap_or(i64::MAX);
    Ok(LateOptOuts {
        recorded: count(flagged.rows_affected()),
        lifted: count(unflagged.rows_affected()),
    })
}

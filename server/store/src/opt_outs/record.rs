use super::goodbye::give_up_goodbyes;
use super::lock;
use super::source::Source;
use crate::StoreError;
use crate::clock::Clock;
use app::domain::{CampaignId, FailureCode, MemberId, OrganizationId, PhoneNumber};
use sqlx::PgConnection;

/// Whose counts and lists an opt-out changed; what the caller passes to its `notify::changed`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Affected {
    /// Whether the cell was not opted out before.
    pub is_new: bool,
    /// Campaigns with a conversation that was flagged.
    pub campaigns: Vec<CampaignId>,
    /// Members who hold one, and of what nobody holds, who lost it last.
    pub members: Vec<MemberId>,
}

/// Opts a cell out of everything in the organization: a row in `opt_out`, and every conversation with
/// that cell flagged and closed, whatever its campaign. An earlier opt-out stays as it was recorded; if the
/// contact says so themselves now, that is kept with it.
///
/// The caller's transaction decides whether it happens, and notifies others of what is affected. It locks the
/// conversations in the order of their ids, so two of these never wait for each other; call it before locking one of
/// them by yourself.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out.record", skip_all)]
pub async fn record(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    cell: &PhoneNumber,
    source: Source,
) -> Result<Affected, StoreError> {
    let cells = [cell.as_str().to_owned()];
    let recorded = record_all(tx, clock, organization, &cells, source).await?;
    if matches!(source, Source::Contact | Source::Carrier) {
        by_themselves(tx, organization, cell).await?;
    }
    Ok(Affected {
        is_new: !recorded.new.is_empty(),
        campaigns: recorded.campaigns,
        members: recorded.members,
    })
}

/// What holds where the contact said so themselves, or their carrier says that they did.
#[tracing::instrument(name = "db.opt_out.by_themselves", skip_all)]
async fn by_themselves(
    tx: &mut PgConnection,
    organization: OrganizationId,
    cell: &PhoneNumber,
) -> Result<(), sqlx::Error> {
    // After their own stop word nothing goes out, not even a goodbye that waits.
    let reason = (
        FailureCode::OPTED_OUT_BEFORE,
        "The contact opted out before it was sent.",
    );
    give_up_goodbyes(tx, organization, cell, reason).await?;
    Ok(())
}

/// If somebody else recorded them first, they are the contacts' own now too, who can lift them, and the undo of a bulk
/// action no more.
#[tracing::instrument(name = "db.opt_out.make_their_own", skip_all)]
async fn make_their_own(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    cells: &[String],
) -> Result<(), sqlx::Error> {
    // Without an origin and a member a release that kept no origin recorded a stop word.
    sqlx::query!(
        "update opt_out
            set bulk_action_id = null, stopped_at = coalesce($3, statement_timestamp())
          where organization_id = $1 and cell = any ($2) and stopped_at is null
            and coalesce(origin not in ('stop_word', 'carrier'), recorded_by is not null)",
        organization.0,
        cells,
        clock.pinned(),
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What came of cells that were recorded together.
#[derive(Debug, Default)]
pub(crate) struct Recorded {
    /// Those of them that were not opted out before.
    pub new: Vec<String>,
    /// As in [`Affected`].
    pub campaigns: Vec<CampaignId>,
    /// As in [`Affected`].
    pub members: Vec<MemberId>,
    /// The conversations that were flagged, as they were before.
    pub closed: Vec<Closed>,
}

/// A conversation that an opt-out closed, as it was before.
#[derive(Debug)]
pub(crate) struct Closed {
    pub id: i64,
    pub cell: String,
    pub status: String,
    pub holder: Option<i64>,
    pub epoch: i32,
}

/// [`record`] for as many cells as one transaction should hold up others for.
#[tracing::instrument(name = "db.opt_out.record_all", skip_all, fields(cells = cells.len()))]
pub(crate) async fn record_all(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    cells: &[String],
    source: Source,
) -> Result<Recorded, StoreError> {
    lock::share(tx, organization).await?;
    let (origin, member, campaign) = source.parts();
    // In the order of the cells, so that two of these wait for each other in one direction.
    let new = sqlx::query_scalar!(
        "insert into opt_out (organization_id, cell, recorded_by, created_at, origin, campaign_id, bulk_action_id)
         select $1, given.cell, $3, coalesce($4, statement_timestamp()), $5, $6, $7
           from unnest($2::text[]) given (cell)
          order by given.cell
         on conflict (organization_id, cell) do nothing
         returning cell",
        organization.0,
        cells,
        member,
        clock.pinned(),
        origin.as_str(),
        campaign,
        source.bulk_action(),
    )
    .fetch_all(&mut *tx)
    .await?;
    // Before their conversations are locked: whoever lifts an opt-out has its row first.
    if matches!(source, Source::Contact | Source::Carrier) {
        make_their_own(tx, clock, organization, cells).await?;
    }

    // Which conversations there are is read under locks, but for those of a draft whose contacts are being replaced: they
    // are on their way out, and whoever replaces them waits for opt-outs in the end. Those that are flagged and closed
    // already are not written again. The wait that an earlier close kept is over, if the conversation is open by now. A stop
    // word is recorded before its text is received, so that this holds for what it closes too.
    let changed = sqlx::query!(
        r#"with theirs as materialized (
             select v.organization_id, v.id, v.status, c.cell
             from unnest($2::text[]) given (cell)
             join contact c on c.organization_id = $1 and c.cell = given.cell
             join conversation v on v.organization_id = c.organization_id and v.id = c.id
             where contacts_stay(c.organization_id, c.campaign_id)
             order by v.id
             for update of v
         )
         update conversation v
         set opted_out = true, status = 'closed',
             closed_wait = case when v.status = 'closed' then v.closed_wait end
         from theirs t
         where v.organization_id = t.organization_id and v.id = t.id
           and (not v.opted_out or v.status <> 'closed')
         returning v.id, v.campaign_id, v.assigned_to, v.lease_epoch, t.cell as "cell!", t.status::text as "status!",
                   coalesce(v.assigned_to, v.released_from) as reader"#,
        organization.0,
        cells,
    )
    .fetch_all(&mut *tx)
    .await?;
    let readers = changed.iter().filter_map(|row| row.reader);
    Ok(Recorded {
        new,
        campaigns: changed
            .iter()
            .map(|row| CampaignId(row.campaign_id))
            .collect(),
        members: readers.map(MemberId).collect(),
        closed: changed
            .into_iter()
            .map(|row| Closed {
                id: row.id,
                cell: row.cell,
                status: row.status,
                holder: row.assigned_to,
                epoch: row.lease_epoch,
            })
            .collect(),
    })
}

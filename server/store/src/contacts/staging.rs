use super::new_contact::NewContact;
use crate::audit::{self, Change};
use crate::clock::Clock;
use crate::count::clamp;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, OrganizationId};
use sqlx::{Connection, PgConnection};

/// How much is sent to the database at once, in bytes: some thousands of contacts.
const CHUNK: usize = 256 * 1024;

/// Contacts on their way in, in a temporary table on a connection of their own.
///
/// A file may take minutes to arrive. No transaction is open meanwhile, which would hold up vacuum for
/// everybody; and the connection is taken out of the pool, so that a slow sender keeps nobody waiting
/// for one, and that the table goes with it, however this ends.
pub struct Staging {
    connection: PgConnection,
    clock: Clock,
    chunk: Vec<u8>,
    rows: u64,
}

/// What came of staged contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// Contacts that are on the campaign now and were not before.
    pub contacts: u32,
    /// Those that were on it before, or were staged earlier.
    pub duplicates: u32,
    /// Added contacts who have opted out.
    pub opted_out: u32,
}

impl Staging {
    /// Nothing is staged yet.
    ///
    /// # Errors
    /// The database.
    #[tracing::instrument(name = "db.contact.open_staging", skip_all)]
    pub async fn open(store: &Store) -> Result<Self, StoreError> {
        let mut connection = store.pool.acquire().await?.detach();
        // A file of half a million rows is added by one statement, and waits for others who add.
        sqlx::query(
            "select set_config('statement_timeout', '15min', false), set_config('lock_timeout', '1min', false)",
        )
            .execute(&mut connection)
            .await?;
        sqlx::query(
            "create temporary table incoming_contact (
                 number bigint, first_name text, last_name text, cell text, custom_fields jsonb)",
        )
        .execute(&mut connection)
        .await?;
        Ok(Self {
            connection,
            clock: store.clock.clone(),
            chunk: Vec::with_capacity(2 * CHUNK),
            rows: 0,
        })
    }

    /// Stages one more.
    ///
    /// # Errors
    /// The database.
    pub async fn push(&mut self, contact: &NewContact) -> Result<(), StoreError> {
        self.rows += 1;
        contact.write_line(self.rows, &mut self.chunk);
        if self.chunk.len() >= CHUNK {
            self.flush().await
        } else {
            Ok(())
        }
    }

    /// Adds what is staged to a campaign, all of it or, after an error, nothing; `None` if the campaign
    /// cannot be added to any more.
    ///
    /// # Errors
    /// The database.
    #[tracing::instrument(name = "db.contact.add_staged", skip_all)]
    pub async fn add_to(
        mut self,
        actor: AuditActor,
        campaign: CampaignId,
    ) -> Result<Option<Added>, StoreError> {
        self.flush().await?;
        let added = self.add(actor, campaign).await?;
        // What is in is in; a connection that does not close politely is closed by the drop.
        let _ = self.connection.close().await;
        Ok(added)
    }

    #[tracing::instrument(name = "db.contact.flush", skip_all)]
    async fn flush(&mut self) -> Result<(), StoreError> {
        let mut copy = self
            .connection
            .copy_in_raw("copy incoming_contact (number, first_name, last_name, cell, custom_fields) from stdin")
            .await?;
        copy.send(self.chunk.as_slice()).await?;
        copy.finish().await?;
        self.chunk.clear();
        Ok(())
    }

    #[tracing::instrument(name = "db.contact.add_batch", skip_all, fields(%campaign))]
    async fn add(
        &mut self,
        actor: AuditActor,
        campaign: CampaignId,
    ) -> Result<Option<Added>, StoreError> {
        let organization = actor.organization;
        let mut tx = self.connection.begin().await?;
        // Locked until the end: nobody archives it, and a second import into it comes after this one,
        // instead of both waiting for each other's cells.
        let open = sqlx::query!(
            "select from campaign
              where organization_id = $1 and id = $2 and archived_at is null
                for no key update",
            organization.0,
            campaign.0,
        )
        .fetch_optional(&mut *tx)
        .await?;
        if open.is_none() {
            return Ok(None);
        }
        let inserted = insert(&mut tx, &self.clock, organization, campaign).await?;
        let flagged = flag_late_opt_outs(&mut tx, organization, campaign).await?;
        let contacts = clamp(inserted.contacts).to_string();
        let change = Change::new(
            AuditAction::ContactsImported,
            AuditSubject::Campaign(campaign),
        );
        audit::record(&mut tx, &self.clock, actor, change.detail(&contacts)).await?;
        notify::campaigns_changed(&mut *tx, organization, &[campaign]).await?;
        tx.commit().await?;
        let rows = i64::try_from(self.rows).unwrap_or(i64::MAX);
        Ok(Some(Added {
            contacts: clamp(inserted.contacts),
            duplicates: clamp(rows - inserted.contacts),
            opted_out: clamp(inserted.opted_out + flagged),
        }))
    }
}

/// How many contacts were inserted, and how many of them have opted out.
#[derive(sqlx::FromRow)]
struct Inserted {
    contacts: i64,
    opted_out: i64,
}

/// Adds who is not on the campaign yet, each with a conversation. Not checked when it is compiled: only this session
/// knows its temporary table.
#[tracing::instrument(name = "db.contact.insert", skip_all, fields(%campaign))]
async fn insert(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Inserted, StoreError> {
    Ok(sqlx::query_as(
        "with first_of_each as (
             -- A cell that is in the file twice is taken from its first row.
             select distinct on (cell) number, first_name, last_name, cell, custom_fields
               from incoming_contact
              order by cell, number
         ), added as (
             -- In the file's order, so that ids and pages follow it.
             insert into contact
                    (organization_id, campaign_id, first_name, last_name, cell, custom_fields, created_at)
             select $1, $2, first_name, last_name, cell, custom_fields, coalesce($3, statement_timestamp())
               from first_of_each
              order by number
             on conflict (organization_id, campaign_id, cell) do nothing
             returning id, cell
         ), opened as (
             insert into conversation (organization_id, id, campaign_id, status, opted_out)
             select $1, added.id, $2, 'needs_message', gone.cell is not null
               from added
               left join opt_out gone on gone.organization_id = $1 and gone.cell = added.cell
             returning opted_out
         )
         select count(*) as contacts, count(*) filter (where opted_out) as opted_out from opened",
    )
    .bind(organization.0)
    .bind(campaign.0)
    .bind(clock.pinned())
    .fetch_one(tx)
    .await?)
}

/// Flags those who opted out while their contact was being added. Whoever records an opt-out writes
/// `opt_out` first and then flags the conversations that they see; ours are not seen before the commit.
/// The lock waits for those who are between the two, and keeps others from beginning until the commit,
/// so each opt-out is seen on one side or the other.
#[tracing::instrument(name = "db.contact.flag_opt_outs", skip_all, fields(%campaign))]
async fn flag_late_opt_outs(
    tx: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<i64, StoreError> {
    sqlx::query("lock table opt_out in share mode")
        .execute(&mut *tx)
        .await?;
    let flagged = sqlx::query!(
        "update conversation cv
            set opted_out = true
           from contact co
           join opt_out gone on gone.organization_id = co.organization_id and gone.cell = co.cell
          where co.organization_id = $1 and co.campaign_id = $2
            and cv.organization_id = co.organization_id and cv.id = co.id and not cv.opted_out",
        organization.0,
        campaign.0,
    )
    .execute(tx)
    .await?;
    Ok(i64::try_from(flagged.rows_affected()).unwrap_or(i64::MAX))
}

use super::addition::{AddOutcome, Addition};
use super::clear::clear;
use super::insert::{Added, flag_late_opt_outs, insert};
use super::lock::{self, Launched};
use super::new_contact::NewContact;
use super::report;
use crate::audit::{self, Change};
use crate::clock::Clock;
use crate::contact_uploads;
use crate::membership::still_admin;
use crate::{Store, StoreError, notify, time_zones};
use app::domain::{AuditAction, AuditActor, AuditSubject, ImportReport};
use sqlx::{Connection, PgConnection};
use std::collections::BTreeSet;

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
    zones: BTreeSet<String>,
    is_empty: bool,
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
                 line bigint, written text, first_name text, last_name text, cell text, custom_fields jsonb,
                 zone text, zone_source text, external_id text)",
        )
        .execute(&mut connection)
        .await?;
        Ok(Self {
            connection,
            clock: store.clock.clone(),
            chunk: Vec::with_capacity(2 * CHUNK),
            zones: BTreeSet::new(),
            is_empty: true,
        })
    }

    /// Stages one more, from the line on which its row begins, with its cell as it stood there. Lines only grow.
    ///
    /// # Errors
    /// The database.
    pub async fn push(
        &mut self,
        line: u64,
        written: &str,
        contact: &NewContact,
    ) -> Result<(), StoreError> {
        contact.write_line(line, written, &mut self.chunk);
        self.is_empty = false;
        if let Some(zone) = &contact.zone
            && !self.zones.contains(zone.name.as_ref())
        {
            self.zones.insert(zone.name.clone().into_owned());
        }
        if self.chunk.len() >= CHUNK {
            self.flush().await
        } else {
            Ok(())
        }
    }

    /// Adds what is staged to a campaign and keeps the report that `report` makes of it, all of it or, after an error or
    /// a refusal, nothing.
    ///
    /// # Errors
    /// Whoever imports is no admin any more; the database.
    #[tracing::instrument(name = "db.contact.add_staged", skip_all)]
    pub async fn add_to(
        mut self,
        actor: AuditActor,
        addition: &Addition,
        report: impl FnOnce(Added) -> ImportReport,
    ) -> Result<AddOutcome, StoreError> {
        self.flush().await?;
        let zones: Vec<String> = std::mem::take(&mut self.zones).into_iter().collect();
        time_zones::add_missing(&mut self.connection, &zones).await?;
        let outcome = self.add(actor, addition, report).await?;
        // What is in is in; a connection that does not close politely is closed by the drop.
        let _ = self.connection.close().await;
        Ok(outcome)
    }

    #[tracing::instrument(name = "db.contact.flush", skip_all)]
    async fn flush(&mut self) -> Result<(), StoreError> {
        let mut copy = self
            .connection
            .copy_in_raw("copy incoming_contact (line, written, first_name, last_name, cell, custom_fields, zone, zone_source, external_id) from stdin")
            .await?;
        copy.send(self.chunk.as_slice()).await?;
        copy.finish().await?;
        self.chunk.clear();
        Ok(())
    }

    #[tracing::instrument(name = "db.contact.add_batch", skip_all, fields(campaign = %addition.campaign))]
    async fn add(
        &mut self,
        actor: AuditActor,
        addition: &Addition,
        report: impl FnOnce(Added) -> ImportReport,
    ) -> Result<AddOutcome, StoreError> {
        let (organization, campaign) = (actor.organization, addition.campaign);
        let mut tx = self.connection.begin().await?;
        // Two imports would wait for each other's cells.
        lock::after_other_imports(&mut tx, campaign).await?;
        if addition.replace {
            lock::replace(&mut tx, campaign).await?;
            match lock::campaign(&mut tx, organization, campaign).await? {
                None => return Ok(AddOutcome::Archived),
                Some(Launched(true)) => return Ok(AddOutcome::Launched),
                // The list that is there is worth more than none.
                Some(_) if self.is_empty => return Ok(AddOutcome::NobodyToReplaceBy),
                Some(_) => {}
            }
            if !clear(&mut tx, &self.clock, actor, campaign).await? {
                return Ok(AddOutcome::TextedAlready);
            }
        }
        let import = report::new_import(&mut tx).await?;
        let mut added = insert(&mut tx, &self.clock, organization, campaign, import).await?;
        added.correct(flag_late_opt_outs(&mut tx, organization, import).await?);
        // A file may take long to arrive.
        still_admin(&mut tx, actor).await?;
        // Nobody waits for the campaign's row while contacts are added. Whoever archives it meanwhile is first; whoever
        // launches it holds the row, so that these come before all of that or after it.
        if lock::campaign(&mut tx, organization, campaign)
            .await?
            .is_none()
        {
            return Ok(AddOutcome::Archived);
        }
        let change = Change::new(
            AuditAction::ContactsImported,
            AuditSubject::Campaign(campaign),
        );
        let contacts = (added.contacts.saturating_add(added.opted_out)).to_string();
        audit::record(&mut tx, &self.clock, actor, change.detail(&contacts)).await?;
        let report = report(added);
        report::keep_report(&mut tx, &self.clock, actor, addition, import, &report).await?;
        notify::campaigns_changed(&mut *tx, organization, &[campaign]).await?;
        // Last, because it locks the row by which the import says that it lives.
        if let Some(claim) = addition.claim
            && !contact_uploads::consume(&mut tx, organization, claim).await?
        {
            return Ok(AddOutcome::UploadGone);
        }
        tx.commit().await?;
        Ok(AddOutcome::Added(import, report))
    }
}

//! The list of texts that belong to no conversation, and one of them.

use crate::media::of_unmatched;
use crate::{Store, StoreError, stored_word};
use app::domain::{MediaView, OrganizationId, PhoneNumber, UnmatchedId, UnmatchedText, Viewer};
use app::error::AppError;
use chrono::{DateTime, Utc};
use const_format::formatcp;
use server_message::{may_want_to_opt_out, without_attachment_lines};
use std::collections::HashMap;

/// Texts `i` of the organization `$1` that are in no thread, with a look at the key of `opt_out` for each.
const TEXTS: &str = "select i.service, i.service_sid, i.from_cell, i.to_number, i.body, i.received_at,
            i.done_at is not null as done,
            exists (select from opt_out o
                     where o.organization_id = i.organization_id and o.cell = i.from_cell) as opted_out
       from inbound i
      where i.organization_id = $1
        and i.message_id is null";

/// A page, the newest first, after the text of `$2` and `$3`, if there is one. `$4` how many.
const PAGE: &str = "and ($2::text is null
             or (i.received_at, i.service, i.service_sid) < (select received_at, service, service_sid
                                                               from inbound
                                                              where organization_id = $1
                                                                and service = $2
                                                                and service_sid = $3))
      order by i.received_at desc, i.service desc, i.service_sid desc
      limit $4";

/// Those that are to be looked at, by `inbound_to_do`. `$1` organization, and the parameters of [`PAGE`].
pub(crate) const TO_DO: &str = formatcp!("{TEXTS} and i.done_at is null {PAGE}");

/// All of them, by `inbound_unmatched`. The same parameters.
pub(crate) const EVERY: &str = formatcp!("{TEXTS} {PAGE}");

/// One of them. `$1` organization, `$2` the message service, `$3` its id there.
pub(crate) const ONE: &str = formatcp!("{TEXTS} and i.service = $2 and i.service_sid = $3");

#[derive(sqlx::FromRow)]
struct Row {
    service: String,
    service_sid: String,
    from_cell: String,
    to_number: String,
    body: String,
    received_at: DateTime<Utc>,
    done: bool,
    opted_out: bool,
}

impl Row {
    /// Whether a line of it stands for something that came along.
    fn may_have_media(&self) -> bool {
        self.body.ends_with(']')
    }

    fn read(self, media: Vec<MediaView>) -> Result<UnmatchedText, StoreError> {
        Ok(UnmatchedText {
            id: UnmatchedId {
                service: stored_word(&self.service)?,
                sid: self.service_sid,
            },
            number: self.from_cell.parse::<PhoneNumber>().ok(),
            may_want_to_opt_out: !self.opted_out && may_want_to_opt_out(&self.body),
            from: self.from_cell,
            to: self.to_number,
            body: without_attachment_lines(&self.body, media.len()).to_owned(),
            media,
            at: self.received_at,
            opted_out: self.opted_out,
            done: self.done,
        })
    }
}

/// Those that are to be looked at, or all of them, the newest first, after one of them.
#[tracing::instrument(name = "db.inbound.unmatched", skip_all)]
pub(super) async fn unmatched(
    store: &Store,
    viewer: &Viewer,
    with_done: bool,
    after: Option<&UnmatchedId>,
    limit: u32,
) -> Result<Vec<UnmatchedText>, StoreError> {
    let statement = if with_done { EVERY } else { TO_DO };
    let rows: Vec<Row> = sqlx::query_as(statement)
        .bind(viewer.organization.0)
        .bind(after.map(|after| after.service.as_str()))
        .bind(after.map(|after| after.sid.as_str()))
        .bind(i64::from(limit))
        .fetch_all(&store.pool)
        .await?;
    read(store, viewer.organization, rows).await
}

/// The texts of the rows, with what came along with each.
async fn read(
    store: &Store,
    organization: OrganizationId,
    rows: Vec<Row>,
) -> Result<Vec<UnmatchedText>, StoreError> {
    // Most came alone, and ask for nothing.
    let with_media = rows.iter().filter(|row| row.may_have_media());
    let (services, sids): (Vec<&str>, Vec<&str>) = with_media
        .map(|row| (row.service.as_str(), row.service_sid.as_str()))
        .unzip();
    let mut media = if sids.is_empty() {
        HashMap::new()
    } else {
        of_unmatched(store, organization, &services, &sids).await?
    };
    rows.into_iter()
        .map(|row| {
            let key = (row.service.clone(), row.service_sid.clone());
            row.read(media.remove(&key).unwrap_or_default())
        })
        .collect()
}

/// One of them, unless it was moved.
#[tracing::instrument(name = "db.inbound.unmatched_one", skip_all, fields(%id))]
pub(super) async fn one(
    store: &Store,
    viewer: &Viewer,
    id: &UnmatchedId,
) -> Result<UnmatchedText, StoreError> {
    let row: Option<Row> = sqlx::query_as(ONE)
        .bind(viewer.organization.0)
        .bind(id.service.as_str())
        .bind(id.sid.as_str())
        .fetch_optional(&store.pool)
        .await?;
    let row = row.ok_or(AppError::NotFound)?;
    let mut texts = read(store, viewer.organization, vec![row]).await?;
    Ok(texts.pop().ok_or(AppError::NotFound)?)
}

//! The conversations of one release, by keyset pages, read from the audit.

use crate::{Store, StoreError};
use app::domain::{
    ConversationId, OrganizationId, ReleaseId, ReleasedContact, ReleasedConversation, ReleasedKey,
    ReleasedPage,
};
use chrono::{DateTime, Utc};

struct Row {
    batch: i64,
    position: i64,
    at: DateTime<Utc>,
    id: i64,
    contact: Option<String>,
    cell: Option<String>,
    campaign: Option<String>,
    texter: Option<String>,
    holder: Option<String>,
}

impl Row {
    fn key(&self) -> ReleasedKey {
        ReleasedKey {
            batch: self.batch,
            position: self.position,
        }
    }

    fn read(self) -> ReleasedConversation {
        let names = self.contact.zip(self.cell).zip(self.campaign);
        ReleasedConversation {
            at: self.at,
            id: ConversationId(self.id),
            contact: names.map(|((name, cell), campaign)| ReleasedContact {
                name,
                cell,
                campaign,
            }),
            texter: self.texter,
            holder: self.holder,
        }
    }
}

/// So many at most after a key, in the order in which they were taken. Another organization's release has none.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.release.conversations", skip_all, fields(%release))]
pub async fn conversations(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
    after: Option<ReleasedKey>,
    limit: u16,
) -> Result<ReleasedPage, StoreError> {
    let limit = usize::from(limit);
    // The page is cut before anything is looked up for it: of each batch only what is needed is taken apart.
    let mut rows = sqlx::query_as!(
        Row,
        r#"select page.batch as "batch!", page.position as "position!", page.at as "at!", page.id as "id!",
                  btrim(concat_ws(' ', co.first_name, co.last_name)) as contact, co.cell as "cell?",
                  ca.title as "campaign?", texter.name as "texter?", holder.name as "holder?"
             from (select e.id as batch, moved.position, e.happened_at as at, moved.id,
                          case e.reason when 'given_back' then e.new_holder
                                        when 'changed' then null
                                        else moved.holder end as texter
                     from (select *
                             from assignment_event
                            where organization_id = $1 and release_id = $2 and id >= $3
                            order by id) e
                    cross join lateral unnest(e.conversation_ids, e.previous_holders)
                          with ordinality as moved (id, holder, position)
                    where (e.id, moved.position) > ($3, $4)
                    order by e.id, moved.position
                    limit $5) page
             left join contact co on co.organization_id = $1 and co.id = page.id
             left join campaign ca on ca.organization_id = $1 and ca.id = co.campaign_id
             left join conversation cv on cv.organization_id = $1 and cv.id = page.id
             left join member lost_by on lost_by.organization_id = $1 and lost_by.id = page.texter
             left join account texter on texter.id = lost_by.account_id
             left join member held_by on held_by.organization_id = $1 and held_by.id = cv.assigned_to
             left join account holder on holder.id = held_by.account_id
            order by page.batch, page.position"#,
        organization.0,
        release.0,
        after.map_or(0, |key| key.batch),
        after.map_or(0, |key| key.position),
        limit as i64 + 1,
    )
    .fetch_all(&store.pool)
    .await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(Row::key);
    Ok(ReleasedPage {
        rows: rows.into_iter().map(Row::read).collect(),
        next,
    })
}

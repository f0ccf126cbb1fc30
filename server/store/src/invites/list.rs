//! The list of links, by keyset pages, and one of them.

use super::undelivered::undelivered;
use crate::count::clamp;
use crate::{Store, StoreError, stored_word};
use app::domain::{Admin, InviteId, InviteState, Role};
use app::error::AppError;
use app::ports::{Invite, InvitesPage, Undelivered};
use chrono::{DateTime, Utc};

const PAGE: usize = 50;

struct Row {
    id: i64,
    token: String,
    role: String,
    level: Option<String>,
    uses: i32,
    max_uses: Option<i32>,
    expires_at: DateTime<Utc>,
    made_by: Option<String>,
    state: String,
    teams: Vec<String>,
}

/// The links of the organization, the latest first.
#[tracing::instrument(name = "db.invite.list", skip_all, fields(organization = %viewer.organization))]
pub(super) async fn list(
    store: &Store,
    viewer: &Admin,
    before: Option<InviteId>,
) -> Result<InvitesPage, StoreError> {
    // One more than a page tells whether there is another.
    let mut rows = rows(store, viewer, None, before, PAGE as i64 + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut failures = undelivered(store, viewer.organization, &ids).await?;
    Ok(InvitesPage {
        next: rows.last().filter(|_| more).map(|row| InviteId(row.id)),
        rows: rows
            .into_iter()
            .map(|row| {
                let failed = failures.remove(&row.id).unwrap_or_default();
                row.seen_by(viewer, failed)
            })
            .collect::<Result<_, _>>()?,
    })
}

/// One of them.
#[tracing::instrument(name = "db.invite.find", skip_all, fields(%invite))]
pub(super) async fn find(
    store: &Store,
    viewer: &Admin,
    invite: InviteId,
) -> Result<Invite, StoreError> {
    let rows = rows(store, viewer, Some(invite), None, 1).await?;
    let row = rows.into_iter().next().ok_or(AppError::NotFound)?;
    let mut failures = undelivered(store, viewer.organization, &[row.id]).await?;
    let failed = failures.remove(&row.id).unwrap_or_default();
    row.seen_by(viewer, failed)
}

#[tracing::instrument(name = "db.invite.rows", skip_all)]
async fn rows(
    store: &Store,
    viewer: &Admin,
    only: Option<InviteId>,
    before: Option<InviteId>,
    limit: i64,
) -> Result<Vec<Row>, StoreError> {
    let rows = sqlx::query_as!(
        Row,
        r#"select i.id, i.token, i.role::text as "role!", i.approval_level::text as level, i.uses, i.max_uses,
                i.expires_at, a.name as "made_by?",
                invite_state(i, coalesce($5, statement_timestamp())) as "state!",
                array(select t.title
                        from invite_team it
                        join team t on t.organization_id = it.organization_id and t.id = it.team_id
                       where it.organization_id = i.organization_id and it.invite_id = i.id
                       order by t.title) as "teams!"
           from invite i
           left join member m on m.organization_id = i.organization_id and m.id = i.created_by
           left join account a on a.id = m.account_id
          where i.organization_id = $1
            and ($2::bigint is null or i.id = $2)
            and ($3::bigint is null or i.id < $3)
          order by i.id desc
          limit $4"#,
        viewer.organization.0,
        only.map(|invite| invite.0),
        before.map(|invite| invite.0),
        limit,
        store.clock.pinned(),
    );
    Ok(rows.fetch_all(&store.pool).await?)
}

impl Row {
    fn seen_by(self, viewer: &Admin, failed: Vec<Undelivered>) -> Result<Invite, StoreError> {
        let (role, state): (Role, InviteState) =
            (stored_word(&self.role)?, stored_word(&self.state)?);
        let is_theirs = role <= viewer.role;
        let is_open = state == InviteState::Open;
        let token = (is_open && is_theirs)
            .then(|| stored_word(&self.token))
            .transpose()?;
        Ok(Invite {
            id: InviteId(self.id),
            role,
            teams: self.teams,
            level: self.level.as_deref().map(stored_word).transpose()?,
            uses: clamp(self.uses.into()),
            max_uses: self.max_uses.map(|uses| clamp(uses.into())),
            expires_at: self.expires_at,
            made_by: self.made_by,
            state,
            token,
            // Nobody could join by the others, whoever sends them.
            undelivered: if is_open { failed } else { Vec::new() },
            may_revoke: is_theirs && matches!(state, InviteState::Open | InviteState::MakerLost),
        })
    }
}

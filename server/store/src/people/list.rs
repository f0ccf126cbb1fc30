//! The list, by keyset pages.

use crate::count::clamp;
use crate::{Store, StoreError, stored_word};
use app::domain::{MemberId, OrganizationId, Role};
use app::ports::{PeoplePage, PersonRow};

const PAGE: usize = 50;

pub(super) struct Row {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub role: String,
    pub approval_level: String,
    pub teams: i64,
}

impl TryFrom<Row> for PersonRow {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            member: MemberId(row.id),
            name: row.name,
            email: row.email,
            role: stored_word(&row.role)?,
            level: stored_word(&row.approval_level)?,
            teams: clamp(row.teams),
        })
    }
}

/// One page, by name in the order of the Unicode root collation, whatever the database's own, of those whose name or e-mail address has `search` in it, of this role or any.
#[tracing::instrument(name = "db.people.list", skip_all, fields(%organization))]
pub(super) async fn list(
    store: &Store,
    organization: OrganizationId,
    search: &str,
    role: Option<Role>,
    after: Option<MemberId>,
) -> Result<PeoplePage, StoreError> {
    let default: String = sqlx::query_scalar!(
        r#"select default_approval_level::text as "level!" from organization where id = $1"#,
        organization.0,
    )
    .fetch_one(&store.pool)
    .await?;
    let mut rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select m.id, a.name, a.email, m.role::text as "role!", m.approval_level::text as "approval_level!",
                (select count(*) from team_member tm
                  where tm.organization_id = m.organization_id and tm.member_id = m.id) as "teams!"
           from member m
           join account a on a.id = m.account_id
          where m.organization_id = $1
            and ($2 = '' or position(fold_text($2) in fold_text(a.name || ' ' || a.email)) > 0)
            and ($5::text is null or m.role = $5::text::member_role)
            -- The key is a member's id alone; where they stand is looked up.
            and ($3::bigint is null
                 or (lower(a.name collate "und-x-icu"), m.id)
                    > (select lower(la.name collate "und-x-icu"), lm.id
                         from member lm join account la on la.id = lm.account_id
                        where lm.organization_id = $1 and lm.id = $3))
          order by lower(a.name collate "und-x-icu"), m.id
          limit $4"#,
        organization.0,
        search.trim(),
        after.map(|member| member.0),
        // One more than a page tells whether there is another.
        PAGE as i64 + 1,
        role.map(Role::as_str),
    )
    .fetch_all(&store.pool)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok(PeoplePage {
        next: rows.last().filter(|_| more).map(|row| MemberId(row.id)),
        default_level: stored_word(&default)?,
        rows: rows
            .into_iter()
            .map(PersonRow::try_from)
            .collect::<Result<_, _>>()?,
    })
}

//! The first row of a bulk action: what a reviewer means, before anything is counted.

use super::filter_json::FilterJson;
use crate::{Store, StoreError};
use app::domain::{
    BulkActionId, BulkChange, BulkChosen, ConversationId, MemberId, NamedFilter, OrganizationId,
    ReviewFilter, ReviewHolder, TagId, Viewer,
};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// So many conversations may be ticked: more than a page lists.
const MAX_CHOSEN: usize = 500;
/// So many members are offered.
const MAX_RECEIVERS: i64 = 1_000;

/// Writes the row. What others prepared and has been lying for a day is removed; what ran is in the history, with its
/// conversations, and needs its parts no more.
#[tracing::instrument(name = "db.bulk_action.prepare", skip_all, fields(change = change.as_str()))]
pub(super) async fn prepare(
    store: &Store,
    viewer: &Viewer,
    change: BulkChange,
    chosen: BulkChosen,
) -> Result<BulkActionId, StoreError> {
    let organization = viewer.organization;
    let mut transaction = store.begin().await?;
    forget_old(store, &mut transaction, organization).await?;
    let name = name_of(&mut transaction, organization, change).await?;
    let (filter, ids) = match chosen {
        BulkChosen::These(ids) => (None, Some(ticked(ids)?)),
        BulkChosen::Matching(filter) => {
            let named = named(&mut transaction, organization, filter).await?;
            (Some(FilterJson::from(&named)), None)
        }
    };
    let filter = filter.map(serde_json::to_value).transpose();
    let filter = filter.map_err(|error| StoreError::Corrupt(error.to_string()))?;
    let id = sqlx::query_scalar!(
        "insert into bulk_action
                (organization_id, maker_id, change, member_id, tag_id, name, filter, chosen, created_at,
                 count_heartbeat_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, statement_timestamp()), statement_timestamp())
         returning id",
        organization.0,
        viewer.member.0,
        change.as_str(),
        change.member().map(|member| member.0),
        change.tag().map(|tag| tag.0),
        name,
        filter,
        ids.as_deref(),
        store.clock.pinned(),
    )
    .fetch_one(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(BulkActionId(id))
}

/// The conversations that were ticked, each once.
fn ticked(ids: Vec<ConversationId>) -> Result<Vec<i64>, StoreError> {
    let mut ids: Vec<i64> = ids.into_iter().map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() || ids.len() > MAX_CHOSEN {
        let sentence = page::bulk_choose_conversations();
        return Err(AppError::Invalid(sentence.into()).into());
    }
    Ok(ids)
}

/// Removes what was prepared more than a day ago and never carried out, and the parts of what was.
#[tracing::instrument(name = "db.bulk_action.forget_old", skip_all)]
async fn forget_old(
    store: &Store,
    connection: &mut PgConnection,
    organization: OrganizationId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "with old as (
             select b.id,
                    exists (select from release r
                             where r.organization_id = b.organization_id and r.bulk_action_id = b.id) as ran
               from bulk_action b
              where b.organization_id = $1
                and b.created_at < coalesce($2, statement_timestamp()) - interval '1 day'
                and (b.parts > 0 or b.started_at is null)
                and not exists (select from release r
                                 where r.organization_id = b.organization_id and r.bulk_action_id = b.id
                                   and r.state = 'running')
              order by b.id
              limit 20
                for update skip locked
         ), parts_gone as (
             delete from bulk_part p
              using old
              where p.organization_id = $1 and p.bulk_action_id = old.id and old.ran
         ), emptied as (
             update bulk_action b
                set parts = 0
               from old
              where b.organization_id = $1 and b.id = old.id and old.ran
         )
         delete from bulk_action b
          using old
          where b.organization_id = $1 and b.id = old.id and not old.ran",
        organization.0,
        store.clock.pinned(),
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The name of the member who is to get them, or the title of the tag; empty if there is neither. Refused with a sentence,
/// if the member may not text or the tag is gone.
#[tracing::instrument(name = "db.bulk_action.name", skip_all)]
pub(super) async fn name_of(
    connection: &mut PgConnection,
    organization: OrganizationId,
    change: BulkChange,
) -> Result<String, StoreError> {
    let refused = |sentence: &str| StoreError::from(AppError::Invalid(sentence.to_owned()));
    if let Some(member) = change.member() {
        let name = sqlx::query_scalar!(
            "select a.name from member m join account a on a.id = m.account_id
              where m.organization_id = $1 and m.id = $2 and m.role <> 'suspended'",
            organization.0,
            member.0,
        )
        .fetch_optional(connection)
        .await?;
        return name.ok_or_else(|| refused(page::bulk_member_cannot_text()));
    }
    match change.tag() {
        Some(tag) => {
            let title = tag_title(connection, organization, tag).await?;
            title.ok_or_else(|| refused(page::tag_no_longer_exists()))
        }
        None => Ok(String::new()),
    }
}

#[tracing::instrument(name = "db.bulk_action.tag_title", skip_all)]
async fn tag_title(
    connection: &mut PgConnection,
    organization: OrganizationId,
    tag: TagId,
) -> Result<Option<String>, StoreError> {
    Ok(sqlx::query_scalar!(
        "select title from tag where organization_id = $1 and id = $2",
        organization.0,
        tag.0,
    )
    .fetch_optional(connection)
    .await?)
}

/// The filter with the names of what it names: the history shows it in words, whatever is renamed later.
#[tracing::instrument(name = "db.bulk_action.named_filter", skip_all)]
async fn named(
    connection: &mut PgConnection,
    organization: OrganizationId,
    filter: ReviewFilter,
) -> Result<NamedFilter, StoreError> {
    let member = match filter.holder {
        Some(ReviewHolder::Member(member)) => Some(member.0),
        _ => None,
    };
    let names = sqlx::query!(
        r#"select (select title from campaign where organization_id = $1 and id = $2) as "campaign?",
                  (select a.name from member m join account a on a.id = m.account_id
                    where m.organization_id = $1 and m.id = $3) as "member?",
                  (select title from tag where organization_id = $1 and id = $4) as "tag?""#,
        organization.0,
        filter.campaign.map(|campaign| campaign.0),
        member,
        filter.tag.map(|tag| tag.0),
    )
    .fetch_one(connection)
    .await?;
    Ok(NamedFilter {
        filter,
        campaign: names.campaign,
        member: names.member,
        tag: names.tag,
    })
}

/// The members who may text, by name.
#[tracing::instrument(name = "db.bulk_action.receivers", skip_all)]
pub(super) async fn receivers(
    store: &Store,
    organization: OrganizationId,
) -> Result<Vec<(MemberId, String)>, StoreError> {
    let members = sqlx::query!(
        r#"select m.id, a.name
           from member m
           join account a on a.id = m.account_id
          where m.organization_id = $1 and m.role <> 'suspended'
          order by lower(a.name collate "und-x-icu"), m.id
          limit $2"#,
        organization.0,
        MAX_RECEIVERS,
    )
    .fetch_all(&store.pool)
    .await?;
    let members = members.into_iter();
    Ok(members.map(|row| (MemberId(row.id), row.name)).collect())
}

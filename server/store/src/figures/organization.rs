//! Where an organization stands now, and what it did over the last days.

use super::hours::local_hour;
use crate::campaigns::counts;
use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{
    ActiveTexter, Age, CampaignId, MemberId, OrganizationFigures, OrganizationId, Timeline,
};

/// Counts it.
#[tracing::instrument(name = "db.figures.organization", skip_all, fields(%organization))]
pub(super) async fn figures(
    store: &Store,
    organization: OrganizationId,
) -> Result<OrganizationFigures, StoreError> {
    let zone = zone(store, organization).await?;
    let (active, texters) = active(store, organization).await?;
    let (waiting, oldest_wait) = waiting(store, organization).await?;
    let answers_last_hour = answers_last_hour(store, organization).await?;
    Ok(OrganizationFigures {
        timeline: timeline(store, organization, &zone).await?,
        zone,
        active,
        texters,
        waiting,
        oldest_wait,
        answers_last_hour,
    })
}

/// The zone by whose clock days are counted: the organization's, else that of its newest campaign that was launched (a draft
/// moves no days), else UTC.
#[tracing::instrument(name = "db.figures.zone", skip_all)]
pub(super) async fn zone(
    store: &Store,
    organization: OrganizationId,
) -> Result<String, StoreError> {
    Ok(sqlx::query_scalar!(
        r#"select coalesce(
                  (select z.name from organization o join time_zone z on z.id = o.time_zone_id where o.id = $1),
                  (select z.name from campaign ca join time_zone z on z.id = ca.time_zone_id
                    where ca.organization_id = $1 and ca.started_at is not null order by ca.id desc limit 1),
                  'UTC') as "zone!""#,
        organization.0,
    )
    .fetch_one(&store.pool)
    .await?)
}

/// How many texters are active, and those who sent most. Of each member the last hour of `message_by_member` is read.
#[tracing::instrument(name = "db.figures.active_texters", skip_all)]
async fn active(
    store: &Store,
    organization: OrganizationId,
) -> Result<(u32, Vec<ActiveTexter>), StoreError> {
    let rows = sqlx::query!(
        r#"select found.id as "id!", a.name, found.texts as "texts!", found.active as "active!", held.replies as "replies!"
             from (select me.id, me.account_id, recent.texts, count(*) over () as active
                     from member me
                    cross join lateral (
                          select count(*) as texts, max(m.created_at) as last
                            from message m
                           where m.organization_id = me.organization_id and m.sent_by = me.id
                             and m.created_at >= coalesce($2, statement_timestamp()) - interval '1 hour') recent
                    where me.organization_id = $1
                      and recent.last >= coalesce($2, statement_timestamp()) - make_interval(mins => $3)
                    order by recent.texts desc, me.id
                    limit $4) found
             join account a on a.id = found.account_id
            cross join lateral (
                  select count(*) as replies
                    from conversation cv
                    join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
                   where cv.organization_id = $1 and cv.assigned_to = found.id
                     and cv.status = 'needs_response' and not cv.opted_out
                     and ca.started_at is not null and ca.archived_at is null) held
            order by found.texts desc, found.id"#,
        organization.0,
        store.clock.pinned(),
        OrganizationFigures::ACTIVE_MINUTES,
        OrganizationFigures::MOST_ACTIVE,
    )
    .fetch_all(&store.pool)
    .await?;
    let active = rows.first().map_or(0, |row| clamp(row.active));
    let texters = rows.into_iter().map(|row| ActiveTexter {
        member: MemberId(row.id),
        name: row.name,
        texts: clamp(row.texts),
        replies: clamp(row.replies),
    });
    Ok((active, texters.collect()))
}

/// How many people wait on all campaigns, and how long the first of them has: the sum of what the campaigns page shows.
#[tracing::instrument(name = "db.figures.waiting", skip_all)]
async fn waiting(
    store: &Store,
    organization: OrganizationId,
) -> Result<(u32, Option<Age>), StoreError> {
    let campaigns = sqlx::query_scalar!(
        "select id from campaign
          where organization_id = $1 and started_at is not null and archived_at is null",
        organization.0,
    )
    .fetch_all(&store.pool)
    .await?;
    let campaigns: Vec<_> = campaigns.into_iter().map(CampaignId).collect();
    let counts = counts(store, organization, &campaigns).await?;
    let waiting = counts.iter().fold(0_u32, |sum, counts| {
        sum.saturating_add(counts.unhandled)
            .saturating_add(counts.in_pool)
    });
    let oldest = counts.iter().filter_map(|counts| counts.oldest_wait).max();
    Ok((waiting, oldest))
}

/// Of each campaign the last hour of both halves of `answer_latest`.
#[tracing::instrument(name = "db.figures.answers_last_hour", skip_all)]
async fn answers_last_hour(store: &Store, organization: OrganizationId) -> Result<u32, StoreError> {
    let answers = sqlx::query_scalar!(
        r#"select count(*) as "answers!"
             from campaign ca
            cross join (values (false), (true)) half (auto_release)
             join answer an on an.organization_id = ca.organization_id and an.campaign_id = ca.id
                           and an.auto_release = half.auto_release
                           and an.answered_at > coalesce($2, statement_timestamp()) - interval '1 hour'
            where ca.organization_id = $1"#,
        organization.0,
        store.clock.pinned(),
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(clamp(answers))
}

/// Texts and answers of the last days, ranges of `message_by_member` and `answer_latest`.
#[tracing::instrument(name = "db.figures.timeline", skip_all)]
async fn timeline(
    store: &Store,
    organization: OrganizationId,
    zone: &str,
) -> Result<Timeline<2>, StoreError> {
    let rows = sqlx::query!(
        r#"select extract(epoch from date_trunc('hour', bin.at at time zone $3))::bigint as "hour!",
                  sum(bin.texts)::bigint as "texts!", sum(bin.answers)::bigint as "answers!"
             from (select date_bin('15 minutes', m.created_at, '2000-01-01Z') as at, count(*) as texts, 0 as answers
                     from member me
                     join message m on m.organization_id = me.organization_id and m.sent_by = me.id
                                   and m.created_at >= coalesce($2, statement_timestamp()) - make_interval(days => $4)
                    where me.organization_id = $1
                    group by 1
                    union all
                   select date_bin('15 minutes', an.answered_at, '2000-01-01Z'), 0, count(*)
                     from campaign ca
                    cross join (values (false), (true)) half (auto_release)
                     join answer an on an.organization_id = ca.organization_id and an.campaign_id = ca.id
                                   and an.auto_release = half.auto_release
                                   and an.answered_at >= coalesce($2, statement_timestamp()) - make_interval(days => $4)
                    where ca.organization_id = $1
                    group by 1) bin
            group by 1
            order by 1"#,
        organization.0,
        store.clock.pinned(),
        zone,
        OrganizationFigures::DAYS,
    )
    .fetch_all(&store.pool)
    .await?;
    let hours = rows.into_iter().map(|row| {
        let counts = [clamp(row.texts), clamp(row.answers)];
        Ok((local_hour(row.hour)?, counts))
    });
    Ok(Timeline::of(hours.collect::<Result<Vec<_>, StoreError>>()?))
}

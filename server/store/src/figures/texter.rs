//! The figures of one texter, over the last days.

use super::hours::local_hour;
use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{Age, MemberId, OrganizationId, TexterFigures, Timeline};
use app::error::AppError;

/// Counts what they sent and what releases took from them.
#[tracing::instrument(name = "db.figures.texter", skip_all, fields(%member))]
pub(super) async fn figures(
    store: &Store,
    organization: OrganizationId,
    member: MemberId,
) -> Result<TexterFigures, StoreError> {
    let member_row = sqlx::query!(
        "select from member where organization_id = $1 and id = $2",
        organization.0,
        member.0
    );
    let member_row = member_row.fetch_optional(&store.pool).await?;
    member_row.ok_or(AppError::NotFound)?;
    let zone = super::organization::zone(store, organization).await?;
    // A range of `message_by_member`; for each text a look into its thread, and one into the answers.
    let texts = sqlx::query!(
        r#"select extract(epoch from date_trunc('hour', bin.at at time zone $4))::bigint as "hour!",
                  sum(bin.texts)::bigint as "texts!", sum(bin.initials)::bigint as "initials!",
                  sum(bin.answers)::bigint as "answers!"
             from (select date_bin('15 minutes', m.created_at, '2000-01-01Z') as at, count(*) as texts,
                          count(an.message_id) as answers,
                          count(*) filter (where not exists (
                              select from message earlier
                               where earlier.organization_id = m.organization_id
                                 and earlier.conversation_id = m.conversation_id
                                 and earlier.id < m.id
                                 and earlier.direction = 'outbound')) as initials
                     from message m
                     left join answer an on an.organization_id = m.organization_id and an.message_id = m.id
                    where m.organization_id = $1 and m.sent_by = $2
                      and m.created_at >= coalesce($3, statement_timestamp()) - make_interval(days => $5)
                    group by 1) bin
            group by 1
            order by 1"#,
        organization.0,
        member.0,
        store.clock.pinned(),
        &zone,
        TexterFigures::DAYS,
    )
    .fetch_all(&store.pool)
    .await?;
    let median = sqlx::query_scalar!(
        "select percentile_disc(0.5) within group (order by an.waited_seconds)
           from message m
           join answer an on an.organization_id = m.organization_id and an.message_id = m.id
          where m.organization_id = $1 and m.sent_by = $2
            and m.created_at >= coalesce($3, statement_timestamp()) - make_interval(days => $4)",
        organization.0,
        member.0,
        store.clock.pinned(),
        TexterFigures::DAYS,
    )
    .fetch_one(&store.pool)
    .await?;
    // The releases of these days, each with its audit. A second pass takes nobody who waits for an answer.
    let lost = sqlx::query_scalar!(
        r#"select count(*) as "lost!"
             from release r
             join assignment_event e on e.organization_id = r.organization_id and e.release_id = r.id
            cross join unnest(e.previous_holders) as lost (holder)
            where r.organization_id = $1 and lost.holder = $2
              and r.scope <> 'texter' and r.kind <> 'second_pass' and e.reason = 'released'
              and r.started_at >= coalesce($3, statement_timestamp()) - make_interval(days => $4)"#,
        organization.0,
        member.0,
        store.clock.pinned(),
        TexterFigures::DAYS,
    )
    .fetch_one(&store.pool)
    .await?;
    let mut hours = Vec::new();
    let (mut initials, mut answers, mut written) = (0, 0, 0);
    for row in texts {
        let counts = [clamp(row.initials), clamp(row.answers)];
        initials += counts[0];
        answers += counts[1];
        written += clamp(row.texts);
        hours.push((local_hour(row.hour)?, counts));
    }
    Ok(TexterFigures {
        zone,
        initials,
        answers,
        texts: written,
        median: median.map(|seconds| Age::from_seconds(seconds.into())),
        lost: clamp(lost),
        timeline: Timeline::of(hours),
    })
}

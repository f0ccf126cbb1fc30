//! A case as rows. A place in one of its lists is the id in the database, so that failures can be read.

use super::case::{Case, ESCALATING};
use super::wall::name;
use crate::testing::World;
use app::domain::{CampaignId, PoolId, PoolKind, TagId};
use app::ports::{PoolSettings, TeamPart};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::BTreeMap;

/// A conversation: what a hand-out changes, and all the rest.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(super) struct Row {
    pub assigned_to: Option<i64>,
    pub held_since: Option<DateTime<Utc>>,
    pub lease_epoch: i32,
    rest: Value,
}

/// All conversations of the organization.
pub(super) async fn all(world: &World) -> BTreeMap<usize, Row> {
    let rows: Vec<Row> = sqlx::query_as(
        "select assigned_to, held_since, lease_epoch,
                to_jsonb(cv) - '{assigned_to,held_since,idle_since,lease_epoch}'::text[] as rest
           from conversation cv where organization_id = $1 order by id",
    )
    .bind(world.organization.0)
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    rows.into_iter().enumerate().collect()
}

/// `$1` organization, `$2` the case, `$3` its zones, `$4` the texters.
const MAKE: [&str; 5] = [
    "insert into campaign
            (organization_id, id, title, time_zone_id, texting_from, texting_until, started_at, archived_at, paused_at,
             auto_assign, team_restricted, due_on) overriding system value
     select $1, ordinality - 1, 'Early vote', $3[zone + 1],
            make_time(opens / 60, opens % 60, 0), make_time(ends / 60, ends % 60, 0),
            start - make_interval(days => started), case when archived then start end,
            case when paused then start end,
            auto_assign, restricted, (start at time zone 'UTC')::date + due
       from rows from (jsonb_to_recordset($2->'campaigns') as (
                zone int, hours int, started int, archived boolean, paused boolean, auto_assign boolean, restricted boolean,
                due int)) with ordinality,
            lateral (select ($2->'hours'->hours->>0)::int as opens, ($2->'hours'->hours->>1)::int as ends,
                            ($2->>'start')::timestamptz as start) at",
    "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
     select $1, ordinality - 1, campaign, 'Ada', 'Byron', '+1303' || (2000000 + ordinality)
       from rows from (jsonb_to_recordset($2->'conversations') as (campaign int)) with ordinality",
    "insert into conversation
            (organization_id, id, campaign_id, time_zone_id, status, waiting_since, held_since, assigned_to,
             released_from, opted_out, escalated)
     select $1, ordinality - 1, campaign, $3[zone + 1], status,
            case when status <> 'needs_message' then start - make_interval(mins => waiting) end,
            start - interval '1 hour', $4[holder + 1], $4[lost_by + 1], opted_out, tags[1] or tags[2]
       from rows from (jsonb_to_recordset($2->'conversations') as (
                campaign int, zone int, status conversation_status, waiting int, holder int, lost_by int,
                opted_out boolean, tags boolean[])) with ordinality,
            cast($2->>'start' as timestamptz) start",
    // The first two escalate.
    "insert into tag (organization_id, id, title, escalation) overriding system value
     select $1, n, 'Tag ' || n, n < 2 from generate_series(0, 2) n",
    "insert into conversation_tag (organization_id, conversation_id, tag_id)
     select $1, ordinality - 1, n
       from rows from (jsonb_to_recordset($2->'conversations') as (tags boolean[])) with ordinality,
            generate_series(0, 2) n where tags[n + 1]",
];

/// Writes it all; gives the pools.
pub(super) async fn make(world: &World, case: &Case) -> Vec<PoolId> {
    let mut zones = Vec::new();
    for zone in case.zones {
        zones.push(world.zone(name(zone)).await);
    }
    for statement in MAKE {
        sqlx::query(statement)
            .bind(world.organization.0)
            .bind(serde_json::to_value(case).unwrap())
            .bind(&zones)
            .bind([world.ann.member.0, world.ben.member.0])
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
    let mut ids = vec![world.general];
    for (place, of) in case.teams.iter().enumerate() {
        let team = world.team_for(&format!("Team {place}"), &[], &[]).await;
        let texters = [&world.ann, &world.ben].into_iter().zip(of.members);
        let texters = texters.map(|(texter, is_on)| (TeamPart::Member(texter.member), is_on));
        let tags = (0..).map(|id| TeamPart::Tag(TagId(id))).zip(of.tags);
        // No team holds a tag that does not escalate.
        for (part, is_part) in texters.chain(tags.take(ESCALATING)) {
            if is_part {
                world.add_to_team(team, part).await;
            }
        }
        let campaigns = (0..).map(CampaignId).zip(&case.campaigns);
        let theirs = campaigns.filter(|(_, campaign)| campaign.teams[place]);
        let theirs: Vec<CampaignId> = theirs.map(|(id, _)| id).collect();
        ids.push(world.pool_of(team, PoolKind::Replies, &theirs).await);
    }
    let settings = ids.iter().zip(case.pools).map(|(id, pool)| PoolSettings {
        pool: *id,
        enabled: true,
        kind: pool.kind,
        max_per_request: i32::try_from(pool.most).unwrap(),
    });
    world.change_pools(settings.collect()).await;
    ids
}

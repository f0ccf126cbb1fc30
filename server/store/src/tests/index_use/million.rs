//! Release, hand-out and the engine at a million conversations, with statistics of them.

use super::{a_million, assert_walks, explain, read_rows};
use crate::campaigns::next_due::NEXT_DUE;
use crate::releases::{batch, preview, target::Target};
use crate::requests::{by_segment, by_wait};
use crate::testing::{World, noon};
use app::domain::{CampaignId, IdleInterval, ReleaseKind, ReleasePolicy};
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn release_preview_and_hand_out_walk_their_indexes_at_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    let store = &world.store;
    let policy = ReleasePolicy::default();
    let (first,): (i64,) = sqlx::query_as("select min(id) from campaign")
        .fetch_one(&store.pool)
        .await
        .unwrap();
    let campaigns: Vec<i64> = (first..first + 10).collect();

    let one = CampaignId(first);
    for (target, index) in [
        (Target::Everywhere(policy), ["conversation_held"].as_slice()),
        (
            Target::Campaign(one, ReleaseKind::Replies, policy),
            &["conversation_held"],
        ),
        (
            Target::Automatic(one, IdleInterval::ONE_HOUR),
            &["conversation_held"],
        ),
        (
            Target::Campaign(one, ReleaseKind::Unsent, policy),
            &["conversation_unsent_held"],
        ),
        // By campaign or by texter: both are narrow.
        (
            Target::Own(world.ann.member),
            &["conversation_held", "conversation_holder"],
        ),
    ] {
        let release = target
            .bind(
                sqlx::query_as(explain(batch::RELEASE.get(target.mode()))),
                world.organization,
                Some(noon()),
            )
            .bind(&campaigns)
            .bind(vec![None::<chrono::DateTime<chrono::Utc>>; 10])
            .bind(vec![None::<i64>; 10])
            .bind(vec![noon(); 10])
            .bind(vec![i64::MAX; 10])
            .bind(world.admin.member.0)
            .bind(1_i64)
            .bind(true)
            .fetch_all(&store.pool)
            .await
            .unwrap();
        assert_walks(&release, index);
        let tally = target
            .bind(
                sqlx::query_as(explain(preview::TALLY.get(target.mode()))),
                world.organization,
                Some(noon()),
            )
            .fetch_all(&store.pool)
            .await
            .unwrap();
        assert_walks(&tally, index);
        // Whose a texter's own are stands in the table only.
        let counted = tally
            .iter()
            .any(|(line,)| line.contains(&format!("Index Only Scan using {} ", index[0])));
        assert!(counted || matches!(target, Target::Own(_)), "{tally:#?}");
    }

    for (statement, index) in [
        (by_wait::CLAIM, "conversation_pool_wait"),
        (by_segment::CLAIM.replies, "conversation_pool_place"),
        (by_segment::CLAIM.initials, "conversation_initials_place"),
    ] {
        let hand_out = sqlx::query_as(explain(statement))
            .bind(world.organization.0)
            .bind(Some(noon()))
            .bind(world.ann.member.0)
            .bind(25)
            .bind(world.general.0)
            .bind(1_i64)
            .bind(world.ann.member.0)
            .bind(1_000)
            .fetch_all(&store.pool)
            .await
            .unwrap();
        assert_walks(&hand_out, &[index]);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_engine_reads_a_few_rows_a_campaign_of_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    let denver = world.zone("America/Denver").await;
    for statement in [
        "update campaign set auto_release_minutes = 60".to_owned(),
        // The first of each campaign are escalated, and some are in a zone of their own.
        "update conversation set escalated = true where id % 86400 > 60000 and status = 'needs_response'"
            .to_owned(),
        format!("update conversation set time_zone_id = {denver} where id % 7 = 0 and status = 'needs_response'"),
    ] {
        world.execute(statement).await;
    }
    for statement in ["vacuum analyze conversation", "analyze campaign"] {
        sqlx::query(statement)
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
    let explain = format!("explain (analyze, timing off) {NEXT_DUE}");
    let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
        .bind(None::<i64>)
        .bind(Some(noon()))
        .bind(None::<Vec<i64>>)
        .bind(100_i64)
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    assert_walks(&plan, &["conversation_due"]);
    for index in [
        "conversation_pool",
        "conversation_held",
        "conversation_holder",
    ] {
        let walked = plan.iter().any(|(line,)| line.contains(index));
        assert!(!walked, "{plan:#?}");
    }
    // 200 campaigns hold 196,000 replies, in two zones each: the first of each zone, and a step from each
    // zone to the next. The plan's averages are rounded.
    let rows = read_rows(&plan);
    assert!((300.0..=1600.0).contains(&rows), "{rows} rows: {plan:#?}");
}

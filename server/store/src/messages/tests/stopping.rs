use crate::messages::{Received, receive};
use crate::opt_outs;
use crate::testing::{World, ago, noon};
use app::domain::{ConversationId, PhoneNumber};
use server_message::Keyword;
use sqlx::PgPool;

async fn opted_out(world: &World, thread: ConversationId) -> bool {
    let row = world.row(thread).await;
    assert_eq!(
        row.opted_out,
        row.status == "closed",
        "flagged and closed go together: {row:?}"
    );
    row.opted_out
}

/// Waits until somebody in this database waits for a lock.
pub(super) async fn somebody_waits(world: &World) {
    while world.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()").await == 0 {
        tokio::task::yield_now().await;
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_stop_word_in_any_case_opts_out_of_every_campaign(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, other) = (world.campaign().await, world.campaign().await);
    for word in ["STOP", "  stop\n", "UnSubscribe", "Stop all"] {
        let thread = world.reply(one, &world.ann, 10).await;
        let same = world.reply(other, &world.ben, 500).await;
        let unsent = world
            .thread(
                world.campaign().await,
                None,
                &crate::testing::Thread::waiting(900),
            )
            .await;
        let bystander = world.reply(other, &world.ben, 500).await;
        world.same_contact(thread, same).await;
        world.same_contact(thread, unsent).await;
        world
            .change(
                unsent,
                "status = 'needs_message', waiting_since = null".into(),
            )
            .await;

        let text = world.text_from(thread, word).await;
        assert_eq!(
            receive(&world.store, &text).await.unwrap(),
            Received::Recorded(thread),
            "{word:?}"
        );

        assert!(
            opted_out(&world, thread).await
                && opted_out(&world, same).await
                && opted_out(&world, unsent).await
        );
        assert!(!opted_out(&world, bystander).await);
        assert_eq!(
            world.thread_texts(thread).await.last(),
            Some(&format!("< {word}"))
        );
        assert_eq!(
            world.thread_texts(same).await.len(),
            2,
            "said once, in one thread"
        );
        assert_eq!(
            world.row(same).await.assigned_to,
            Some(world.ben.member.0),
            "still in the same hands"
        );
    }
    let recorded = world
        .count("select count(*) from opt_out where recorded_by is null")
        .await;
    assert_eq!(recorded, 4);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_sentence_with_the_word_in_it_is_an_answer(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    let text = world.text_from(thread, "please stop by on Sunday").await;
    receive(&world.store, &text).await.unwrap();
    assert_eq!(world.row(thread).await.status, "needs_response");
    assert_eq!(world.count("select count(*) from opt_out").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn another_organization_that_texts_the_same_person_is_untouched(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let neighbour = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    let theirs = neighbour
        .reply(neighbour.campaign().await, &neighbour.ann, 5)
        .await;
    world.same_contact(thread, theirs).await;
    let before = neighbour.row(theirs).await;

    let text = world.text_from(thread, "STOP").await;
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::Recorded(thread)
    );

    assert_eq!(neighbour.row(theirs).await, before);
    assert_eq!(neighbour.thread_texts(theirs).await.len(), 2);
    let organizations: Vec<i64> = sqlx::query_scalar("select organization_id from opt_out")
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    assert_eq!(organizations, [world.organization.0]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_stop_counts_even_if_no_thread_matches_it(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    world
        .execute(format!(
            "update message set own_number = '+12025559999' where conversation_id = {thread}"
        ))
        .await;
    let text = world.text_from(thread, "Stop").await;
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::Unmatched
    );
    assert!(opted_out(&world, thread).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_services_own_stop_words_count_too(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    let mut text = world.text_from(thread, "BASTA").await;
    text.service_keyword = Some(Keyword::Stop);
    receive(&world.store, &text).await.unwrap();
    assert!(opted_out(&world, thread).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_contact_who_opted_out_and_writes_again_is_heard_and_stays_opted_out(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    let (stop, more) = (
        world.text_from(thread, "stop").await,
        world.text_from(thread, "who was that?").await,
    );
    receive(&world.store, &stop).await.unwrap();
    receive(&world.store, &more).await.unwrap();
    let row = world.row(thread).await;
    assert_eq!(
        (row.status.as_str(), row.opted_out),
        ("needs_response", true)
    );
    assert_eq!(
        row.waiting_since,
        Some(ago(10)),
        "nobody answered in between"
    );
    assert_eq!(
        world.thread_texts(thread).await.last().map(String::as_str),
        Some("< who was that?")
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_opt_out_by_a_texter_is_recorded_as_theirs_and_an_earlier_one_stays(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let thread = world.reply(campaign, &world.ann, 10).await;
    let cell: PhoneNumber = world.cell(thread).await.parse().unwrap();
    let mut tx = world.store.pool.begin().await.unwrap();
    let clock = &world.store.clock;
    let first = opt_outs::Affected {
        is_new: true,
        campaigns: vec![campaign],
        members: vec![world.ann.member],
    };
    for (by, expected) in [
        (&world.ann, first),
        (&world.ben, opt_outs::Affected::default()),
    ] {
        let source = opt_outs::Source::Conversation(by.member, campaign);
        let affected = opt_outs::record(&mut tx, clock, world.organization, &cell, source)
            .await
            .unwrap();
        assert_eq!(affected, expected, "only what changed is told");
    }
    tx.commit().await.unwrap();
    assert!(opted_out(&world, thread).await);
    let recorded: (Option<i64>, chrono::DateTime<chrono::Utc>) =
        sqlx::query_as("select recorded_by, created_at from opt_out")
            .fetch_one(&world.store.pool)
            .await
            .unwrap();
    assert_eq!(recorded, (Some(world.ann.member.0), noon()));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_stop_that_runs_into_a_release_is_not_lost(pool: PgPool) {
    let world = World::new(pool).await;
    let first = world.reply(world.campaign().await, &world.ann, 10).await;
    let second = world.reply(world.campaign().await, &world.ann, 20).await;
    world.same_contact(first, second).await;
    let text = world.text_from(first, "stop").await;

    // A release locks them in the other order. Whoever waited first is the one that the database
    // breaks off; that is the stop, which must come back by itself.
    let lock = |id: ConversationId| {
        sqlx::AssertSqlSafe(format!(
            "select 1 from conversation where id = {id} for update"
        ))
    };
    let mut release = world.store.pool.begin().await.unwrap();
    sqlx::query("set local deadlock_timeout = '1min'")
        .execute(&mut *release)
        .await
        .unwrap();
    sqlx::query(lock(second))
        .execute(&mut *release)
        .await
        .unwrap();
    let released = async {
        somebody_waits(&world).await;
        sqlx::query(lock(first))
            .execute(&mut *release)
            .await
            .unwrap();
        release.commit().await.unwrap();
    };
    let (received, ()) = tokio::join!(receive(&world.store, &text), released);
    assert_eq!(received.unwrap(), Received::Recorded(first));
    assert!(opted_out(&world, first).await && opted_out(&world, second).await);
    assert_eq!(world.thread_texts(first).await.len(), 3, "written once");
}

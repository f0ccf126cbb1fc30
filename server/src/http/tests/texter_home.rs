//! A texter's home, page by page.

use super::TestApp;
use app::ports::Conversations;
use app::view_models::{RequestNotice, TexterHome};
use chrono::TimeDelta;
use server_store::messages::receive;
use server_store::testing::{World, noon};
use sqlx::PgPool;

async fn texter_home(app: &TestApp, cookie: &str, form: &str) -> TexterHome {
    let answer = app
        .call("/api/requests/texter-home", Some(cookie), form)
        .await;
    answer.decoded().expect("a texter's home")
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn says_where_the_next_page_is_while_there_is_one(pool: PgPool) {
    let world = World::new(pool).await;
    let mut last = None;
    for minutes in (60..=110).rev() {
        let campaign = world.campaign().await;
        last = Some(world.reply(campaign, &world.ann, minutes).await);
    }
    let app = TestApp::of(world);
    let cookie = app.sign_in(&app.world.ann).await;

    let first = texter_home(&app, &cookie, "").await;
    assert_eq!(
        (first.held, first.replies.len(), first.cards.len()),
        (51, 50, 50)
    );
    assert_eq!(first.more, "/texts?replies=50");
    assert_eq!(first.more_cards, "/texts?campaigns=50");

    let second = texter_home(&app, &cookie, "skip_replies=50&skip_cards=50").await;
    let listed: Vec<_> = second.replies.iter().map(|reply| Some(reply.id)).collect();
    assert_eq!(listed, [last]);
    assert_eq!(second.cards.len(), 1);
    assert_eq!((&*second.more, &*second.more_cards), ("", ""));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_releases_their_replies_twice_can_undo_either(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let ann = app.sign_in(&world.ann).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 60).await;
    let first = app.submit("/api/releases/mine", Some(&ann), "").await;
    world.store.clock.set(noon() + TimeDelta::minutes(4));
    for _ in 0..2 {
        world.reply(campaign, &world.ann, 60).await;
    }
    let second = app.submit("/api/releases/mine", Some(&ann), "").await;
    let home = app.follow(&second, &ann).await.body;
    for part in [
        "2 replies went back to the pool.",
        "10 min left to undo",
        "1 reply went back to the pool.",
        "6 min left to undo",
    ] {
        assert!(home.contains(part), "{part}: {home}");
    }

    let (_, release) = first.location().split_once("release=").unwrap();
    let form = format!("release={release}");
    let undo = app.submit("/api/releases/undo-mine", Some(&ann), &form);
    let home = app.follow(&undo.await, &ann).await.body;
    for part in [
        "You have 1 reply back.",
        "2 replies went back to the pool.",
        "10 min left to undo",
    ] {
        assert!(home.contains(part), "{part}: {home}");
    }
    assert!(!home.contains("1 reply went back"), "{home}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admin_opens_a_thread_that_nobody_can_answer_and_a_texter_what_they_answered(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    let app = TestApp::of(world);
    let (world, store) = (&app.world, &app.world.store);
    store
        .send(&world.ann, reply, 0.into(), "At five".into())
        .await
        .unwrap();
    for body in ["STOP", "You still owe me an answer"] {
        let text = world.text_from(reply, body).await;
        receive(store, &text).await.unwrap();
    }
    let (admin, ann) = (
        app.sign_in(&world.admin).await,
        app.sign_in(&world.ann).await,
    );
    let listed = app.get("/unanswerable", Some(&admin)).await.body;
    assert!(listed.contains("You still owe me an answer"), "{listed}");
    assert!(listed.contains(&format!("/texts/{reply}#latest")));
    assert!(!listed.contains("First page"), "{listed}");
    let past = app.get("/texts/past", Some(&ann)).await.body;
    assert!(past.contains(&format!("/texts/{reply}#latest")), "{past}");
    for cookie in [&admin, &ann] {
        let thread = app.get(&format!("/texts/{reply}"), Some(cookie)).await.body;
        assert!(thread.contains("You still owe me an answer"), "{thread}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_marks_a_reply_as_done_stays_on_its_page_of_the_list(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let older = world.reply(campaign, &world.ann, 60).await;
    let newer = world.reply(campaign, &world.ann, 30).await;
    world.change_campaign(campaign, "archived_at = now()").await;
    let app = TestApp::of(world);
    let admin = app.sign_in(&app.world.admin).await;
    let page = format!("/unanswerable?after={newer}");
    let listed = app.get(&page, Some(&admin)).await.body;
    for part in [
        format!("/texts/{older}?listed_after={newer}#latest"),
        format!("name=\"after\" value=\"{newer}\""),
        "First page".to_owned(),
    ] {
        assert!(listed.contains(&part), "{part}: {listed}");
    }
    let last: i64 = sqlx::query_scalar("select max(id) from message where conversation_id = $1")
        .bind(older.0)
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap();
    let form = format!("conversation={older}&last_message={last}&after={newer}");
    let done = app.submit("/api/conversations/done", Some(&admin), &form);
    let done = done.await;
    assert_eq!(done.location(), format!("{page}&done=marked"));
    let listed = app.follow(&done, &admin).await.body;
    for part in ["marked as done", "Nothing here", "First page"] {
        assert!(listed.contains(part), "{part}: {listed}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_moves_a_reply_comes_back_to_its_page_of_the_list(pool: PgPool) {
    let world = World::new(pool).await;
    let (campaign, running) = (world.campaign().await, world.campaign().await);
    let older = world.reply(campaign, &world.ann, 60).await;
    let newer = world.reply(campaign, &world.ann, 30).await;
    world.change_campaign(campaign, "archived_at = now()").await;
    let app = TestApp::of(world);
    let admin = app.sign_in(&app.world.admin).await;
    let listed_after = format!("listed_after={newer}");
    let thread = format!("/texts/{older}?{listed_after}");
    let thread = app.get(&thread, Some(&admin)).await.body;
    let to_campaigns = format!("/texts/{older}/move?{listed_after}");
    assert!(thread.contains(&to_campaigns), "{thread}");
    let campaigns = app.get(&to_campaigns, Some(&admin)).await.body;
    for part in [
        format!("/texts/{older}?{listed_after}"),
        format!("name=\"listed_after\" value=\"{newer}\""),
        format!("name=\"after\" value=\"{newer}\""),
    ] {
        assert!(campaigns.contains(&part), "{part}: {campaigns}");
    }
    let form = format!("conversation={older}&campaign={running}&after={newer}");
    let moved = app
        .submit("/api/conversations/move", Some(&admin), &form)
        .await;
    let page = format!("/unanswerable?after={newer}&moved={running}");
    assert_eq!(moved.location(), page);
    let listed = app.follow(&moved, &admin).await.body;
    assert!(listed.contains("First page"), "{listed}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_lists_of_a_campaign_name_it_and_lead_to_those_of_all(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    for status in ["convo", "closed"] {
        let done = world.reply(campaign, &world.ann, 90).await;
        world
            .change(done, format!("status = '{status}', waiting_since = null"))
            .await;
    }
    world.change_campaign(campaign, "paused_at = now()").await;
    let app = TestApp::of(world);
    let ann = app.sign_in(&app.world.ann).await;
    let page = async |path: &str| app.get(path, Some(&ann)).await.body;

    let replies = page(&format!("/texts/replies?campaign={campaign}")).await;
    for part in [
        "Replies to answer on Early vote".to_owned(),
        format!("/texts/{reply}#latest"),
        "Paused: nothing can be sent until it is resumed.".to_owned(),
    ] {
        assert!(replies.contains(&part), "{part}: {replies}");
    }
    // A later page that was answered meanwhile is the first one.
    let first = format!("/texts/replies?campaign={campaign}");
    let later = app.get(&format!("{first}&skip=50"), Some(&ann)).await;
    assert_eq!(later.location(), first);
    for (list, title) in [
        ("past", "Past conversations"),
        ("closed", "Closed conversations"),
    ] {
        let of_campaign = page(&format!("/texts/{list}?campaign={campaign}")).await;
        let named = format!("{title} on Early vote");
        assert!(of_campaign.contains(&named), "{of_campaign}");
        let to_all = format!("href=\"/texts/{list}\"");
        assert!(of_campaign.contains(&to_all), "{of_campaign}");
        let of_all = page(&format!("/texts/{list}")).await;
        assert!(of_all.contains(title), "{of_all}");
        assert!(!of_all.contains(&named), "{of_all}");
        assert!(!of_all.contains(&to_all), "{of_all}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn whoever_is_done_for_the_day_reads_what_stays_and_what_nobody_can_request(pool: PgPool) {
    let world = World::new(pool).await;
    let campaigns = [
        (world.campaign().await, "auto_assign = true"),
        (world.campaign().await, "auto_assign = false"),
        (world.campaign().await, "texting_from = '13:00'"),
        (world.campaign().await, "paused_at = now()"),
    ];
    for (campaign, set) in campaigns {
        world.reply(campaign, &world.ann, 60).await;
        world.change_campaign(campaign, set).await;
    }
    let app = TestApp::of(world);
    let ann = app.sign_in(&app.world.ann).await;
    let out_of_reach = "But no one can request 1 of them at the moment; an admin can change that.";
    let asleep = "1 of them is outside the contact’s texting hours: no one can request it before those begin.";
    let stays = "Stays with you: 1 on paused campaigns.";

    let home = texter_home(&app, &ann, "").await;
    assert_eq!((home.held, home.answerable, home.releasable), (4, 2, 3));
    assert_eq!(
        home.held_words,
        "2 can be answered now · 1 outside the contact’s texting hours · 1 on paused campaigns"
    );
    let (_, details) = home.release_details.split_once('\n').unwrap();
    assert_eq!(details, [out_of_reach, asleep, stays].join("\n"));
    let question = app.get("/texts/done", Some(&ann)).await.body;
    let done = app.submit("/api/releases/mine", Some(&ann), "").await;
    let notice = app.follow(&done, &ann).await.body;
    for sentence in [out_of_reach, asleep, stays] {
        assert!(question.contains(sentence), "{sentence}: {question}");
        assert!(notice.contains(sentence), "{sentence}: {notice}");
    }
    assert!(
        notice.contains("3 replies went back to the pool."),
        "{notice}"
    );
    // There is nothing to release any more, and what stays is said still.
    let question = app.get("/texts/done", Some(&ann)).await.body;
    assert!(question.contains("Nothing to release"), "{question}");
    assert!(question.contains(stays), "{question}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_request_names_what_the_form_showed_and_is_given_nothing_else(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 60).await;
    let app = TestApp::of(world);
    let ann = app.sign_in(&app.world.ann).await;
    let home = app.get("/texts", Some(&ann)).await.body;
    let choice = format!("{}.replies", app.world.general);
    assert!(home.contains(&format!("value=\"{choice}\"")), "{home}");

    let create = async |form: &str| app.call("/api/requests/create", Some(&ann), form).await;
    let form = format!("pool={choice}&wanted=1");
    let now = async |kind: &str| {
        app.world
            .execute(format!("update pool set kind = '{kind}'"))
            .await;
    };
    now("initials").await;
    let (status, error) = create(&form).await.refusal();
    assert_eq!(status, 422);
    let sentence = error.unwrap().to_string();
    assert!(sentence.starts_with("This pool has changed."), "{sentence}");
    let nonsense = format!("pool={}.both&wanted=1", app.world.general);
    assert_eq!(create(&nonsense).await.refusal().0, 422);
    now("replies").await;
    let notice: RequestNotice = create(&form).await.decoded().expect("a notice");
    assert_eq!(notice.sentence, "1 reply assigned");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_pending_request_says_to_both_what_it_can_get_at_most(pool: PgPool) {
    let world = World::new(pool).await;
    world.pending_request(&world.ann, 50).await;
    let vera = world.supervolunteer().await;
    world
        .execute("update pool set max_per_request = 25".into())
        .await;
    let app = TestApp::of(world);
    let (ann, vera) = (app.sign_in(&app.world.ann).await, app.sign_in(&vera).await);
    for (path, session) in [("/texts", &ann), ("/requests", &vera)] {
        let page = app.get(path, Some(session)).await.body;
        let what = "50 replies from General (at most 25 now)";
        assert!(page.contains(what), "{path}: {page}");
    }
}

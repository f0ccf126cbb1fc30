//! The foot of a conversation in a browser without a script: its reply box, or why there is none.

use super::{Answer, TestApp};
use app::domain::{ConversationId, Goodbye};
use app::error::AppError;
use app::ports::{Conversations, Releases, Requests};
use app::view_models::OwnershipState;
use axum::body::Body;
use chrono::TimeDelta;
use http::Request;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, ORIGIN, REFERER};
use server_store::testing::noon;
use sqlx::PgPool;

const SEND: &str = "/api/conversations/send";

/// Sends a text from this page.
async fn send_from(app: &TestApp, page: &str, cookie: &str, form: String) -> Answer {
    let request = Request::post(SEND)
        .header(HOST, "baton.test")
        .header(ORIGIN, "http://baton.test")
        .header(ACCEPT, "text/html")
        .header(REFERER, format!("http://baton.test{page}"))
        .header(COOKIE, cookie)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    app.answer(request.body(Body::from(form)).unwrap()).await
}

/// Whether the browser is to put nothing back into a form of the page.
fn puts_nothing_back(page: &str, form: &str) -> bool {
    let (_, tag) = page.split_once(&format!("<form id=\"{form}\"")).unwrap();
    let (tag, _) = tag.split_once('>').unwrap();
    tag.contains("autocomplete=\"off\"")
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nothing_is_put_back_into_the_box_of_whoever_wrote_minutes_ago(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let reply = world.reply(world.campaign().await, &world.ann, 30).await;
    let (ann, vera) = (app.sign_in(&world.ann).await, app.sign_in(&vera).await);
    let anns = async || {
        let page = app.get(&format!("/texts/{reply}"), Some(&ann)).await.body;
        puts_nothing_back(&page, "answer")
    };
    let back = format!("/review?open={reply}");
    let veras = async || {
        let page = app.get(&back, Some(&vera)).await.body;
        puts_nothing_back(&page, "review-answer")
    };
    assert!(!anns().await, "there it keeps what was not sent");

    let form = format!("conversation={reply}&lease_epoch=0&body=At+12");
    let sent = app.submit(SEND, Some(&ann), &form).await;
    assert_eq!(sent.location(), "/texts?sent=1");
    assert!(anns().await);
    assert!(!veras().await, "it is not hers");
    world.store.clock.set(noon() + TimeDelta::minutes(10));
    assert!(!anns().await, "another text by now");

    let form = format!("conversation={reply}&lease_epoch=0&body=Until+8&then=pool&back={back}");
    let answered = app.submit("/api/reviews/answer", Some(&vera), &form).await;
    assert!(answered.location().contains("done=answered"));
    assert!(veras().await);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_refused_text_takes_the_place_of_the_one_that_was_chosen_before_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 30).await;
    world
        .execute("update campaign set script = 'Hi {firstName}!'".into())
        .await;
    let ann = app.sign_in(&world.ann).await;
    let page = format!("/texts/{reply}?body=&response=script");
    let chosen = app.get(&page, Some(&ann)).await.body;
    assert!(chosen.contains("\nHi Ada!</textarea>"), "{chosen}");

    let form = format!("conversation={reply}&lease_epoch=0&body=Come+to+{{site}}");
    let refused = send_from(&app, &page, &ann, form).await;
    let told = app.follow(&refused, &ann).await.body;
    assert!(told.contains("This text still contains {site}."), "{told}");
    // Also when the refusal is forgotten.
    let later = app.get(refused.location(), Some(&ann)).await.body;
    for page in [told, later] {
        assert!(page.contains("\nCome to {site}</textarea>"), "{page}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn that_the_campaign_is_archived_is_said_before_anything_is_sent(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 30).await;
    let ann = app.sign_in(&world.ann).await;
    let archived = "This campaign is archived, so nothing can be sent.";
    let paused = "This campaign is paused, so nothing can be sent";
    let path = format!("/texts/{reply}");
    let page = async || app.get(&path, Some(&ann)).await.body;
    world.change_campaign(campaign, "paused_at = now()").await;
    let shown = page().await;
    assert!(shown.contains(paused) && !shown.contains(archived));
    world.change_campaign(campaign, "archived_at = now()").await;
    let shown = page().await;
    assert!(shown.contains(archived) && !shown.contains(paused));
    assert!(shown.contains("What you write is kept."), "{shown}");

    let form = format!("conversation={reply}&lease_epoch=0&body=At+12");
    let refused = send_from(&app, &path, &ann, form).await;
    let sentence = AppError::CampaignClosed.to_string();
    assert!(sentence.contains("kept"), "{sentence}");
    let told = app.follow(&refused, &ann).await;
    assert!(told.body.contains(&sentence), "{}", told.body);
    assert!(page().await.contains("\nAt 12</textarea>"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_was_typed_before_the_contact_opted_out_can_be_copied_by_its_writer(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (world, store) = (&app.world, &app.world.store);
    let reply = world.reply(world.campaign().await, &world.ann, 30).await;
    let typed = store.save_draft(&world.ann, reply, "Until eight".into());
    typed.await.unwrap();
    let opted_out = store.opt_out(&world.admin, reply, Goodbye::None).await;
    opted_out.unwrap();
    let path = format!("/texts/{reply}");
    let ann = app.sign_in(&world.ann).await;
    let page = app.get(&path, Some(&ann)).await.body;
    for part in ["Your draft, to copy", "\nUntil eight</textarea>"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let admin = app.sign_in(&world.admin).await;
    let page = app.get(&path, Some(&admin)).await.body;
    assert!(page.contains("This contact has opted out."), "{page}");
    assert!(!page.contains("Until eight"), "{page}");
}

/// A reply of Ann's, who released it, and whom Ben follows.
async fn ben_has_what_ann_had(app: &TestApp) -> ConversationId {
    let world = &app.world;
    let reply = world.reply(world.campaign().await, &world.ann, 60).await;
    world.store.release_mine(&world.ann).await.unwrap();
    let taken = world.store.create(&world.ben, world.general, 1).await;
    assert_eq!(taken.unwrap().assigned(), 1);
    reply
}

/// What the page of a conversation of Ann's is told of it.
async fn watched(app: &TestApp, conversation: ConversationId, cookie: &str) -> OwnershipState {
    let form = format!("conversation={conversation}");
    let watched = app
        .call("/api/conversations/watch", Some(cookie), &form)
        .await;
    watched.decoded().unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_that_comes_too_late_is_refused_with_the_name_of_who_has_the_conversation(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let reply = ben_has_what_ann_had(&app).await;
    let ann = app.sign_in(&app.world.ann).await;
    let form = format!("conversation={reply}&lease_epoch=0&body=At+12");
    let refusal = "This conversation was released while you were away, and Ben has it now. Your text is kept as your draft.";
    let refused = app.call(SEND, Some(&ann), &form).await;
    let expected = AppError::TakenByAnother(refusal.into());
    assert_eq!(refused.refusal(), (409, Some(expected)));
    let lost = "This conversation was released by yourself, for the day. Ben has it now, so nothing can be sent from here.";
    let notice = format!("{lost} Anything you typed is kept as a draft.");
    assert_eq!(watched(&app, reply, &ann).await.notice, Some(notice));

    let path = format!("/texts/{reply}");
    let refused = send_from(&app, &path, &ann, form.clone()).await;
    let page = app.follow(&refused, &ann).await.body;
    for part in [refusal, lost, "\nAt 12</textarea>"] {
        assert!(page.contains(part), "{part}: {page}");
    }

    let spanish = "language=es&next=%2Ftexts";
    app.submit("/api/session/language", Some(&ann), spanish)
        .await;
    let refused = app.call(SEND, Some(&ann), &form).await;
    let (_, error) = refused.refusal();
    let sentence = error.unwrap().to_string();
    assert!(sentence.contains("ahora la tiene Ben."), "{sentence}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nobody_is_named_where_nobody_has_it_any_more(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (world, store) = (&app.world, &app.world.store);
    let reply = ben_has_what_ann_had(&app).await;
    let typed = store.save_draft(&world.ann, reply, "At 12".into());
    typed.await.unwrap();
    store.release_mine(&world.ben).await.unwrap();
    assert_eq!(world.holder(reply).await, None);
    let ann = app.sign_in(&world.ann).await;
    let lost = "This conversation is not yours any more, so nothing can be sent from here.";
    let notice = format!("{lost} Anything you typed is kept as a draft.");
    assert_eq!(watched(&app, reply, &ann).await.notice, Some(notice));
    let page = app.get(&format!("/texts/{reply}"), Some(&ann)).await.body;
    assert!(page.contains(lost), "{page}");
    assert!(!page.contains("has it now"), "{page}");
    let form = format!("conversation={reply}&lease_epoch=0&body=At+12");
    let refused = app.call(SEND, Some(&ann), &form).await;
    assert_eq!(refused.refusal(), (409, Some(AppError::PageOutdated)));
}

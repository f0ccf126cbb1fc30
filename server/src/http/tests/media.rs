//! What came along with a text, through its route.

use super::{Answer, TestApp};
use app::domain::{ConversationId, Role, ServiceKind};
use http::StatusCode;
use server_message::{InboundMedia, with_attachment_lines};
use server_sms::testing::Scripted;
use server_sms::{Media, MediaError};
use server_store::messages::receive;
use server_store::simulated::PICTURE;
use server_store::testing::World;
use sqlx::PgPool;

const SECRET: &str = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";

/// A reply of a texter's with something that came along.
async fn reply_with(world: &World, content_type: &str, source: &str) -> ConversationId {
    let campaign = world.campaign().await;
    let thread = world.reply(campaign, &world.ann, 10).await;
    let mut text = world.text_from(thread, "Look").await;
    text.body = with_attachment_lines(text.body, [content_type]);
    text.media = vec![InboundMedia {
        content_type: content_type.into(),
        source: source.into(),
    }];
    if source != PICTURE {
        world
            .execute("update sending_number set service = 'twilio'".into())
            .await;
        text.service = ServiceKind::Twilio;
    }
    receive(&world.store, &text).await.unwrap();
    thread
}

/// The address of what came along, as the thread's page has it.
async fn address(app: &TestApp, thread: ConversationId, cookie: &str) -> String {
    address_on(app, &format!("/texts/{thread}"), cookie).await
}

/// The address of what came along, as this page has it.
async fn address_on(app: &TestApp, path: &str, cookie: &str) -> String {
    let page = app.get(path, Some(cookie)).await;
    let page = page.body.as_str();
    assert!(!page.contains(SECRET), "{page}");
    // The cards in Message Review have the words as they were noted; the thread beside them does not.
    let (_, shown) = page.split_once("review-thread").unwrap_or(("", page));
    assert!(!shown.contains("[attachment"), "{page}");
    let (_, rest) = shown.split_once("/media/").expect(page);
    let id: String = rest.chars().take_while(char::is_ascii_digit).collect();
    format!("/media/{id}")
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_picture_is_shown_to_who_may_see_the_text(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let thread = reply_with(&app.world, "image/png", PICTURE).await;
    let ann = app.sign_in(&app.world.ann).await;
    let ben = app.sign_in(&app.world.ben).await;
    let page = app.get(&format!("/texts/{thread}"), Some(&ann)).await;
    assert!(!page.body.contains("[attachment"), "{}", page.body);
    let address = address(&app, thread, &ann).await;
    let shown = app.get(&address, Some(&ann)).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.body.contains("PNG"));
    for (header, value) in [
        ("content-type", "image/png"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(shown.headers[header], value, "{header}");
    }
    let disposition = shown.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.starts_with("inline; filename=\"media-"));
    let policy = shown.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"));
    assert_eq!(app.get(&address, Some(&ben)).await.status, 404);
    assert_eq!(app.get(&address, None).await.status, 401);
    for nothing in ["/media/0", "/media/x", "/media/999999"] {
        assert_eq!(app.get(nothing, Some(&ann)).await.status, 404, "{nothing}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_stands_in_message_review_and_with_an_unmatched_text(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let thread = reply_with(&app.world, "image/png", PICTURE).await;
    let mut text = app.world.text_from_cell("+13035550000", "").await;
    text.body = with_attachment_lines(text.body, ["audio/amr"]);
    text.media = vec![InboundMedia {
        content_type: "audio/amr".into(),
        source: PICTURE.into(),
    }];
    receive(&app.world.store, &text).await.unwrap();
    let reviewer = app.world.member(Role::Supervolunteer).await;
    let reviewer = app.sign_in(&reviewer).await;
    let admin = app.sign_in(&app.world.admin).await;
    let in_review = format!("/review?open={thread}");
    let in_review = address_on(&app, &in_review, &reviewer).await;
    let unmatched = address_on(&app, "/unmatched", &admin).await;
    for (address, reviewers) in [(in_review, 200), (unmatched, 404)] {
        assert_eq!(app.get(&address, Some(&reviewer)).await.status, reviewers);
        assert_eq!(app.get(&address, Some(&admin)).await.status, 200);
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_the_carrier_has_is_fetched_once_and_kept(pool: PgPool) {
    let (twilio, _sends) = Scripted::new();
    let app = TestApp::carrying_twilio(World::new(pool).await, twilio.clone());
    let thread = reply_with(&app.world, "application/pdf", SECRET).await;
    let ann = app.sign_in(&app.world.ann).await;
    let address = address(&app, thread, &ann).await;
    let get = async || app.get(&address, Some(&ann)).await;
    let refusals: [(MediaError, u16); 5] = [
        (MediaError::NoAnswer, 503),
        (MediaError::Refused, 503),
        (MediaError::TooLarge, 422),
        (MediaError::WrongType("text/html".into()), 415),
        (MediaError::Elsewhere, 404),
    ];
    for (error, status) in refusals {
        twilio.script_media([Err(error)]);
        let Answer {
            status: is, body, ..
        } = get().await;
        assert_eq!(is, status, "{body}");
        assert!(
            body.ends_with('.') && !body.contains("twilio.com"),
            "{body}"
        );
    }
    twilio.script_media([Ok(Media {
        content_type: "application/pdf".into(),
        content: b"%PDF".to_vec(),
    })]);
    for _ in 0..2 {
        let answer = get().await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (StatusCode::OK, "%PDF")
        );
        let disposition = answer.headers["content-disposition"].to_str().unwrap();
        assert!(disposition.starts_with("attachment; "), "{disposition}");
    }
}

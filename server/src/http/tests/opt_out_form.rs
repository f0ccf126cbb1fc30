//! The form that opts a contact out: where it leads, and what it shows of the goodbye.

use super::TestApp;
use app::domain::ConversationId;
use http::StatusCode;
use sqlx::PgPool;

const OPT_OUT: &str = "/api/conversations/opt-out";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_goes_on_to_what_is_next_and_a_reviewer_back_to_the_list(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let ann = app.sign_in(&world.ann).await;
    let vera = app.sign_in(&world.supervolunteer().await.into()).await;
    let [first, second, third] = [
        world.unsent(campaign, &world.ann).await,
        world.unsent(campaign, &world.ann).await,
        world.reply(campaign, &world.ann, 30).await,
    ];
    let opt_out = async |cookie: &str, conversation: ConversationId, back: &str| {
        let form = format!("conversation={conversation}&back={back}");
        let done = app.submit(OPT_OUT, Some(cookie), &form).await;
        done.location().to_owned()
    };
    // From an initial message to the next one of its campaign, and then to the reply.
    assert_eq!(
        opt_out(&ann, first, "").await,
        format!("/texts/{second}?opted_out={first}#latest")
    );
    let page = app
        .get(&format!("/texts/{second}?opted_out={first}"), Some(&ann))
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        opt_out(&ann, second, "//evil.test/review?").await,
        format!("/texts/{third}?opted_out={second}#latest")
    );
    let back = format!("/review?words=zip+code&after=900&open={third}");
    let question = app
        .get(
            &format!(
                "/texts/{third}/opt-out?back=%2Freview%3Fwords%3Dzip%2Bcode%26after%3D900%26open%3D{third}"
            ),
            Some(&vera),
        )
        .await
        .body;
    let escaped = back.replace('&', "&amp;");
    assert_eq!(question.matches(&format!("href=\"{escaped}\"")).count(), 2);
    assert!(
        question.contains(&format!("name=\"back\" value=\"{escaped}\"")),
        "{question}"
    );
    let sent = back
        .replace('+', "%2B")
        .replace('&', "%26")
        .replace('=', "%3D");
    assert_eq!(opt_out(&vera, third, &sent).await, back);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_goodbye_is_counted_and_made_straight_without_a_script(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let goodbye = format!("“Bye”, {}", "a".repeat(120));
    world
        .change_settings(|settings| settings.opt_out_goodbye = goodbye.clone())
        .await;
    let ann = app.sign_in(&world.ann).await;
    let reply = world.reply(world.campaign().await, &world.ann, 30).await;
    let question = format!("/texts/{reply}/opt-out");
    let page = app.get(&question, Some(&ann)).await.body;
    assert!(page.contains(">127 characters, 2 segments</p>"), "{page}");
    let form = format!("conversation={reply}&goodbye_text=“Bye”&response=straight");
    let shown = app.submit(OPT_OUT, Some(&ann), &form).await;
    assert!(!world.row(reply).await.opted_out, "nothing is recorded");
    let page = app.get(shown.location(), Some(&ann)).await.body;
    assert!(page.contains("\n\"Bye\"</textarea>"), "{page}");
    assert!(page.contains(">5 characters, 1 segment</p>"), "{page}");
    // The tick was taken away, and stays so.
    let ticks = page.split("name=\"goodbye\"").nth(1).unwrap();
    let tick = ticks.split('>').next().unwrap();
    assert!(!tick.contains("checked"), "{tick}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn words_that_cannot_be_sent_hold_up_no_opt_out_and_the_next_page_says_so_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    world
        .change_settings(|settings| settings.opt_out_goodbye = "Bye!".into())
        .await;
    let campaign = world.campaign().await;
    let ann = app.sign_in(&world.ann).await;
    let vera = app.sign_in(&world.supervolunteer().await.into()).await;
    let sentence = "The last text was not sent: it still contained {firstName}.";
    for (cookie, comes_from_review) in [(&ann, false), (&vera, true)] {
        let reply = world.reply(campaign, &world.ann, 30).await;
        let back = if comes_from_review {
            format!("%2Freview%3Fopen%3D{reply}")
        } else {
            String::new()
        };
        let form = format!(
            "conversation={reply}&back={back}&goodbye=true&goodbye_text=Sorry,+{{firstName}}."
        );
        let done = app.submit(OPT_OUT, Some(cookie), &form).await;
        assert!(world.row(reply).await.opted_out);
        assert_eq!(
            done.location().starts_with("/review?open="),
            comes_from_review
        );
        let page = app.follow(&done, cookie).await.body;
        assert!(page.contains(sentence), "{page}");
        assert!(page.contains("has opted out."), "{page}");
        let again = app.get(done.location(), Some(cookie)).await.body;
        assert!(!again.contains(sentence), "{again}");
    }
    let statement = "select count(*) from outbox where goodbye";
    assert_eq!(world.count(statement).await, 0);
}

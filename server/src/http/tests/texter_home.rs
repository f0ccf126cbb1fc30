//! A texter's home, page by page.

use super::TestApp;
use app::view_models::TexterHome;
use server_store::testing::World;
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

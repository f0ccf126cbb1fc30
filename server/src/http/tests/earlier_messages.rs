//! A long thread, which is read in parts.

use super::TestApp;
use sqlx::PgPool;

const LINK: &str = "Show earlier messages";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_and_a_reviewer_read_on_from_the_last_messages_to_the_first(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let thread = world.reply(world.campaign().await, &world.ann, 30).await;
    let ann = app.sign_in(&world.ann).await;
    let vera = app.sign_in(&world.supervolunteer().await.into()).await;
    let short = app.get(&format!("/texts/{thread}"), Some(&ann)).await;
    assert!(!short.body.contains(LINK), "{}", short.body);
    world
        .execute(format!(
            "insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
             select m.organization_id, m.conversation_id, 'inbound'::message_direction, 'Text ' || n, m.own_number, m.created_at
               from (select * from message where conversation_id = {thread} order by id limit 1) m
              cross join generate_series(1, 200) n"
        ))
        .await;
    for (path, cookie) in [
        (format!("/texts/{thread}"), &ann),
        (format!("/review?open={thread}"), &vera),
    ] {
        let last = app.get(&path, Some(cookie)).await.body;
        assert!(last.contains(LINK), "{last}");
        let (_, query) = last.split_once("/earlier?").unwrap();
        let query = query.split('"').next().unwrap().replace("&amp;", "&");
        let earlier = format!("/texts/{thread}/earlier?{query}");
        let first = app.get(&earlier, Some(cookie)).await.body;
        assert!(first.contains(">outbound text</p>"), "{first}");
        assert!(!first.contains(">Text 1</p>"), "{first}");
        assert!(!first.contains(LINK), "{first}");
        assert!(first.contains(&format!("href=\"{path}\"")), "{first}");
    }
}

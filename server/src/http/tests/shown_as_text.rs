//! What people type is shown as text, wherever it stands.

use super::TestApp;
use app::ports::{Conversations, Teams};
use sqlx::PgPool;

const HOSTILE: &str =
    "</textarea></title><script>alert('x')</script><img src=x onerror=alert(1)>\" onload=\"x";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_hostile_contact_cannot_leave_the_text(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    for statement in [
        "update contact set first_name = $1, last_name = $1, custom_fields = jsonb_build_object($1, $1)",
        "update message set body = $1",
        "update campaign set title = left($1, 200)",
    ] {
        sqlx::query(statement)
            .bind(HOSTILE)
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
    world
        .store
        .save_draft(&world.ann, reply, HOSTILE.into())
        .await
        .unwrap();
    world
        .change_settings(|settings| settings.name = HOSTILE.into())
        .await;
    let texter = app.sign_in(&world.ann).await;
    let admin = app.sign_in(&world.admin).await;
    let name = form_urlencoded::Serializer::new(String::new())
        .append_pair("name", HOSTILE)
        .finish();
    for cookie in [&texter, &admin] {
        let renamed = app.submit("/api/account/rename", Some(cookie), &name).await;
        assert_eq!(renamed.location(), "/account?done=renamed");
    }
    let title = HOSTILE.chars().take(100).collect::<String>();
    let team = world.store.create_team(&world.admin, &title, 1).await;
    let form = format!("team={}&campaign={campaign}&add=true", team.unwrap());
    let added = app.call("/api/teams/change", Some(&admin), &form).await;
    assert!(added.status.is_success(), "{}", added.body);
    for (path, cookie) in [
        ("/texts".to_owned(), &texter),
        (format!("/texts/{reply}"), &texter),
        ("/campaigns".to_owned(), &admin),
        (
            format!("/campaigns?done=archive&changed=0&left={campaign}.somebody_waits"),
            &admin,
        ),
        (
            format!("/campaigns/chosen?change=archive&campaigns={campaign}"),
            &admin,
        ),
        (format!("/campaigns/{campaign}"), &admin),
        ("/campaigns/release".to_owned(), &admin),
        ("/releases".to_owned(), &admin),
    ] {
        let page = app.get_after_form(&path, cookie).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains("alert("), "{path}: it is shown");
        for live in ["<script>alert", "<img src=x", "</textarea></title>"] {
            assert!(!page.body.contains(live), "{path}: {live} is live");
        }
        // A quote is harmless in a text, and ends an attribute within a tag.
        for tag in page
            .body
            .split('<')
            .filter_map(|from| from.split('>').next())
        {
            assert!(!tag.contains("\" onload="), "{path}: <{tag}>");
        }
    }
}

//! Sessions that there are not.

use super::super::TestApp;
use super::rows::rows;
use super::table::{Access, PAGES, REQUESTS, functions};
use app::error::AppError;
use form_urlencoded::byte_serialize;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_forged_session_is_refused_by_everything_and_led_to_signing_in(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &app.world.ann, 300).await;
    let before = rows(&app.world, None).await;
    for cookie in [
        "baton_session=AAAAAAAAAAAAAAAAAAAAAA",
        "baton_session=1",
        "baton_session=' or 1=1 --",
    ] {
        for (path, form, _) in functions() {
            let refusal = app.call(path, Some(cookie), form).await.refusal();
            assert_eq!(refusal, (401, Some(AppError::SignedOut)), "{path} {cookie}");
        }
        for (_, address, access) in PAGES {
            if access == Access::Anybody {
                continue;
            }
            let location = app.get(address, Some(cookie)).await.location().to_owned();
            // Nothing is asked for by the start page.
            let expected = match address {
                "/" => "/sign-in".to_owned(),
                page => {
                    let page: String = byte_serialize(page.as_bytes()).collect();
                    format!("/sign-in?next={page}")
                }
            };
            assert_eq!(location, expected, "{address}");
        }
        for (method, _, address, access) in REQUESTS {
            if access != Access::Anybody && method == "GET" {
                let status = app.get(address, Some(cookie)).await.status;
                assert_eq!(status, 401, "{address} {cookie}");
            }
        }
    }
    assert_eq!(rows(&app.world, None).await, before);
}

//! Pages, streams, exports and uploads, by role.

use super::rows::rows;
use super::table::{Access, PAGES, REQUESTS};
use super::{ROLES, cookie_of, suspended};
use crate::http::tests::TestApp;
use app::domain::Role;
use axum::body::Body;
use http::Request;
use http::header::LOCATION;
use server_store::testing::World;
use sqlx::PgPool;

/// What came back for an address: its status, and where it redirects to. The body is not read: a stream has no end.
struct Reply {
    status: u16,
    location: String,
}

async fn ask(app: &TestApp, method: &str, address: &str, cookie: Option<&str>) -> Reply {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header("host", "baton.test")
        .header("accept", "text/html")
        .header("origin", "http://baton.test")
        .header("content-type", "application/x-www-form-urlencoded");
    let request = match cookie {
        Some(cookie) => request.header("cookie", cookie),
        None => request,
    };
    let body = match method {
        "POST" => Body::from("stream=a&topics=texts"),
        _ => Body::empty(),
    };
    let response = app.send(request.body(body).unwrap()).await;
    let location = response.headers().get(LOCATION);
    Reply {
        status: response.status().as_u16(),
        location: location.map_or_else(String::new, |to| to.to_str().unwrap().to_owned()),
    }
}

/// An organization in which there is something at each address of the table.
async fn scene(pool: PgPool) -> TestApp {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    let archived = world.campaign().await;
    world.pooled(archived, 300).await;
    world.change_campaign(archived, "archived_at = now()").await;
    world
        .upload(campaign, "firstName,lastName,cell\nAda,Byron,2125550177\n")
        .await;
    world.unmatched_text("SM1", "72345", "Your code").await;
    let admin = cookie_of(&app, Role::Admin).await;
    for (path, form) in [
        ("/api/releases/start", super::super::refusals::POLICY),
        ("/api/teams/create", "title=Legal&priority=10"),
        ("/api/teams/change", "team=1&member=3&add=true"),
        ("/api/tags/create", "title=Press&escalation=true"),
        ("/api/invites/create", "role=texter&days=7&uses=1"),
        ("/api/opt-outs/add", "numbers=202-555-0150"),
        (
            "/api/reviews/prepare-bulk",
            "matching=true&change=close&back=/review",
        ),
        (
            "/api/contacts/import",
            "campaign=1&upload=1&columns[0]=firstName&columns[1]=lastName&columns[2]=cell",
        ),
    ] {
        let made = app.call(path, Some(&admin), form).await;
        assert!(made.status.is_success(), "{path}: {}", made.body);
    }
    app
}

/// Whether it is shown, or there is nothing of the viewer's own behind it.
fn is_shown(reply: &Reply, route: &str) -> bool {
    let has_moved = (300..400).contains(&reply.status) && !reply.location.starts_with("/sign-in");
    let of_its_holder = ["/texts/{id}", "/texts/{id}/earlier", "/texts/{id}/opt-out"];
    let is_of_its_holder = of_its_holder.contains(&route) && reply.status == 404;
    reply.status == 200 || has_moved || is_of_its_holder
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_page_is_shown_to_the_roles_that_it_is_for_and_to_nobody_else(pool: PgPool) {
    let app = scene(pool).await;
    let mut viewers = vec![(None, None), (None, Some(suspended(&app).await))];
    for role in ROLES {
        viewers.push((Some(role), Some(cookie_of(&app, role).await)));
    }
    let before = rows(&app.world, None).await;
    for (role, cookie) in &viewers {
        for (route, address, access) in PAGES {
            let reply = ask(&app, "GET", address, cookie.as_deref()).await;
            let status = reply.status;
            if access == Access::Anybody {
                assert!(status < 500 && ![401, 403].contains(&status), "{address}");
                assert!(!reply.location.starts_with("/sign-in?"), "{address}");
            } else if access.allows(*role) {
                assert!(is_shown(&reply, route), "{address} {role:?}: {status}");
            } else if role.is_some() {
                assert_eq!(status, 403, "{address} {role:?}");
            } else {
                assert!(
                    reply.location.starts_with("/sign-in"),
                    "{address}: {status}"
                );
            }
        }
    }
    assert_eq!(rows(&app.world, None).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn so_are_streams_exports_and_uploads(pool: PgPool) {
    let app = scene(pool).await;
    let mut viewers = vec![(None, None), (None, Some(suspended(&app).await))];
    for role in ROLES {
        viewers.push((Some(role), Some(cookie_of(&app, role).await)));
    }
    // An export is an event of the audit log.
    let content = async || {
        let mut rows = rows(&app.world, None).await;
        rows.remove("audit_event");
        rows
    };
    let before = content().await;
    for (role, cookie) in &viewers {
        for (method, _, address, access) in REQUESTS {
            let status = ask(&app, method, address, cookie.as_deref()).await.status;
            if access.allows(*role) {
                assert!(
                    status < 500 && ![401, 403].contains(&status) || access == Access::Anybody,
                    "{address} {role:?}: {status}"
                );
            } else {
                let expected = if role.is_some() { 403 } else { 401 };
                assert_eq!(status, expected, "{address} {role:?}");
            }
        }
    }
    assert_eq!(content().await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn there_is_nothing_here_for_the_owner_of_another_organization(pool: PgPool) {
    let app = scene(pool.clone()).await;
    let elsewhere = TestApp::of(World::new(pool).await);
    let cookie = cookie_of(&elsewhere, Role::Owner).await;
    let before = rows(&app.world, Some(app.world.organization.0)).await;
    let pages = PAGES.map(|(route, address, access)| ("GET", route, address, access));
    for (method, route, address, access) in pages.into_iter().chain(REQUESTS) {
        if access == Access::Anybody || !route.contains('{') {
            continue;
        }
        let reply = ask(&app, method, address, Some(&cookie)).await;
        assert_eq!(reply.status, 404, "{address}");
    }
    assert_eq!(
        rows(&app.world, Some(app.world.organization.0)).await,
        before
    );
}

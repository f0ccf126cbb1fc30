//! The routes that the router has.

use super::table::{PAGES, REQUESTS, function_paths};
use crate::http::tests::TestApp;
use sqlx::PgPool;
use std::collections::BTreeSet;

/// The paths of the router's routes. axum does not give them out; its `Debug` does: `RouteId(7): "/teams/{id}"`. Those
/// of its own making are left out: of a fallback, and of what is below a nested service.
fn routes_of(app: &TestApp) -> BTreeSet<String> {
    let debug = format!("{:?}", app.router);
    let named = debug.split("RouteId(").skip(1).filter_map(|rest| {
        let (_, path) = rest.split_once("): \"")?;
        let (path, _) = path.split_once('"')?;
        rest.split_once(')')
            .is_some_and(|(id, rest)| id.parse::<u32>().is_ok() && rest.starts_with(": \""))
            .then_some(path)
    });
    named
        .filter(|path| !path.contains("__private__axum"))
        .map(|path| match path {
            "/" => path,
            path => path.trim_end_matches('/'),
        })
        .map(str::to_owned)
        .collect()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_route_stands_in_the_table(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let listed: BTreeSet<String> = function_paths()
        .chain(PAGES.map(|(route, ..)| route))
        .chain(REQUESTS.map(|(_, route, ..)| route))
        .map(str::to_owned)
        .collect();
    assert_eq!(routes_of(&app), listed);
}

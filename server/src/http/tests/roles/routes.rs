//! The routes that the router has.

use super::table::{PAGES, REQUESTS, function_paths};
use crate::http::tests::TestApp;
use sqlx::PgPool;
use std::collections::{BTreeMap, BTreeSet};

/// A method and a path.
type Route = (String, String);

/// The routes of the router. axum does not give them out; its `Debug` does: `RouteId(7): MethodRouter(…)` with the
/// `Allow` header of a route, and then `RouteId(7): "/teams/{id}"`. Those of its own making are left out: of a fallback,
/// and of what is below a nested service.
fn routes_of(app: &TestApp) -> BTreeSet<Route> {
    let debug = format!("{:?}", app.router);
    // The routes and the fallbacks, each with numbers of their own.
    let tables = debug.split("PathRouter {").skip(1);
    tables
        .flat_map(|table| {
            let (routes, paths) = table.split_once("node: Node {").unwrap();
            let methods: BTreeMap<u32, Vec<String>> = by_id(routes)
                .map(|(id, route)| (id, methods(route)))
                .collect();
            let paths: Vec<Route> = by_id(paths)
                .filter_map(|(id, rest)| Some((id, rest.strip_prefix('"')?.split_once('"')?.0)))
                .filter(|(_, path)| !path.contains("__private__axum"))
                .flat_map(|(id, path)| {
                    let path = match path {
                        "/" => path,
                        path => path.trim_end_matches('/'),
                    };
                    let of_it = methods[&id].iter();
                    of_it
                        .map(|method| (method.clone(), path.to_owned()))
                        .collect::<Vec<_>>()
                })
                .collect();
            paths
        })
        .collect()
}

/// What stands behind each number: `RouteId(7): …`.
fn by_id(debug: &str) -> impl Iterator<Item = (u32, &str)> {
    debug.split("RouteId(").skip(1).filter_map(|rest| {
        let (id, rest) = rest.split_once("): ")?;
        Some((id.parse().ok()?, rest))
    })
}

/// The methods of a route. What has no header is a service, of files, which answers one method.
fn methods(route: &str) -> Vec<String> {
    let allowed = route.split_once("allow_header: Bytes(b\"");
    let allowed = allowed.and_then(|(_, rest)| Some(rest.split_once('"')?.0));
    let named = allowed.unwrap_or("GET").split(',');
    // Which comes with GET.
    named
        .filter(|method| *method != "HEAD")
        .map(str::to_owned)
        .collect()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_route_stands_in_the_table_with_its_method(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let listed: BTreeSet<Route> = function_paths()
        .map(|path| ("POST", path))
        .chain(PAGES.map(|(route, ..)| ("GET", route)))
        .chain(REQUESTS.map(|(method, route, ..)| (method, route)))
        .map(|(method, route)| (method.to_owned(), route.to_owned()))
        .collect();
    assert_eq!(routes_of(&app), listed);
}

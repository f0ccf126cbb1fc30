//! The router: all routes with their layers.

use super::state::AppState;
use super::time_limit::{
    RESPONSE_TIMEOUT, UPLOAD_STEP_TIMEOUT, answer_while_reading, answer_within,
};
use super::{
    bulk_progress, exports, flash, form_body, form_redirect, health, host_check, language, live,
    media, navigation, organization_guard, pages, refusal_status, request_span, role_guard,
    security, sentences_file, upload, webhooks,
};
use app::pages::App;
use app::shell::shell;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use leptos_axum::{LeptosRoutes, generate_route_list, render_app_async_with_context};
use server_auth::{LIFETIME, PgSessionStore, establish_viewer};
use std::path::Path;
use std::time::Duration;
use tower::ServiceBuilder;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::{RequestBodyDeadlineLayer, ResponseBodyTimeoutLayer};
use tower_http::trace::TraceLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

/// How hard pages are compressed: a texter's home of 47 kB becomes 6.7 kB in 0.7 ms, by the default level of brotli 7.3 kB in
/// 0.5 ms.
const PAGE_COMPRESSION: CompressionLevel = CompressionLevel::Precise(7);

/// The whole application.
pub fn router(state: AppState) -> Router {
    router_within(state, RESPONSE_TIMEOUT)
}

/// The whole application, which answers within the limit; uploads apart.
pub(super) fn router_within(state: AppState, limit: Duration) -> Router {
    let sessions = SessionManagerLayer::new(PgSessionStore::new(state.store.clone()))
        .with_name("baton_session")
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(state.public_url.is_https())
        // The cookie is set only at sign-in, so that it has to last for the maximum lifetime. The database ends unused
        // sessions sooner.
        .with_expiry(Expiry::OnInactivity(cookie_age()));
    let authentication = ServiceBuilder::new()
        .layer(sessions)
        .layer(from_fn_with_state(state.clone(), establish_viewer));

    let pages_and_functions = Router::new()
        .leptos_routes_with_context(
            &state,
            generate_route_list(App),
            {
                let state = state.clone();
                move || pages::provide(&state)
            },
            {
                let state = state.clone();
                move || shell(state.site.options.clone(), &state.site.files)
            },
        )
        .fallback_service(files_or_not_found(&state))
        .layer(from_fn(refusal_status::set))
        .layer(from_fn(role_guard::guard))
        .layer(from_fn_with_state(state.clone(), form_redirect::guard))
        .layer(from_fn_with_state(state.clone(), flash::show_once));
    // Read page by page, each within the limit.
    let exports = exports::routes().layer(ResponseBodyTimeoutLayer::new(limit));
    let webhooks = webhooks::routes().layer(RequestBodyDeadlineLayer::new(form_body::FORM_TIMEOUT));

    let answered_soon = pages_and_functions
        .merge(live::routes())
        .merge(media::routes())
        .merge(upload::progress::routes())
        .merge(
            bulk_progress::routes().layer(from_fn_with_state(state.clone(), form_redirect::guard)),
        )
        .merge(exports)
        .layer(from_fn(form_body::refuse_unreadable))
        .layer(from_fn(organization_guard::guard))
        .layer(from_fn(language::choose))
        .layer(authentication.clone())
        // Outside of what establishes the viewer: a form that was begun before a suspension is not saved after it.
        .layer(from_fn(form_body::read))
        .nest_service("/pkg", bundle(&state))
        .merge(sentences_file::routes())
        .merge(webhooks)
        .route("/health", get(health::health))
        .layer(from_fn_with_state(limit, answer_within));
    let uploads = upload::routes()
        .layer(from_fn_with_state(state.clone(), form_redirect::guard))
        .layer(from_fn(organization_guard::guard))
        .layer(authentication)
        .layer(from_fn_with_state(
            UPLOAD_STEP_TIMEOUT,
            answer_while_reading,
        ));

    let router = answered_soon
        .merge(uploads)
        .with_state(state.clone())
        .layer(csrf(&state))
        .layer(from_fn(form_body::refuse_encodings))
        .layer(from_fn(navigation::name_redirects))
        .layer(from_fn_with_state(state.clone(), host_check::check))
        .layer(from_fn(language::choose))
        .layer(CompressionLayer::new().quality(PAGE_COMPRESSION));
    security::with_headers(router, &state.public_url)
        .layer(TraceLayer::new_for_http().make_span_with(request_span::request_span))
}

fn cookie_age() -> time::Duration {
    time::Duration::try_from(LIFETIME).unwrap_or(time::Duration::MAX)
}

/// Files of the site's root, such as the icon, and the page for 404.
///
/// Leptos' own file handler is not used: it takes the `ResponseOptions` of a page that is being rendered on the same
/// thread, which then loses its headers.
fn files_or_not_found(state: &AppState) -> ServeDir<Router> {
    let not_found = render_app_async_with_context(
        {
            let state = state.clone();
            move || pages::provide(&state)
        },
        {
            let state = state.clone();
            move || shell(state.site.options.clone(), &state.site.files)
        },
    );
    ServeDir::new(state.site.options.site_root.as_ref())
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(false)
        .call_fallback_on_method_not_allowed(true)
        .fallback(Router::new().fallback(not_found))
}

/// The bundle. Its files are compressed by the build; their names have hashes, so that browsers cache them for good.
fn bundle(state: &AppState) -> Router {
    let options = &state.site.options;
    let folder = Path::new(options.site_root.as_ref()).join(options.site_pkg_dir.as_ref());
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    let for_good = HeaderValue::from_static(if options.hash_files {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    });
    Router::new()
        .fallback_service(files)
        .layer(SetResponseHeaderLayer::overriding(
            CACHE_CONTROL,
            move |response: &http::Response<_>| {
                response.status().is_success().then(|| for_good.clone())
            },
        ))
}

/// The CSRF layer, which refuses requests from pages of other sites. Webhooks have no origin and pass.
fn csrf(state: &AppState) -> CsrfLayer {
    let layer = CsrfLayer::new();
    match layer
        .clone()
        .add_trusted_origin(state.public_url.as_str().trim_end_matches('/'))
    {
        Ok(layer) => layer,
        Err(error) => {
            // Origins are then compared with the Host header alone, which is stricter.
            tracing::warn!(%error, "the public URL cannot be trusted as an origin");
            layer
        }
    }
}

//! Forms and requests of a page that was made for another organization. Whoever belongs to several may have changed to
//! another one in a second window; a form of a page from before is then refused, also one that names nothing by which its
//! organization could be told, such as the form of a new team.
//!
//! The pages of whoever belongs to several organizations say theirs in the address that each form is sent to. This is
//! done here, for all forms of all pages, so that none can be forgotten. What the program of a page asks for by itself says
//! for whom the page was made, in a header (`script/requests.js`), or, of a beacon, which has none, in its address. That is
//! a member, and so refuses the requests of a page of somebody else too, who was signed in before in this browser.

use super::error_page::refuse;
use super::page_viewer::PageViewer;
use app::domain::Viewer;
use app::ports::OtherOrganizations;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, StatusCode};
use sentences::page;

/// The field in the address of a form.
const ORGANIZATION: &str = "organization";
/// The header by which a request says for whom its page was made.
const VIEWER: HeaderName = HeaderName::from_static("baton-viewer");
/// The same, in the address of a beacon.
const VIEWER_FIELD: &str = "viewer";
/// The header of a refusal upon which the page is fetched again.
const OUTDATED: HeaderName = HeaderName::from_static("baton-outdated");
/// Server functions of the person, whatever their organization: signing in and out, the language, the choice of an
/// organization.
const OF_THE_PERSON: &str = "/api/session/";
/// The maximum length of a page, in bytes; far above that of any.
const MAX_PAGE_BYTES: usize = 32 * 1024 * 1024;

/// Refuses forms and requests of other organizations' pages, and names the organization in the forms of this one's.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let viewer = parts.extensions.get::<Viewer>().cloned();
    let Some(viewer) = viewer else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    let has_several = parts.extensions.get::<OtherOrganizations>().is_some();
    let organization = viewer.organization.to_string();
    let is_guarded = parts.method == Method::POST && is_of_organization(parts.uri.path());
    let name = &viewer.organization_name;
    if is_guarded && page_viewer(&parts).is_some_and(|page| page.member != viewer.member) {
        let title = page::other_organization_title();
        let sentence = page::page_of_another_viewer(name);
        let mut refusal = refuse(&parts.headers, StatusCode::CONFLICT, title, &sentence);
        let headers = refusal.headers_mut();
        headers.insert(OUTDATED, HeaderValue::from_static("true"));
        return refusal;
    }
    if is_guarded && let Some(page) = page_of_form(&parts, &organization, has_several) {
        let (title, sentence) = match page {
            ForeignPage::Named => (
                page::other_organization_title(),
                page::form_of_another_organization(name),
            ),
            ForeignPage::Unnamed => (
                page::page_without_organization_title(),
                page::form_without_organization(name),
            ),
        };
        return refuse(&parts.headers, StatusCode::CONFLICT, title, &sentence);
    }
    let response = next.run(Request::from_parts(parts, body)).await;
    if has_several {
        naming(response, &organization).await
    } else {
        response
    }
}

/// The page of a form that is refused.
enum ForeignPage {
    /// Another organization's.
    Named,
    /// From when there was only one organization: it is not known which, if there are several now.
    Unnamed,
}

/// Whether this is a server function for the organization of the session.
fn is_of_organization(path: &str) -> bool {
    path.starts_with("/api/") && !path.starts_with(OF_THE_PERSON)
}

/// The viewer of the page that makes the request, if it says so; one of an older version does not.
fn page_viewer(request: &Parts) -> Option<PageViewer> {
    if let Some(viewer) = request.headers.get(VIEWER) {
        return PageViewer::try_from(viewer.to_str().ok()?).ok();
    }
    let query = request.uri.query().unwrap_or_default();
    let mut fields = form_urlencoded::parse(query.as_bytes());
    let (_, viewer) = fields.find(|(name, _)| name == VIEWER_FIELD)?;
    PageViewer::try_from(&*viewer).ok()
}

/// The form's page, unless it is this organization's. Of what has no form [`page_viewer`] says it.
fn page_of_form(request: &Parts, organization: &str, has_several: bool) -> Option<ForeignPage> {
    let query = request.uri.query().unwrap_or_default();
    let mut fields = form_urlencoded::parse(query.as_bytes());
    match fields.find(|(name, _)| name == ORGANIZATION) {
        Some((_, named)) => (named != organization).then_some(ForeignPage::Named),
        None => {
            let accept = request.headers.get(ACCEPT);
            let accept = accept.and_then(|accept| accept.to_str().ok());
            let is_form = accept.is_some_and(|accept| accept.contains("text/html"));
            (has_several && is_form).then_some(ForeignPage::Unnamed)
        }
    }
}

async fn naming(response: Response, organization: &str) -> Response {
    let kind = response.headers().get(CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let page = match to_bytes(body, MAX_PAGE_BYTES).await {
        Ok(page) => page,
        Err(error) => {
            tracing::error!(%error, "a page could not be read to name its organization");
            parts.status = StatusCode::INTERNAL_SERVER_ERROR;
            return Response::from_parts(parts, Body::empty());
        }
    };
    let page = name_in_forms(&String::from_utf8_lossy(&page), organization);
    if parts.headers.contains_key(CONTENT_LENGTH) {
        parts
            .headers
            .insert(CONTENT_LENGTH, HeaderValue::from(page.len()));
    }
    Response::from_parts(parts, Body::from(page))
}

/// The page with the organization in the address of each form. A `<` in a text is escaped, so that what begins with
/// `<form` is a form.
fn name_in_forms(page: &str, organization: &str) -> String {
    const ACTION: &str = " action=\"/api/";
    let mut named = String::with_capacity(page.len() + 1024);
    let mut rest = page;
    while let Some(start) = rest.find("<form") {
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |end| start + end);
        let form = &rest[start..end];
        let address_end = form.find(ACTION).and_then(|action| {
            let address = action + ACTION.len();
            form[address..]
                .find('"')
                .map(|quote| start + address + quote)
        });
        let upto = address_end.unwrap_or(end);
        named.push_str(&rest[..upto]);
        if address_end.is_some() {
            for part in ["?", ORGANIZATION, "=", organization] {
                named.push_str(part);
            }
        }
        rest = &rest[upto..];
    }
    named.push_str(rest);
    named
}

#[cfg(test)]
mod tests {
    use super::name_in_forms;

    #[test]
    fn each_form_names_it_and_nothing_else_does() {
        let page = r#"<p>action="/api/x"</p><form method="post" action="/api/teams/create" class="a"><input></form><form method="get" action="/people"></form><form action="/api/tags/create">"#;
        let named = r#"<p>action="/api/x"</p><form method="post" action="/api/teams/create?organization=7" class="a"><input></form><form method="get" action="/people"></form><form action="/api/tags/create?organization=7">"#;
        assert_eq!(name_in_forms(page, "7"), named);
        assert_eq!(name_in_forms("<p>é</p><form", "7"), "<p>é</p><form");
    }
}

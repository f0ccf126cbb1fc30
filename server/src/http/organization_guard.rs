//! Forms and requests of a page that was made for somebody else. Whoever belongs to several organizations may have changed
//! to another one in a second window, and somebody else may have signed in since in the same browser; a form of a page from
//! before is then refused, also one that names nothing by which that could be told, such as the form of a new team.
//!
//! The pages of who is signed in name them as a member, who is somebody in an organization, in the address that each form
//! is sent to; those of whoever belongs to several organizations name theirs too. This is done here, for all forms of all
//! pages, so that none can be forgotten. What the program of a page asks for by itself says for whom the page was made in a
//! header (`script/requests.js`), or, of a beacon, which has none, in its address.

use super::error_page::{refuse, refuse_with_words};
use super::typed_words::typed_words;
use app::api::account::SignOutEverywhere;
use app::api::session::JoinAs;
use app::domain::{MemberId, Viewer};
use app::ports::OtherOrganizations;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, StatusCode};
use leptos::server_fn::ServerFn;
use sentences::page;

/// The field in the address of a form.
const ORGANIZATION: &str = "organization";
/// The header by which a request says for whom its page was made: `12.texter`.
const VIEWER: HeaderName = HeaderName::from_static("baton-viewer");
/// The same in the address of a form or a beacon, with the role or without.
const VIEWER_FIELD: &str = "viewer";
/// The header of a refusal upon which the page is fetched again.
const OUTDATED: HeaderName = HeaderName::from_static("baton-outdated");
/// Server functions of whoever is at the browser: signing in and out, the language, the choice of an organization.
const OF_THE_PERSON: &str = "/api/session/";
/// Those among them that are done in the name of who is signed in, which the page has said: they are nobody else's.
const IN_THEIR_NAME: [&str; 2] = [JoinAs::PATH, SignOutEverywhere::PATH];
/// What is live: a stream is shared by windows of the same member, whatever their roles were.
const LIVE: &str = "/events";
/// The maximum length of a page, in bytes; far above that of any.
const MAX_PAGE_BYTES: usize = 32 * 1024 * 1024;

/// Refuses forms and requests of pages that were made for somebody else, and names the viewer in the forms of their own.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let viewer = parts.extensions.get::<Viewer>().cloned();
    let Some(viewer) = viewer else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    let has_several = parts.extensions.get::<OtherOrganizations>().is_some();
    let organization = viewer.organization.to_string();
    let foreign = match guarded(&parts) {
        Some(Guarded::ByMember) => foreign_page(&parts, &viewer, has_several),
        Some(Guarded::ByPerson) => of_other_member(&parts, &viewer),
        None => None,
    };
    if let Some(page) = foreign {
        return refusal(&parts, body, &page, &viewer.organization_name).await;
    }
    let response = next.run(Request::from_parts(parts, body)).await;
    let member = viewer.member.to_string();
    let mut names = vec![(VIEWER_FIELD, &*member)];
    names.extend(has_several.then_some((ORGANIZATION, &*organization)));
    naming(response, &names).await
}

/// The page of a form or a request that is refused.
enum ForeignPage {
    /// Another organization's.
    OtherOrganization,
    /// From when there was only one organization: it is not known which, if there are several now.
    Unnamed,
    /// Somebody else's: another person's, or the viewer's own in another organization.
    OtherMember,
}

/// For whom a request is.
enum Guarded {
    /// For the organization of the session, and for who is signed in there.
    ByMember,
    /// For the person, whatever their organizations; a page that does not say whose it is has never been refused.
    ByPerson,
}

fn guarded(request: &Parts) -> Option<Guarded> {
    let path = request.uri.path();
    if request.method != Method::POST || path.starts_with(LIVE) {
        None
    } else if !path.starts_with(OF_THE_PERSON) {
        Some(Guarded::ByMember)
    } else {
        IN_THEIR_NAME.contains(&path).then_some(Guarded::ByPerson)
    }
}

async fn refusal(request: &Parts, body: Body, page: &ForeignPage, organization: &str) -> Response {
    let (title, sentence) = match page {
        ForeignPage::OtherOrganization => (
            page::other_organization_title(),
            page::form_of_another_organization(organization),
        ),
        ForeignPage::Unnamed => (
            page::page_without_organization_title(),
            page::form_without_organization(organization),
        ),
        ForeignPage::OtherMember => (
            page::page_of_another_viewer_title(),
            page::page_of_another_viewer(organization),
        ),
    };
    let status = StatusCode::CONFLICT;
    if is_form(request) {
        let words = typed_words(&request.headers, body).await;
        return refuse_with_words(status, title, &sentence, &words);
    }
    let mut refusal = refuse(&request.headers, status, title, &sentence);
    let headers = refusal.headers_mut();
    headers.insert(OUTDATED, HeaderValue::from_static("true"));
    refusal
}

/// Whether a browser sends it for a page, without the program or the script.
fn is_form(request: &Parts) -> bool {
    let accept = request.headers.get(ACCEPT);
    let accept = accept.and_then(|accept| accept.to_str().ok());
    let is_page = accept.is_some_and(|accept| accept.contains("text/html"));
    is_page && !request.headers.contains_key(VIEWER)
}

/// Whose page makes the request, unless it is the viewer's own, or one of an older version that does not say so.
fn foreign_page(request: &Parts, viewer: &Viewer, has_several: bool) -> Option<ForeignPage> {
    let organization = field(request, ORGANIZATION);
    let is_own = |named: &str| *named == viewer.organization.to_string();
    let is_other = organization.as_deref().is_some_and(|named| !is_own(named));
    let is_unnamed = page_member(request).is_none();
    if is_other && is_form(request) {
        Some(ForeignPage::OtherOrganization)
    } else if let Some(page) = of_other_member(request, viewer) {
        Some(page)
    } else if is_unnamed && organization.is_none() && has_several && is_form(request) {
        Some(ForeignPage::Unnamed)
    } else {
        None
    }
}

/// Whether the page says that it is somebody else's, or the viewer's own in another organization.
fn of_other_member(request: &Parts, viewer: &Viewer) -> Option<ForeignPage> {
    let member = page_member(request)?;
    (member != viewer.member).then_some(ForeignPage::OtherMember)
}

/// The member for whom the page was made that makes the request, if it says so.
fn page_member(request: &Parts) -> Option<MemberId> {
    let header = request.headers.get(VIEWER);
    let viewer = match header {
        Some(viewer) => viewer.to_str().ok()?.to_owned(),
        None => field(request, VIEWER_FIELD)?,
    };
    viewer.split('.').next()?.parse().ok()
}

/// A field of the address.
fn field(request: &Parts, name: &str) -> Option<String> {
    let query = request.uri.query().unwrap_or_default();
    let mut fields = form_urlencoded::parse(query.as_bytes());
    let (_, value) = fields.find(|(field, _)| field == name)?;
    Some(value.into_owned())
}

async fn naming(response: Response, names: &[(&str, &str)]) -> Response {
    let kind = response.headers().get(CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let page = match to_bytes(body, MAX_PAGE_BYTES).await {
        Ok(page) => page,
        Err(error) => {
            tracing::error!(%error, "a page could not be read to name its viewer in its forms");
            parts.status = StatusCode::INTERNAL_SERVER_ERROR;
            return Response::from_parts(parts, Body::empty());
        }
    };
    let page = name_in_forms(&String::from_utf8_lossy(&page), names);
    if parts.headers.contains_key(CONTENT_LENGTH) {
        parts
            .headers
            .insert(CONTENT_LENGTH, HeaderValue::from(page.len()));
    }
    Response::from_parts(parts, Body::from(page))
}

/// The page with these fields in the address of each form that is posted to this site and is not of whoever is at the
/// browser. A `<` in a text is escaped, so that what begins with `<form` is a form.
fn name_in_forms(page: &str, names: &[(&str, &str)]) -> String {
    const ACTION: &str = " action=\"/";
    let mut named = String::with_capacity(page.len() + 1024);
    let mut rest = page;
    while let Some(start) = rest.find("<form") {
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |end| start + end);
        let form = &rest[start..end];
        let address = form.find(ACTION).and_then(|action| {
            // From its slash on.
            let begin = start + action + ACTION.len() - 1;
            let length = rest[begin..end].find('"')?;
            let address = &rest[begin..begin + length];
            let is_named = !address.starts_with(OF_THE_PERSON) || IN_THEIR_NAME.contains(&address);
            let is_posted = form.contains(" method=\"post\"") && is_named;
            is_posted.then_some((begin + length, address.contains('?')))
        });
        let upto = address.map_or(end, |(upto, _)| upto);
        named.push_str(&rest[..upto]);
        if let Some((_, has_query)) = address {
            for (place, (name, value)) in names.iter().enumerate() {
                let mark = if place > 0 || has_query { "&amp;" } else { "?" };
                for part in [mark, name, "=", value] {
                    named.push_str(part);
                }
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
    fn each_posted_form_names_it_and_nothing_else_does() {
        let page = r#"<p>action="/api/x"</p><form method="post" action="/api/teams/create" class="a"><input></form><form method="get" action="/people"></form><form action="/opt-outs/import?a=b" method="post"><form method="post" action="/api/session/sign-out"><form method="post" action="/api/session/join-as">"#;
        let named = r#"<p>action="/api/x"</p><form method="post" action="/api/teams/create?viewer=12&amp;organization=7" class="a"><input></form><form method="get" action="/people"></form><form action="/opt-outs/import?a=b&amp;viewer=12&amp;organization=7" method="post"><form method="post" action="/api/session/sign-out"><form method="post" action="/api/session/join-as?viewer=12&amp;organization=7">"#;
        let names = [("viewer", "12"), ("organization", "7")];
        assert_eq!(name_in_forms(page, &names), named);
        assert_eq!(name_in_forms("<p>é</p><form", &names), "<p>é</p><form");
    }
}

//! Refusals by middleware, before a page or a server function is reached: a page for browsers, an [`AppError`] for
//! islands, a line of text for programs.

use app::error::AppError;
use axum::response::{Html, IntoResponse, Response};
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use leptos::server_fn::ContentType;
use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::error::FromServerFnError;
use sentences::page;

/// A page for a refused request, with a link.
#[derive(Debug)]
pub(super) struct ErrorPage<'a> {
    pub status: StatusCode,
    pub title: &'a str,
    pub sentence: &'a str,
    /// The address and the text of the link.
    pub link: (&'a str, &'a str),
    /// What was typed, to be copied.
    pub words: &'a [String],
}

impl IntoResponse for ErrorPage<'_> {
    fn into_response(self) -> Response {
        let title = escape(self.title);
        let sentence = escape(self.sentence);
        let (address, link) = self.link;
        let language = sentences::current().tag();
        let typed = page::what_was_typed();
        let words = self.words.iter().map(|words| {
            let words = escape(words);
            // A line break at the beginning is the element's own.
            format!("<p><label>{typed}<br><textarea rows=\"5\" cols=\"40\" readonly>\n{words}</textarea></label></p>")
        });
        let words: String = words.collect();
        let html = format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{title} – Baton</title></head>\
             <body><main><h1>{title}</h1><p>{sentence}</p>{words}\
             <p><a href=\"{address}\">{link}</a></p></main></body></html>\n"
        );
        (self.status, Html(html)).into_response()
    }
}

/// The refusal in the format that the request accepts.
pub(super) fn refuse(
    headers: &HeaderMap,
    status: StatusCode,
    title: &str,
    sentence: &str,
) -> Response {
    if accepts(headers, "text/html") {
        return refuse_with_words(status, title, sentence, &[]);
    }
    let postcard = PostcardEncoding::CONTENT_TYPE;
    if accepts(headers, postcard) {
        let error = AppError::Invalid(sentence.to_owned());
        return (status, [(CONTENT_TYPE, postcard)], error.ser()).into_response();
    }
    (status, format!("{sentence}\n")).into_response()
}

/// The refusal of a form, with what was typed in it.
pub(super) fn refuse_with_words(
    status: StatusCode,
    title: &str,
    sentence: &str,
    words: &[String],
) -> Response {
    let link = ("/", page::go_to_home_page());
    ErrorPage {
        status,
        title,
        sentence,
        link,
        words,
    }
    .into_response()
}

fn accepts(headers: &HeaderMap, kind: &str) -> bool {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains(kind))
}

/// Text in HTML, because the sentence may repeat input.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_the_sender_wrote_stays_text() {
        assert_eq!(escape("<script>\"&"), "&lt;script&gt;&quot;&amp;");
    }
}

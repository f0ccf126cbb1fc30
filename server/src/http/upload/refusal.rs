//! A page that says why an upload was refused, for browsers with and without WASM.

use app::domain::CampaignId;
use app::error::AppError;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;

/// Why an upload was refused: a status for programs and a sentence for people.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    sentence: String,
    campaign: Option<CampaignId>,
}

impl Refusal {
    /// With a sentence that says what to do.
    pub fn new(status: StatusCode, sentence: String) -> Self {
        Self {
            status,
            sentence,
            campaign: None,
        }
    }

    /// With a way back to the campaign.
    pub fn on(self, campaign: CampaignId) -> Self {
        Self {
            campaign: Some(campaign),
            ..self
        }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self::new(error.status(), error.to_string())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (back, to) = match self.campaign {
            Some(campaign) => (format!("/campaigns/{campaign}"), "Back to the campaign"),
            None => ("/".to_owned(), "Back to the start"),
        };
        let sentence = escape(&self.sentence);
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>Nothing was imported – Baton</title></head>\
             <body><main><h1>Nothing was imported</h1><p>{sentence}</p>\
             <p><a href=\"{back}\">{to}</a></p></main></body></html>\n"
        );
        (self.status, Html(page)).into_response()
    }
}

/// The sentence may repeat what the sender wrote.
fn escape(text: &str) -> String {
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

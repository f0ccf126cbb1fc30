use crate::domain::{ConversationId, MessageId};
use crate::error::AppError;
use leptos::prelude::*;

/// Answers a conversation from Message Review, fenced by what the page was given, or shows its form with a text that was
/// chosen for it. Supervolunteers and up.
///
/// # Errors
/// As [`crate::ports::Reviews::answer`].
#[server(prefix = "/api", endpoint = "reviews/answer")]
pub async fn answer_in_review(
    /// Which conversation.
    conversation: ConversationId,
    /// What the page was given when it was opened.
    lease_epoch: i32,
    /// The last text that the page shows as sent.
    #[server(default)]
    last_text: Option<MessageId>,
    /// What to send.
    #[server(default)]
    body: String,
    /// Whose the conversation is then.
    #[server(default)]
    then: String,
    /// The page from which it is answered.
    #[server(default)]
    back: String,
    /// What was chosen for the box instead, the script or a canned response: nothing is sent.
    #[server(default)]
    response: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::{AfterAnswer, PageState};
    use crate::url::{own_page, with_query};
    use sentences::page;
    let viewer = api::decider()?;
    let reviews = api::ports()?.reviews;
    let opened = format!("/review?open={conversation}");
    let back = own_page(&back)
        .filter(|back| back.starts_with("/review?"))
        .unwrap_or(&opened);
    if !response.is_empty() {
        let view = reviews.review(&viewer, conversation).await?.view;
        let text = view.with_chosen(&response, &body).unwrap_or(body);
        let fields = [("preview", "answer"), ("body", &text), ("then", &then)];
        let query = with_query("", &fields);
        leptos_axum::redirect(&[back, "&", query.trim_start_matches('?'), "#answer"].concat());
        return Ok(());
    }
    let state = PageState {
        lease_epoch,
        last_text,
    };
    let sent = match then.parse::<AfterAnswer>() {
        Ok(after) => {
            let answer = reviews.answer(&viewer, conversation, state, body.clone(), after);
            answer.await
        }
        Err(_) => Err(AppError::Invalid(
            page::review_afterwards_is_missing().into(),
        )),
    };
    match sent {
        Ok(()) => {
            leptos_axum::redirect(&[back, "&done=answered#latest"].concat());
            Ok(())
        }
        Err(error) => {
            let fields = [("body", body.as_str()), ("then", then.as_str())];
            Err(api::redisplay(back, "answer", &fields, error))
        }
    }
}

use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Records that a contact wants no more texts. The texter goes on to what they have to do next, and who comes from Message
/// Review goes back there. If the goodbye could not be sent as it was edited, that page says so.
///
/// # Errors
/// As [`crate::ports::Conversations::opt_out`].
#[server(prefix = "/api", endpoint = "conversations/opt-out", output = Postcard)]
pub async fn opt_out_contact(
    /// In which conversation they said so.
    conversation: ConversationId,
    /// Whether a goodbye is sent to them, where it can be.
    #[server(default)]
    goodbye: bool,
    /// The organization's goodbye as it was edited for them.
    #[server(default)]
    goodbye_text: Option<String>,
    /// The page of Message Review that they come from, and go back to.
    #[server(default)]
    back: String,
    /// Whether the goodbye is to be shown with straight quotes first: nothing is recorded.
    #[server(default)]
    response: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::{Goodbye, GoodbyeRefusal, with_straight_quotes};
    use crate::url::{own_page, with_query};
    let viewer = api::texter()?;
    let words = goodbye_text.clone().unwrap_or_default();
    let last_text = Goodbye::of_form(goodbye, goodbye_text);
    let conversations = api::ports()?.conversations;
    let back = own_page(&back).filter(|back| back.starts_with("/review?"));
    let page = format!("/texts/{conversation}/opt-out");
    let goodbye = if goodbye { "true" } else { "" };
    if !response.is_empty() {
        let words = with_straight_quotes(&words);
        let fields = [
            ("preview", "opt-out"),
            ("goodbye", goodbye),
            ("goodbye_text", &words),
            ("back", back.unwrap_or_default()),
        ];
        leptos_axum::redirect(&with_query(&page, &fields));
        return Ok(());
    }
    match conversations
        .opt_out(&viewer, conversation, last_text)
        .await
    {
        Ok(refusal) => {
            let not_sent = refusal.as_ref().map_or("", GoodbyeRefusal::as_field);
            let not_sent = with_query("", &[("not_sent", not_sent)]).replacen('?', "&", 1);
            let address = match back {
                Some(back) => [back, &not_sent].concat(),
                None => {
                    let sending = super::being_sent();
                    let next = conversations.next_after(&viewer, conversation, &sending);
                    let next = next.await.ok().flatten();
                    super::next_url(next, &format!("opted_out={conversation}{not_sent}"))
                }
            };
            leptos_axum::redirect(&address);
            Ok(())
        }
        // Whatever went wrong, what was chosen stays: a goodbye that was not wanted does not go out at the second attempt.
        Err(error) => {
            let fields = [
                ("goodbye", goodbye),
                ("goodbye_text", words.as_str()),
                ("back", back.unwrap_or_default()),
            ];
            Err(api::redisplay(&page, "opt-out", &fields, error))
        }
    }
}

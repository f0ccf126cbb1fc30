use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Records that a contact wants no more texts.
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
    /// Whether they come from Message Review, and go back there.
    #[server(default)]
    review: bool,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::Goodbye;
    use crate::field_errors::FieldErrors;
    let viewer = api::texter()?;
    let words = goodbye_text.clone().unwrap_or_default();
    let last_text = Goodbye::of_form(goodbye, goodbye_text);
    let conversations = api::ports()?.conversations;
    match conversations
        .opt_out(&viewer, conversation, last_text)
        .await
    {
        Ok(()) => {
            leptos_axum::redirect(&match review {
                true => format!("/review?open={conversation}"),
                false => format!("/texts?opted_out={conversation}"),
            });
            Ok(())
        }
        Err(AppError::Invalid(sentence)) => {
            let page = format!("/texts/{conversation}/opt-out");
            let mut fields = vec![
                ("goodbye", if goodbye { "true" } else { "" }),
                ("goodbye_text", words.as_str()),
            ];
            if review {
                fields.push(("review", "true"));
            }
            let error = AppError::Fields(FieldErrors::one("goodbye_text", &sentence));
            Err(api::redisplay(&page, "opt-out", &fields, error))
        }
        Err(error) => Err(error),
    }
}

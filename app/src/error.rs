//! The application error, the only one that leaves the server: a sentence that says what to do.

use crate::domain::NotAllowed;
use crate::field_errors::FieldErrors;
use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::PostcardEncoding;
use sentences::island;
use serde::{Deserialize, Serialize};

/// Why something was not done. Its display is what the user reads, in their language; logs have its debug form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum AppError {
    /// No session, or one that has ended.
    #[error("{}", island::session_ended())]
    SignedOut,
    /// E-mail and password do not belong together. It does not say which one is wrong.
    #[error("{}", island::credentials_do_not_match())]
    WrongCredentials,
    /// Too many attempts.
    #[error("{}", island::too_many_attempts(*.seconds))]
    TooManyAttempts {
        /// How long to wait.
        seconds: u32,
    },
    /// The role does not allow it.
    #[error("{}", island::role_does_not_allow_this())]
    NotAllowed,
    /// It does not exist, or belongs to another organization; which of them is not said.
    #[error("{}", island::does_not_exist())]
    NotFound,
    /// What was sent in is not valid; the sentence says what would be.
    #[error("{0}")]
    Invalid(String),
    /// Fields of a form are not valid; the sentences stand beside them.
    #[error("{0}")]
    Fields(FieldErrors),
    /// Another texter holds the conversation.
    #[error("{}", island::taken_by_another())]
    TakenByAnother,
    /// The texter holds it, but it changed hands since their page was made.
    #[error("{}", island::conversation_changed())]
    PageOutdated,
    /// The conversation is in other hands than the page thinks, so nothing about it was changed.
    #[error("{}", island::conversation_changed_hands())]
    ChangedHands,
    /// The contact does not want to be texted.
    #[error("{}", island::contact_has_opted_out())]
    OptedOut,
    /// The campaign is not running.
    #[error("{}", island::campaign_is_not_running())]
    CampaignClosed,
    /// Outside the contact's texting hours.
    #[error("{}", island::outside_texting_hours(.opens))]
    OutsideHours {
        /// Local time at which the hours open, "09:00".
        opens: String,
    },
    /// Requests are disabled for the organization.
    #[error("{}", island::requests_are_disabled())]
    RequestsDisabled,
    /// A texter has one request at a time.
    #[error("{}", island::request_is_pending())]
    RequestPending,
    /// The request is not pending any more.
    #[error("{}", island::request_was_decided())]
    DecidedAlready,
    /// Somebody else saved the same settings since they were opened.
    #[error("{}", island::settings_were_saved_meanwhile())]
    SavedMeanwhile,
    /// Others hold the rows that it needs, for longer than a person is kept waiting.
    #[error("{}", island::someone_else_is_changing_this())]
    Busy,
    /// Too late to undo a release.
    #[error("{}", island::undo_time_is_over())]
    UndoExpired,
    /// The release was undone before.
    #[error("{}", island::release_was_undone())]
    UndoneAlready,
    /// The server or its database failed; it is in the server's log.
    #[error("{}", island::could_not_be_done())]
    Unavailable,
    /// The server was not reached.
    #[error("{}", island::no_connection())]
    Offline,
    /// More people sign in at once than passwords can be checked.
    #[error("{}", island::many_are_signing_in())]
    SignInsBusy,
}

#[cfg(feature = "ssr")]
impl AppError {
    /// The status code that says the same as the sentence: for pages, server functions and monitors.
    pub fn status(&self) -> http::StatusCode {
        use http::StatusCode;
        match self {
            Self::SignedOut | Self::WrongCredentials => StatusCode::UNAUTHORIZED,
            Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::TakenByAnother
            | Self::PageOutdated
            | Self::ChangedHands
            | Self::RequestPending
            | Self::DecidedAlready
            | Self::SavedMeanwhile
            | Self::Busy
            | Self::UndoExpired
            | Self::UndoneAlready => StatusCode::CONFLICT,
            Self::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Invalid(_)
            | Self::Fields(_)
            | Self::OptedOut
            | Self::CampaignClosed
            | Self::OutsideHours { .. }
            | Self::RequestsDisabled => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unavailable | Self::Offline | Self::SignInsBusy => {
                StatusCode::SERVICE_UNAVAILABLE
            }
        }
    }
}

impl From<NotAllowed> for AppError {
    fn from(NotAllowed: NotAllowed) -> Self {
        Self::NotAllowed
    }
}

impl FromServerFnError for AppError {
    type Encoder = PostcardEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            // Of a form, which the server alone reads.
            #[cfg(feature = "ssr")]
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => {
                Self::Invalid(sentences::page::form_is_not_valid().into())
            }
            _ => Self::Unavailable,
        }
    }
}

//! The application error, the only one that leaves the server: a sentence that says what to do.

use crate::domain::NotAllowed;
use crate::field_errors::FieldErrors;
use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::PostcardEncoding;
use sentences::island;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why something was not done. Its display is what the user reads, in their language; logs have its debug form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppError {
    /// No session, or one that has ended.
    SignedOut,
    /// E-mail and password do not belong together. It does not say which one is wrong.
    WrongCredentials,
    /// Too many attempts.
    TooManyAttempts {
        /// How long to wait.
        seconds: u32,
    },
    /// The role does not allow it.
    NotAllowed,
    /// It does not exist, or belongs to another organization; which of them is not said.
    NotFound,
    /// What was sent in is not valid; the sentence says what would be.
    Invalid(String),
    /// Fields of a form are not valid; the sentences stand beside them.
    Fields(FieldErrors),
    /// Another texter holds the conversation; the sentence says who.
    TakenByAnother(String),
    /// The texter holds it, but it changed hands since their page was made.
    PageOutdated,
    /// The conversation is in other hands than the page thinks, so nothing about it was changed.
    ChangedHands,
    /// The contact does not want to be texted.
    OptedOut,
    /// The campaign is not running, so a text was not sent.
    CampaignClosed,
    /// Outside the contact's texting hours.
    OutsideHours {
        /// Local time at which the hours open, "9:00 AM".
        opens: String,
    },
    /// Requests are disabled for the organization.
    RequestsDisabled,
    /// A texter has one request at a time.
    RequestPending,
    /// The request is not pending any more.
    DecidedAlready,
    /// Somebody else saved the same settings since they were opened.
    SavedMeanwhile,
    /// Others hold the rows that it needs, for longer than a person is kept waiting.
    Busy,
    /// Too late to undo a release.
    UndoExpired,
    /// The release was undone before.
    UndoneAlready,
    /// The server or its database failed; it is in the server's log.
    Unavailable,
    /// The server was not reached.
    Offline,
    /// More people sign in at once than passwords can be checked.
    SignInsBusy,
    /// E-mail and password belong together, and no organization admits their account. Nobody is told it without the
    /// password.
    Suspended,
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Invalid(sentence) | Self::TakenByAnother(sentence) => sentence,
            Self::Fields(errors) => return errors.fmt(f),
            Self::SignedOut => island::session_ended(),
            Self::WrongCredentials => island::credentials_do_not_match(),
            Self::TooManyAttempts { seconds } => {
                return f.write_str(&island::too_many_attempts(*seconds));
            }
            Self::NotAllowed => island::role_does_not_allow_this(),
            Self::NotFound => island::does_not_exist(),
            Self::PageOutdated => island::conversation_changed(),
            Self::ChangedHands => island::conversation_changed_hands(),
            Self::OptedOut => island::contact_has_opted_out(),
            Self::CampaignClosed => island::campaign_is_not_running(),
            Self::OutsideHours { opens } => {
                return f.write_str(&island::outside_texting_hours(opens));
            }
            Self::RequestsDisabled => island::requests_are_disabled(),
            Self::RequestPending => island::request_is_pending(),
            Self::DecidedAlready => island::request_was_decided(),
            Self::SavedMeanwhile => island::settings_were_saved_meanwhile(),
            Self::Busy => island::someone_else_is_changing_this(),
            Self::UndoExpired => island::undo_time_is_over(),
            Self::UndoneAlready => island::release_was_undone(),
            Self::Unavailable => island::could_not_be_done(),
            Self::Offline => island::no_connection(),
            Self::SignInsBusy => island::many_are_signing_in(),
            Self::Suspended => island::account_is_suspended(),
        })
    }
}

impl std::error::Error for AppError {}

#[cfg(feature = "ssr")]
impl AppError {
    /// The status code that says the same as the sentence: for pages, server functions and monitors.
    pub fn status(&self) -> http::StatusCode {
        use http::StatusCode;
        match self {
            Self::SignedOut | Self::WrongCredentials => StatusCode::UNAUTHORIZED,
            Self::NotAllowed | Self::Suspended => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::TakenByAnother(_)
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

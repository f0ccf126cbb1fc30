//! The application error, the only one that leaves the server: a sentence that says what to do.

use crate::domain::NotAllowed;
use crate::field_errors::FieldErrors;
use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::PostcardEncoding;
use serde::{Deserialize, Serialize};

/// Why something was not done. Its display is what the user reads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum AppError {
    /// No session, or one that has ended.
    #[error("Your session has ended. Sign in again.")]
    SignedOut,
    /// E-mail and password do not belong together. It does not say which one is wrong.
    #[error("This e-mail and password do not match. Check both and try again.")]
    WrongCredentials,
    /// Too many attempts.
    #[error("Too many attempts. Wait {seconds} seconds and try again.")]
    TooManyAttempts {
        /// How long to wait.
        seconds: u32,
    },
    /// The role does not allow it.
    #[error(
        "Your role in this organization does not allow this. Ask an admin to do it, or to change your role."
    )]
    NotAllowed,
    /// It does not exist, or belongs to another organization; which of them is not said.
    #[error("This does not exist, or it is not in your organization.")]
    NotFound,
    /// What was sent in is not valid; the sentence says what would be.
    #[error("{0}")]
    Invalid(String),
    /// Fields of a form are not valid; the sentences stand beside them.
    #[error("{0}")]
    Fields(FieldErrors),
    /// Another texter holds the conversation.
    #[error(
        "This conversation was released while you were away, and another texter has it now. \
         Your text was not sent; it is kept as your draft."
    )]
    TakenByAnother,
    /// The texter holds it, but it changed hands since their page was made.
    #[error(
        "This conversation changed since you opened it. Your text was not sent; it is kept as your \
         draft. Open the conversation again, read what is new, and send."
    )]
    PageOutdated,
    /// The conversation is in other hands than the page thinks, so nothing about it was changed.
    #[error(
        "This conversation changed hands since you opened it, so nothing was saved. Open it again from \
         your texts."
    )]
    ChangedHands,
    /// The contact does not want to be texted.
    #[error("This contact has opted out. No one in your organization can text them.")]
    OptedOut,
    /// The campaign is not running.
    #[error("This campaign is not running, so nothing can be sent.")]
    CampaignClosed,
    /// Outside the contact's texting hours.
    #[error(
        "It is outside this contact’s texting hours. Your text is kept as a draft; send it after {opens}."
    )]
    OutsideHours {
        /// Local time at which the hours open, "09:00".
        opens: String,
    },
    /// Requests are disabled for the organization.
    #[error("Requests are disabled right now. Ask an admin when requests will be enabled.")]
    RequestsDisabled,
    /// A texter has one request at a time.
    #[error(
        "You already have a pending request. Wait for it to be decided, or cancel it to make another."
    )]
    RequestPending,
    /// The request is not pending any more.
    #[error("This request has already been approved, denied or cancelled.")]
    DecidedAlready,
    /// Somebody else saved the same settings since they were opened.
    #[error(
        "Someone else saved these settings while you had them open, so your changes were not saved. Check theirs, then save again if you still want to."
    )]
    SavedMeanwhile,
    /// Others hold the rows that it needs, for longer than a person is kept waiting.
    #[error(
        "Someone else is changing this right now, so nothing was changed. Try again in a few seconds."
    )]
    Busy,
    /// Too late to undo a release.
    #[error("A release can only be undone for 10 minutes, and that time is over.")]
    UndoExpired,
    /// The release was undone before.
    #[error("This release has already been undone.")]
    UndoneAlready,
    /// The server or its database failed; it is in the server's log.
    #[error("Baton could not do this just now. Nothing was changed; try again in a moment.")]
    Unavailable,
    /// The server was not reached.
    #[error("There is no connection to Baton. Check your network and try again.")]
    Offline,
    /// More people sign in at once than passwords can be checked.
    #[error("Many people are signing in right now. Try again in a few seconds.")]
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
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Self::Invalid(
                "Something in this form is missing or not valid. Check it and try again.".into(),
            ),
            _ => Self::Unavailable,
        }
    }
}

//! The least role that each server function is for.
//!
//! Each function asks for its witness by itself. That is after its form was read, so that who may not would be told first what
//! is wrong with a form; the server asks here before it reads one.

use super::conversations::{
    CloseConversation, OptOutContact, ReopenConversation, SaveDraft, SendText, TagConversation,
    WatchConversation,
};
use super::releases::{DismissNotices, ReleaseMyReplies, UndoMyRelease, UndoRelease};
use super::requests::{ApproveRequest, CancelRequest, CreateRequest, DenyRequest, GetTexterHome};
use super::session::{ChooseOrganization, Join, JoinAs, SetLanguage, SetUp, SignIn, SignOut};
use super::{account, escalations, password, reviews};
use crate::domain::Role;
use leptos::server_fn::ServerFn;

/// The least role for the server function with this path; `None` if it is for everybody, signed in or not. One that is not
/// named here is for admins.
pub fn least_role(path: &str) -> Option<Role> {
    match path {
        SignIn::PATH
        | SignOut::PATH
        | Join::PATH
        | SetUp::PATH
        | SetLanguage::PATH
        | password::ChoosePassword::PATH
        | password::SendPasswordLink::PATH => None,
        CreateRequest::PATH
        | CancelRequest::PATH
        | GetTexterHome::PATH
        | SendText::PATH
        | SaveDraft::PATH
        | TagConversation::PATH
        | OptOutContact::PATH
        | WatchConversation::PATH
        | CloseConversation::PATH
        | ReopenConversation::PATH
        | escalations::TakeEscalated::PATH
        | ReleaseMyReplies::PATH
        | UndoRelease::PATH
        | UndoMyRelease::PATH
        | DismissNotices::PATH
        | account::RenameAccount::PATH
        | account::ChangePassword::PATH
        | account::SignOutEverywhere::PATH
        | ChooseOrganization::PATH
        | JoinAs::PATH => Some(Role::Texter),
        ApproveRequest::PATH
        | DenyRequest::PATH
        | reviews::AnswerInReview::PATH
        | reviews::PrepareBulkAction::PATH
        | reviews::StartBulkAction::PATH
        | reviews::StopBulkAction::PATH
        | reviews::UndoBulkAction::PATH => Some(Role::Supervolunteer),
        _ => Some(Role::Admin),
    }
}

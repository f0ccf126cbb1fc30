//! The routes of all pages.

use super::account::AccountPage;
use super::assignment::AssignmentPage;
use super::audit::AuditPage;
use super::campaigns::{
    AutoassignPage, CampaignPage, CampaignReleasePage, CampaignsPage, ChosenCampaignsPage,
    NewCampaignPage, ReleasePage, SecondPassPage, UnmessagedPage,
};
use super::contacts::{ContactPage, ContactsPage, UndoImportPage, UploadPage};
use super::escalated::EscalatedPage;
use super::figures::{CampaignFiguresPage, FiguresPage, TexterFiguresPage};
use super::home::HomePage;
use super::invites::{InvitePage, InvitesPage, NewInvitePage};
use super::join::JoinPage;
use super::not_found::NotFoundPage;
use super::numbers::{NumberPage, NumbersPage};
use super::opt_outs::{OptOutNumberPage, OptOutsPage};
use super::password::{ChoosePasswordPage, ForgottenPasswordPage, PasswordLinkPage};
use super::people::{PeoplePage, PersonPage, ReleaseHeldPage, SuspendPersonPage};
use super::releases::{ReleaseDetailPage, ReleasesPage};
use super::requests::RequestsPage;
use super::review::{BulkActionPage, ReviewPage};
use super::session::{SetUpPage, SignInPage};
use super::settings::{KeptMessagesPage, SettingsPage};
use super::tags::{TagPage, TagsPage};
use super::teams::{DeleteTeamPage, RemovePartPage, TeamPage, TeamsPage};
use super::texts::{
    ClosedPage, ConversationPage, EarlierPage, EndOfDayPage, MoveReplyPage, NextPage, OptOutPage,
    PastPage, RepliesPage, TextsPage, UnanswerablePage,
};
use super::unmatched::{MoveUnmatchedPage, UnmatchedPage};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

/// The app: one page, by the address. Every page is complete before the first byte of it is sent, so
/// that its status code is right and nothing on it waits for a script.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=NotFoundPage>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/setup") view=SetUpPage ssr=SsrMode::Async/>
                <Route path=path!("/forgotten-password") view=ForgottenPasswordPage ssr=SsrMode::Async/>
                <Route path=path!("/password/:token") view=ChoosePasswordPage ssr=SsrMode::Async/>
                <Route path=path!("/people/:id/password-link") view=PasswordLinkPage ssr=SsrMode::Async/>
                <Route path=path!("/texts") view=TextsPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/done") view=EndOfDayPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/next") view=NextPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/replies") view=RepliesPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/past") view=PastPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/closed") view=ClosedPage ssr=SsrMode::Async/>
                <Route path=path!("/unanswerable") view=UnanswerablePage ssr=SsrMode::Async/>
                <Route path=path!("/unmatched") view=UnmatchedPage ssr=SsrMode::Async/>
                <Route path=path!("/unmatched/move") view=MoveUnmatchedPage ssr=SsrMode::Async/>
                <Route path=path!("/escalated") view=EscalatedPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/:id") view=ConversationPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/:id/earlier") view=EarlierPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/:id/move") view=MoveReplyPage ssr=SsrMode::Async/>
                <Route path=path!("/texts/:id/opt-out") view=OptOutPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns") view=CampaignsPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/release") view=ReleasePage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/new") view=NewCampaignPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/chosen") view=ChosenCampaignsPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id") view=CampaignPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/release") view=CampaignReleasePage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/figures") view=CampaignFiguresPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/second-pass") view=SecondPassPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/unmessaged") view=UnmessagedPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/autoassign") view=AutoassignPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/uploads/:upload") view=UploadPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/imports/:import/undo") view=UndoImportPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/contacts") view=ContactsPage ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:id/contacts/:contact") view=ContactPage ssr=SsrMode::Async/>
                <Route path=path!("/figures") view=FiguresPage ssr=SsrMode::Async/>
                <Route path=path!("/requests") view=RequestsPage ssr=SsrMode::Async/>
                <Route path=path!("/review") view=ReviewPage ssr=SsrMode::Async/>
                <Route path=path!("/review/actions/:id") view=BulkActionPage ssr=SsrMode::Async/>
                <Route path=path!("/releases") view=ReleasesPage ssr=SsrMode::Async/>
                <Route path=path!("/releases/:id") view=ReleaseDetailPage ssr=SsrMode::Async/>
                <Route path=path!("/assignment") view=AssignmentPage ssr=SsrMode::Async/>
                <Route path=path!("/teams") view=TeamsPage ssr=SsrMode::Async/>
                <Route path=path!("/teams/:id") view=TeamPage ssr=SsrMode::Async/>
                <Route path=path!("/teams/:id/remove") view=RemovePartPage ssr=SsrMode::Async/>
                <Route path=path!("/teams/:id/delete") view=DeleteTeamPage ssr=SsrMode::Async/>
                <Route path=path!("/tags") view=TagsPage ssr=SsrMode::Async/>
                <Route path=path!("/tags/:id") view=TagPage ssr=SsrMode::Async/>
                <Route path=path!("/people") view=PeoplePage ssr=SsrMode::Async/>
                <Route path=path!("/people/invites") view=InvitesPage ssr=SsrMode::Async/>
                <Route path=path!("/people/invites/new") view=NewInvitePage ssr=SsrMode::Async/>
                <Route path=path!("/people/invites/:id") view=InvitePage ssr=SsrMode::Async/>
                <Route path=path!("/join/:id") view=JoinPage ssr=SsrMode::Async/>
                <Route path=path!("/people/:id") view=PersonPage ssr=SsrMode::Async/>
                <Route path=path!("/people/:id/figures") view=TexterFiguresPage ssr=SsrMode::Async/>
                <Route path=path!("/people/:id/suspend") view=SuspendPersonPage ssr=SsrMode::Async/>
                <Route path=path!("/people/:id/release") view=ReleaseHeldPage ssr=SsrMode::Async/>
                <Route path=path!("/settings") view=SettingsPage ssr=SsrMode::Async/>
                <Route path=path!("/settings/messages") view=KeptMessagesPage ssr=SsrMode::Async/>
                <Route path=path!("/settings/numbers") view=NumbersPage ssr=SsrMode::Async/>
                <Route path=path!("/settings/numbers/:sender") view=NumberPage ssr=SsrMode::Async/>
                <Route path=path!("/opt-outs") view=OptOutsPage ssr=SsrMode::Async/>
                <Route path=path!("/opt-outs/:id") view=OptOutNumberPage ssr=SsrMode::Async/>
                <Route path=path!("/audit") view=AuditPage ssr=SsrMode::Async/>
                <Route path=path!("/account") view=AccountPage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}

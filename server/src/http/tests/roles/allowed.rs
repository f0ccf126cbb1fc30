//! The functions for every member, and for those who decide, each in a scene in which it succeeds for whom it is allowed to.

use super::super::TestApp;
use super::super::bulk_actions::leave_running;
use super::super::invites::link;
use super::super::refusals::{DECIDERS, TEXTERS};
use app::domain::{ConversationId, Role, Texter, Viewer};
use app::ports::Conversations;
use server_store::testing::{PASSWORD, World};
use sqlx::PgPool;
use std::collections::BTreeSet;

/// What a reviewer prepares: that each conversation that matches is nobody's.
const UNASSIGN: &str = "matching=true&change=unassign&back=/review";

/// A member who calls one function after the other.
struct Caller<'a> {
    app: &'a TestApp,
    viewer: Viewer,
    cookie: String,
    called: BTreeSet<&'static str>,
}

impl<'a> Caller<'a> {
    async fn of(app: &'a TestApp, role: Role) -> Self {
        let viewer = app.world.member(role).await;
        Self {
            app,
            cookie: app.sign_in(&viewer).await,
            viewer,
            called: BTreeSet::new(),
        }
    }

    async fn succeeds(&mut self, path: &'static str, form: &str) {
        let answer = self.app.call(path, Some(&self.cookie), form).await;
        let (role, status) = (self.viewer.role, answer.status);
        assert!(
            status.is_success(),
            "{path} {role}: {status} {}",
            answer.body
        );
        // The password is changed, or another organization chosen.
        if let Some(changed) = answer.cookie() {
            self.cookie = changed;
        }
        self.called.insert(path);
    }

    /// The conversation, as its page was opened.
    async fn page_of(&self, conversation: ConversationId) -> String {
        let epoch = self.app.world.epoch(conversation).await;
        format!("conversation={conversation}&lease_epoch={epoch}")
    }
}

fn paths(functions: &[(&'static str, &'static str)]) -> BTreeSet<&'static str> {
    functions.iter().map(|(path, _)| *path).collect()
}

/// What every member may do with what they have.
async fn texts(caller: &mut Caller<'_>) {
    let viewer: Texter = caller.viewer.clone().try_into().unwrap();
    let world = &caller.app.world;
    let campaign = world.campaign().await;

    let pooled = world.pooled(campaign, 200).await;
    let form = format!("pool={}&wanted=1", world.general);
    caller.succeeds("/api/requests/create", &form).await;
    assert_eq!(world.holder(pooled).await, Some(viewer.member));
    world.pending_request(&viewer, 1).await;
    caller.succeeds("/api/requests/cancel", "").await;
    caller.succeeds("/api/requests/texter-home", "").await;

    let reply = world.reply(campaign, &viewer, 60).await;
    let page = caller.page_of(reply).await;
    let form = format!("conversation={reply}&body=Hel");
    caller
        .succeeds("/api/conversations/save-draft", &form)
        .await;
    let form = format!("{page}&body=Hello");
    caller.succeeds("/api/conversations/send", &form).await;
    caller.succeeds("/api/conversations/tag", &page).await;
    let form = format!("conversation={reply}");
    caller.succeeds("/api/conversations/watch", &form).await;

    let closed = world.reply(campaign, &viewer, 60).await;
    let page = caller.page_of(closed).await;
    let view = world.store.open(&viewer, closed).await.unwrap();
    let last = view.messages.last().unwrap().id;
    let form = format!(
        "{page}&messages={}&last_message={last}",
        view.messages.len()
    );
    caller.succeeds("/api/conversations/close", &form).await;
    caller.succeeds("/api/conversations/reopen", &page).await;
    let form = format!("conversation={closed}&goodbye=true");
    caller.succeeds("/api/conversations/opt-out", &form).await;

    let threat = world.escalation_tag("Threat").await;
    world.team_for("Care", &[threat], &[&viewer]).await;
    let escalated = world.reply(campaign, &world.ann, 60).await;
    let tagged = world.store.tag(&world.ann, escalated, 0, vec![threat]);
    tagged.await.unwrap();
    let form = format!("conversation={escalated}");
    caller
        .succeeds("/api/conversations/take-escalated", &form)
        .await;
    assert_eq!(world.holder(escalated).await, Some(viewer.member));

    world.reply(campaign, &viewer, 60).await;
    caller.succeeds("/api/releases/mine", "").await;
    let release = world.count("select max(id) from release").await;
    let form = format!("release={release}");
    caller.succeeds("/api/releases/undo", &form).await;
    caller.succeeds("/api/releases/mine", "").await;
    let again = world.count("select max(id) from release").await;
    let form = format!("release={again}");
    caller.succeeds("/api/releases/undo-mine", &form).await;
    let form = format!("up_to={release}");
    caller
        .succeeds("/api/releases/dismiss-notices", &form)
        .await;
}

/// What every member may do with their account; it ends their sessions at last.
async fn account(caller: &mut Caller<'_>) {
    let world = &caller.app.world;
    let other = World::new(world.store.pool.clone()).await;
    let token = link(&other, Role::Texter, "").await;
    let home = format!("organization={}", world.organization);

    caller.succeeds("/api/account/rename", "name=Ann").await;
    let form = format!(
        "current={}&new=tall+otter+paints+nine",
        PASSWORD.replace(' ', "+")
    );
    caller.succeeds("/api/session/change-password", &form).await;
    let form = format!("token={}", token.as_str());
    caller.succeeds("/api/session/join-as", &form).await;
    caller
        .succeeds("/api/session/choose-organization", &home)
        .await;
    caller
        .succeeds("/api/session/sign-out-everywhere", "")
        .await;
}

/// What those do who decide on requests and review conversations.
async fn decisions(caller: &mut Caller<'_>) {
    let world = &caller.app.world;
    let campaign = world.campaign().await;
    let reply = world.pooled(campaign, 200).await;
    let request = world.pending_request(&world.ben, 1).await;
    let form = format!("request={request}");
    caller.succeeds("/api/requests/approve", &form).await;
    assert_eq!(world.holder(reply).await, Some(world.ben.member));
    let request = world.pending_request(&world.ben, 1).await;
    let form = format!("request={request}&reason=Later");
    caller.succeeds("/api/requests/deny", &form).await;

    let page = caller.page_of(reply).await;
    let form = format!("{page}&body=Hello&then=pool");
    caller.succeeds("/api/reviews/answer", &form).await;
    assert_eq!(world.holder(reply).await, None);

    world.reply(campaign, &world.ben, 60).await;
    let prepare = "/api/reviews/prepare-bulk";
    caller.succeeds(prepare, UNASSIGN).await;
    caller.succeeds("/api/reviews/start-bulk", "action=1").await;
    caller.succeeds("/api/reviews/undo-bulk", "action=1").await;
    caller.succeeds(prepare, UNASSIGN).await;
    caller.succeeds("/api/reviews/start-bulk", "action=2").await;
    // One that is not over yet.
    leave_running(world, 2).await;
    caller.succeeds("/api/reviews/stop-bulk", "action=2").await;
}

/// Calls each function that is for this role, but those for admins alone.
async fn each_succeeds(pool: PgPool, role: Role) {
    let app = TestApp::new(pool).await;
    let mut caller = Caller::of(&app, role).await;
    let mut expected = paths(&TEXTERS);
    if role >= Role::Supervolunteer {
        decisions(&mut caller).await;
        expected.extend(paths(&DECIDERS));
    }
    texts(&mut caller).await;
    account(&mut caller).await;
    assert_eq!(caller.called, expected);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_for_texters_succeeds_for_them(pool: PgPool) {
    each_succeeds(pool, Role::Texter).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_for_supervolunteers_succeeds_for_them(pool: PgPool) {
    each_succeeds(pool, Role::Supervolunteer).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn so_it_does_for_admins(pool: PgPool) {
    each_succeeds(pool, Role::Admin).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn so_it_does_for_owners(pool: PgPool) {
    each_succeeds(pool, Role::Owner).await;
}

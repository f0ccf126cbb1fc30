//! Isolation of organizations: ids of another one are not found, and nothing is written.

use super::TestApp;
use super::refusals::{POLICY, snapshot};
use app::domain::{IdleInterval, InvitedRole, NewInvite, ReleaseKind, ReleaseOrder, Role};
use app::error::AppError;
use app::ports::{Invites, Releases, Tags, Teams};
use app::view_models::PreviewWords;
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn another_organizations_ids_do_not_exist(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let held = world.reply(campaign, &world.ann, 300).await;
    let pooled = world.pooled(campaign, 300).await;
    let theirs = world.reply(campaign, &world.ben, 300).await;
    let order = ReleaseOrder::on_campaign(
        campaign,
        ReleaseKind::Replies,
        IdleInterval::ONE_HOUR,
        false,
    );
    let release = world
        .store
        .start(&world.admin, order)
        .await
        .unwrap()
        .release;
    world.store.undo(&world.admin, release).await.unwrap();
    world.reply(campaign, &world.ann, 300).await;
    let running = world
        .store
        .start(&world.admin, order)
        .await
        .unwrap()
        .release;
    world
        .execute(format!(
            "update release set state = 'running', finished_at = null where id = {running}"
        ))
        .await;
    assert_eq!(world.holder(theirs).await, Some(world.ben.member));
    let team = world
        .store
        .create_team(&world.admin, "Legal", 10)
        .await
        .unwrap();
    let tag = world
        .store
        .create_tag(&world.admin, "Press", true)
        .await
        .unwrap();
    let archived = world.campaign().await;
    let waits_archived = world.pooled(archived, 300).await;
    world.change_campaign(archived, "archived_at = now()").await;
    let request = world.pending_request(&world.ben, 1).await;
    let new = NewInvite {
        role: InvitedRole::by(Role::Admin, Role::Texter).unwrap(),
        teams: vec![team],
        level: None,
        days: "7".parse().unwrap(),
        uses: None,
    };
    let invite = world.store.create_invite(&world.admin, &new).await.unwrap();
    let text = world.unmatched_text("SM1", "72345", "Your code").await;
    let app = TestApp::new(pool).await;
    let before = snapshot(&world).await;
    let admin = app.sign_in(&app.world.admin).await;
    for path in [
        format!("/texts/{held}"),
        format!("/texts/{held}/earlier?before=1000000"),
        format!("/texts/{held}/opt-out"),
        format!("/texts/{pooled}"),
        format!("/texts/{waits_archived}/move"),
        format!("/unmatched/move?text={text}"),
        format!("/campaigns/{campaign}"),
        format!("/releases/{release}"),
        format!("/teams/{team}"),
        format!("/teams/{team}/delete"),
        format!("/tags/{tag}"),
        format!("/people/invites/{invite}"),
        format!("/people/{}", world.ann.member),
        format!("/people/{}/suspend", world.ann.member),
        format!("/people/{}/release", world.ann.member),
        format!("/people/{}/password-link", world.ann.member),
    ] {
        assert_eq!(app.get(&path, Some(&admin)).await.status, 404, "{path}");
    }
    for (path, form) in [
        (
            "/api/requests/create",
            format!("pool={}&wanted=5", world.general),
        ),
        (
            "/api/conversations/send",
            format!("conversation={held}&lease_epoch=0&body=Hello"),
        ),
        (
            "/api/conversations/send",
            format!("conversation={pooled}&lease_epoch=0&body=Hello"),
        ),
        (
            "/api/conversations/save-draft",
            format!("conversation={held}&body=Hello"),
        ),
        (
            "/api/conversations/tag",
            format!("conversation={held}&lease_epoch=0"),
        ),
        (
            "/api/conversations/close",
            format!("conversation={held}&lease_epoch=0&messages=2"),
        ),
        (
            "/api/conversations/reopen",
            format!("conversation={held}&lease_epoch=0"),
        ),
        ("/api/invites/revoke", format!("invite={invite}")),
        (
            "/api/people/password-link",
            format!("member={}", world.ann.member),
        ),
        (
            "/api/invites/create",
            format!("role=texter&days=7&uses=1&teams[0]={team}"),
        ),
        ("/api/requests/approve", format!("request={request}")),
        ("/api/requests/deny", format!("request={request}")),
        ("/api/conversations/opt-out", format!("conversation={held}")),
        (
            "/api/conversations/move",
            format!("conversation={waits_archived}&campaign={campaign}"),
        ),
        (
            "/api/conversations/done",
            format!("conversation={waits_archived}"),
        ),
        (
            "/api/conversations/take-escalated",
            format!("conversation={pooled}"),
        ),
        ("/api/unmatched/done", format!("text={text}")),
        ("/api/unmatched/opt-out", format!("text={text}")),
        (
            "/api/unmatched/move",
            format!("text={text}&conversation={held}"),
        ),
        ("/api/conversations/watch", format!("conversation={held}")),
        (
            "/api/releases/preview",
            format!("{POLICY}&campaign={campaign}"),
        ),
        (
            "/api/releases/start",
            format!("{POLICY}&campaign={campaign}"),
        ),
        (
            "/api/releases/start",
            format!("{POLICY}&campaign={campaign}&kind=unsent"),
        ),
        ("/api/releases/progress", format!("release={running}")),
        ("/api/releases/cancel", format!("release={running}")),
        ("/api/releases/undo", format!("release={release}")),
        ("/api/releases/undo-mine", format!("release={release}")),
        (
            "/api/campaigns/save-autoassign",
            format!("campaign={campaign}&version=0&auto_assign=true"),
        ),
        (
            "/api/assignment/save",
            format!(
                "version=0&requests_enabled=true&default_approval_level=automatic\
                 &pools[0][pool]={}&pools[0][kind]=replies&pools[0][max_per_request]=1",
                world.general
            ),
        ),
        (
            "/api/teams/save",
            format!("team={team}&title=Ours&priority=1"),
        ),
        (
            "/api/teams/change",
            format!("team={team}&member={}&add=true", world.ann.member),
        ),
        ("/api/teams/delete", format!("team={team}")),
        ("/api/tags/save", format!("tag={tag}&title=Ours")),
        ("/api/tags/delete", format!("tag={tag}")),
        (
            "/api/people/save-levels",
            format!(
                "levels[0][member]={}&levels[0][was]=automatic&levels[0][level]=not_allowed",
                world.ann.member
            ),
        ),
        (
            "/api/people/change-role",
            format!("member={}&was=texter&role=admin", world.ann.member),
        ),
        (
            "/api/people/suspend",
            format!("member={}&was=texter&release=true", world.ann.member),
        ),
        (
            "/api/people/release-held",
            format!("member={}", world.ann.member),
        ),
        (
            "/api/people/lift-suspension",
            format!("member={}", world.ann.member),
        ),
        (
            "/api/campaigns/save-script",
            format!("campaign={campaign}&script=Ours"),
        ),
        (
            "/api/campaigns/save-responses",
            format!("campaign={campaign}&responses[0][title]=Ours&responses[0][body]=Ours"),
        ),
        ("/api/campaigns/save-teams", format!("campaign={campaign}")),
        (
            "/api/campaigns/save-basics",
            format!(
                "campaign={campaign}&title=Ours&texting_from=09:00&texting_until=21:00&time_zone=America/Denver"
            ),
        ),
        ("/api/campaigns/launch", format!("campaign={campaign}")),
        ("/api/campaigns/archive", format!("campaign={campaign}")),
        ("/api/campaigns/unarchive", format!("campaign={archived}")),
    ] {
        let answer = app.call(path, Some(&admin), &form).await;
        assert_eq!(answer.refusal(), (404, Some(AppError::NotFound)), "{path}");
    }
    // Of several campaigns each is answered for by itself.
    let form = format!("campaigns[0]={campaign}&change=archive&confirmed=true");
    let answer = app
        .submit("/api/campaigns/change-chosen", Some(&admin), &form)
        .await;
    assert_eq!(
        answer.location(),
        format!("/campaigns?done=archive&changed=0&left={campaign}.not_found")
    );
    let chosen = format!("/campaigns/chosen?change=archive&campaigns={campaign}");
    for path in [answer.location(), &chosen] {
        let page = app.get(path, Some(&admin)).await;
        assert!(!page.body.contains("Early vote"), "{path}");
    }
    let preview = app
        .call("/api/releases/preview", Some(&admin), POLICY)
        .await;
    let preview: PreviewWords = preview.decoded().unwrap();
    assert_eq!(preview.many, "No replies");
    assert_eq!(snapshot(&world).await, before);
    let csv = app.get("/releases.csv", Some(&admin)).await;
    assert_eq!(csv.body.lines().count(), 1, "{}", csv.body);
}

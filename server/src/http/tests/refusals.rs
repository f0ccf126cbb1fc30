//! The server functions, by whom they are for, each with a valid form; `roles` walks them. One that is missing in the
//! lists fails the test.

use leptos::server_fn::axum::server_fn_paths;
use server_store::testing::World;
use std::collections::BTreeSet;

pub(super) const POLICY: &str = "policy[interval]=60&policy[only_within_texting_hours]=true";

/// The server functions for admins, each with a valid form, in an order in which each finds the rows that it changes.
pub(super) const ADMINS: [(&str, &str); 60] = [
    ("/api/campaigns/get-autoassign", "campaign=1"),
    ("/api/releases/preview", POLICY),
    ("/api/releases/start", POLICY),
    ("/api/releases/progress", "release=1"),
    ("/api/releases/cancel", "release=1"),
    (
        "/api/campaigns/save-autoassign",
        "campaign=1&version=0&auto_assign=true&auto_release=true&interval=30",
    ),
    (
        "/api/assignment/save",
        "version=0&requests_enabled=true&default_approval_level=automatic\
         &pools[0][pool]=1&pools[0][enabled]=true&pools[0][kind]=replies&pools[0][max_per_request]=25",
    ),
    ("/api/teams/create", "title=Legal&priority=10"),
    (
        "/api/teams/save",
        "team=1&was_title=Legal&was_priority=10&title=Legal&priority=20",
    ),
    ("/api/teams/change", "team=1&member=2&add=true"),
    (
        "/api/campaigns/save-teams",
        "campaign=1&restricted=true&teams[0]=1&confirmed=true",
    ),
    ("/api/campaigns/save-script", "campaign=1&script=Hi"),
    (
        "/api/campaigns/save-responses",
        "campaign=1&responses[0][title]=Where&responses[0][body]=At+the+library.",
    ),
    (
        "/api/campaigns/create",
        "title=Town+hall&texting_from=09:00&texting_until=21:00&time_zone=America/New_York",
    ),
    (
        "/api/campaigns/save-basics",
        "campaign=1&title=Town+hall&texting_from=09:00&texting_until=21:00&time_zone=America/New_York",
    ),
    ("/api/campaigns/launch", "campaign=2"),
    ("/api/campaigns/pause", "campaign=2&confirmed=true"),
    ("/api/campaigns/resume", "campaign=2"),
    (
        "/api/campaigns/copy",
        "campaign=1&title=Town+hall+again&key=1",
    ),
    ("/api/campaigns/second-pass", "campaign=1&days=3"),
    ("/api/campaigns/archive", "campaign=2&confirmed=true"),
    (
        "/api/conversations/done",
        "conversation=2&last_message=1000",
    ),
    ("/api/campaigns/unarchive", "campaign=2"),
    (
        "/api/campaigns/change-chosen",
        "campaigns[0]=2&change=auto_assign_off",
    ),
    ("/api/conversations/move", "conversation=3&campaign=1"),
    ("/api/unmatched/opt-out", "text=simulated-SM2"),
    ("/api/unmatched/done", "text=simulated-SM1"),
    ("/api/unmatched/move", "text=simulated-SM1&conversation=1"),
    ("/api/teams/delete", "team=1&confirmed=true"),
    ("/api/tags/create", "title=Press&escalation=true"),
    (
        "/api/tags/save",
        "tag=1&was_title=Press&was_escalation=true&title=News",
    ),
    ("/api/tags/delete", "tag=1"),
    ("/api/people/password-link", "member=3"),
    (
        "/api/people/save-levels",
        "levels[0][member]=1&levels[0][was]=automatic&levels[0][level]=not_allowed",
    ),
    ("/api/invites/create", "role=texter&days=7&uses=1"),
    ("/api/invites/send", "invite=1&addresses=ann%40example.org"),
    ("/api/invites/revoke", "invite=1"),
    (
        "/api/people/change-role",
        "member=4&was=texter&role=supervolunteer",
    ),
    ("/api/people/suspend", "member=4&was=supervolunteer"),
    ("/api/people/release-held", "member=4"),
    ("/api/people/lift-suspension", "member=4"),
    (
        "/api/settings/save",
        "version=0&name=Vote&texting_from=09:00&texting_until=21:00&time_zone=America/Chicago",
    ),
    ("/api/settings/keep-messages", "was=&days=90"),
    (
        "/api/numbers/add",
        "sender=(202)+555-0199&service=simulated",
    ),
    ("/api/numbers/try", "sender=%2B12025550199"),
    ("/api/numbers/take-out-of-use", "sender=%2B12025550199"),
    ("/api/numbers/use-again", "sender=%2B12025550199"),
    ("/api/numbers/save-rate", "sender=%2B12025550199&rate=5"),
    (
        "/api/numbers/change-service",
        "sender=%2B12025550199&service=simulated&confirmed=true",
    ),
    ("/api/numbers/take-out-of-use", "sender=%2B12025550199"),
    (
        "/api/numbers/remove",
        "sender=%2B12025550199&confirmed=true",
    ),
    ("/api/opt-outs/add", "numbers=(202)+555-0198"),
    (
        "/api/opt-outs/lift",
        "number=%2B12025550198&reason=They+asked+for+it",
    ),
    ("/api/numbers/save-region", "was=US&region=MX"),
    (
        "/api/contacts/import",
        "campaign=1&upload=1&columns[0]=firstName&columns[1]=lastName&columns[2]=cell",
    ),
    ("/api/contacts/discard-upload", "campaign=2&upload=2"),
    (
        "/api/contacts/correct",
        "campaign=1&contact=4&first_name=Ada&zone=America/Chicago",
    ),
    ("/api/contacts/remove", "campaign=1&contact=4"),
    (
        "/api/campaigns/delete-unmessaged",
        "campaign=1&newest=99&title=Town+hall",
    ),
    ("/api/contacts/undo-import", "campaign=1&import=1"),
];
/// The server functions for those who decide on requests.
pub(super) const DECIDERS: [(&str, &str); 7] = [
    ("/api/requests/approve", "request=1"),
    ("/api/requests/deny", "request=1&reason=Later"),
    (
        "/api/reviews/answer",
        "conversation=1&lease_epoch=0&body=Hello&then=pool",
    ),
    (
        "/api/reviews/prepare-bulk",
        "matching=true&change=close&back=/review",
    ),
    ("/api/reviews/start-bulk", "action=1"),
    ("/api/reviews/undo-bulk", "action=1"),
    ("/api/reviews/stop-bulk", "action=1"),
];
/// The server functions for every member.
pub(super) const TEXTERS: [(&str, &str); 20] = [
    ("/api/requests/create", "pool=1&wanted=1"),
    ("/api/requests/cancel", ""),
    ("/api/requests/texter-home", ""),
    (
        "/api/conversations/send",
        "conversation=1&lease_epoch=0&body=Hello",
    ),
    ("/api/conversations/save-draft", "conversation=1&body=Hello"),
    ("/api/conversations/tag", "conversation=1&lease_epoch=0"),
    ("/api/conversations/take-escalated", "conversation=1"),
    ("/api/conversations/opt-out", "conversation=1&goodbye=true"),
    ("/api/conversations/watch", "conversation=1"),
    (
        "/api/conversations/close",
        "conversation=1&lease_epoch=0&messages=2",
    ),
    ("/api/conversations/reopen", "conversation=1&lease_epoch=0"),
    ("/api/releases/mine", ""),
    ("/api/releases/undo", "release=1"),
    ("/api/releases/undo-mine", "release=1"),
    ("/api/releases/dismiss-notices", "up_to=1"),
    ("/api/account/rename", "name=Ann"),
    (
        "/api/session/change-password",
        "current=the+old+one&new=tall+otter+paints+nine",
    ),
    ("/api/session/sign-out-everywhere", ""),
    ("/api/session/choose-organization", "organization=1"),
    ("/api/session/join-as", "token=abcdefghijklmnopqrstuvwx"),
];
/// The server functions without a session.
pub(super) const ANYBODY: [&str; 7] = [
    "/api/session/sign-in",
    "/api/session/join",
    "/api/session/sign-out",
    "/api/session/language",
    "/api/session/choose-password",
    "/api/session/forgotten-password",
    "/api/session/set-up",
];

/// The content of all tables that a refused call could have changed.
pub(super) async fn snapshot(world: &World) -> String {
    sqlx::query_scalar(
        "select concat_ws(' | ',
                (select string_agg(c::text, ',' order by c.id) from conversation c),
                (select count(*) from message), (select count(*) from outbox), (select count(*) from draft),
                (select string_agg(r::text, ',' order by r.id) from release r),
                (select string_agg(n::text, ',' order by n.release_id) from release_notice n),
                (select string_agg(n::text, ',' order by n.id) from answer_notice n),
                (select string_agg(ca::text, ',' order by ca.id) from campaign ca),
                (select string_agg(o::text, ',' order by o.id) from organization o),
                (select string_agg(p::text, ',' order by p.id) from pool p),
                (select string_agg(m::text, ',' order by m.id) from member m),
                (select string_agg(a.name, ',' order by a.id) from account a),
                (select string_agg(t::text, ',' order by t.id) from team t), (select count(*) from team_member),
                (select count(*) from team_campaign), (select string_agg(t::text, ',' order by t.id) from tag t),
                (select count(*) from assignment_event), (select count(*) from contact), (select string_agg(i::text, ',' order by i.service_sid) from inbound i), (select count(*) from contact_upload), (select count(*) from conversation_tag),
                (select string_agg(q::text, ',' order by q.id) from assignment_request q), (select count(*) from opt_out), (select count(*) from bulk_action), (select count(*) from bulk_part),
                (select string_agg(i::text, ',' order by i.id) from invite i), (select count(*) from invite_team),
                (select string_agg(r::text, ',' order by r.account_id) from password_reset r),
                (select string_agg(r::text, ',' order by r.account_id) from password_reset_by_mail r), (select count(*) from mail),
                (select string_agg(s::text, ',' order by s.number) from sending_number s), (select count(*) from audit_event))",
    )
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
}

#[test]
fn every_server_function_is_known_to_these_tests() {
    let listed: BTreeSet<String> = ADMINS
        .iter()
        .chain(&DECIDERS)
        .chain(&TEXTERS)
        .map(|(path, _)| *path)
        .chain(ANYBODY)
        .map(str::to_owned)
        .collect();
    let registered: BTreeSet<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(registered, listed);
}

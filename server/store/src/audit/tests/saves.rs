//! What the log says of each save: what was there, and what is there now.

use crate::testing::World;
use app::domain::{
    ApprovalLevel, AutoassignChange, AutoassignMode, AutoassignVersions, CampaignChange,
    CampaignId, CannedResponse, ChosenCampaigns, IdleInterval, InvitedRole, NewInvite, Role,
};
use app::ports::{
    CampaignSection, CampaignSettings, CampaignSetup, Campaigns, Invites, SectionSave, Settings,
    TagBasics, Tags, TeamBasics, Teams,
};
use sentences::Language;
use sqlx::PgPool;

/// The detail of the newest event, which is of this action.
pub(super) async fn newest(world: &World, action: &str) -> String {
    let (newest, detail): (String, String) = sqlx::query_as(
        "select action, detail from audit_event where organization_id = $1 order by id desc limit 1",
    )
    .bind(world.organization.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(newest, action);
    detail
}

/// A campaign's page as it is opened now.
async fn opened(world: &World, campaign: CampaignId) -> CampaignSettings {
    world.store.settings(&world.admin, campaign).await.unwrap()
}

/// The save of a section as its page has it.
fn save(page: &CampaignSettings, section: CampaignSection) -> SectionSave {
    SectionSave {
        version: match section {
            CampaignSection::Basics => page.versions.basics.clone(),
            CampaignSection::Script => page.versions.script.clone(),
            CampaignSection::Responses => page.versions.responses.clone(),
            CampaignSection::Teams => page.versions.teams.clone(),
        },
        by_itself: false,
    }
}

fn response(title: &str, body: &str) -> CannedResponse {
    CannedResponse {
        id: None,
        title: title.into(),
        body: body.into(),
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_each_section_of_a_campaign(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;

    let page = opened(&world, campaign).await;
    let mut basics = page.basics.clone();
    basics.title = "Late vote".into();
    basics.texting_until = "24:00".parse().unwrap();
    basics.time_zone = "america/chicago".into();
    let section = save(&page, CampaignSection::Basics);
    let saved = store.save_basics(admin, campaign, &section, &basics).await;
    saved.unwrap();
    assert_eq!(
        newest(&world, "campaign_basics_saved").await,
        "title: Early vote → Late vote\ntexting_ends: 21:00 → 24:00\n\
         campaign_time_zone: America/New_York → America/Chicago"
    );

    for (script, due_on, expected) in [
        ("Hi all", None, "script: – → Hi all"),
        (
            "Hi you all",
            "2026-12-01".parse().ok(),
            "script: Hi all → Hi you all\ndue_on: – → 2026-12-01",
        ),
        ("Hi you all", None, "due_on: 2026-12-01 → –"),
    ] {
        let section = save(&opened(&world, campaign).await, CampaignSection::Script);
        let saved = store.save_script(admin, campaign, &section, script, due_on);
        saved.await.unwrap();
        assert_eq!(newest(&world, "script_saved").await, expected);
    }

    let section = save(&opened(&world, campaign).await, CampaignSection::Responses);
    let both = [
        response("Where", "At 12 Main Street"),
        response("When", "Soon"),
    ];
    let saved = store.save_responses(admin, campaign, &section, &both).await;
    saved.unwrap();
    assert_eq!(
        newest(&world, "responses_saved").await,
        "responses: – → Where, When\nWhere, response_text: – → At 12 Main Street\n\
         When, response_text: – → Soon"
    );
    let page = opened(&world, campaign).await;
    let mut kept = page.responses.clone();
    kept.remove(1);
    kept[0].body = "At 14 Main Street".into();
    let section = save(&page, CampaignSection::Responses);
    let saved = store.save_responses(admin, campaign, &section, &kept).await;
    saved.unwrap();
    assert_eq!(
        newest(&world, "responses_saved").await,
        "responses: Where, When → Where\n\
         Where, response_text: At 12 Main Street → At 14 Main Street\nWhen, response_text: Soon → –"
    );

    let legal = store.create_team(admin, "Legal", 1).await.unwrap();
    let press = store.create_team(admin, "Press", 2).await.unwrap();
    for (restricted, teams, expected) in [
        (
            true,
            vec![press, legal],
            "restricted: false → true\nteams: – → Legal, Press",
        ),
        (true, vec![press], "teams: Legal, Press → Press"),
        (false, vec![], "restricted: true → false\nteams: Press → –"),
    ] {
        let section = save(&opened(&world, campaign).await, CampaignSection::Teams);
        let saved = store.save_teams(admin, campaign, &section, restricted, teams, true);
        saved.await.unwrap();
        assert_eq!(newest(&world, "campaign_teams_saved").await, expected);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_autoassign_mode_of_one_campaign_and_of_chosen_ones(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    let window = store.autoassign(admin, campaign).await.unwrap();
    let mode = AutoassignMode {
        auto_assign: false,
        auto_release: Some(IdleInterval::HALF_AN_HOUR),
    };
    let saved = store.save_autoassign(admin, campaign, window.version, mode);
    saved.await.unwrap();
    let saved = "auto_assign: true → false\nauto_release_minutes: – → 30";
    assert_eq!(newest(&world, "autoassign_saved").await, saved);
    let chosen = ChosenCampaigns::new([campaign]);
    // Each save makes the next version, and the first is made above.
    let on_with = |auto_release, version| CampaignChange::Autoassign {
        change: AutoassignChange {
            auto_assign: Some(true),
            auto_release: Some(auto_release),
        },
        loaded: AutoassignVersions::new([(campaign, version)]),
    };
    for (change, expected) in [
        (
            CampaignChange::AutoAssign(true),
            "auto_assign: false → true",
        ),
        (
            on_with(Some(IdleInterval::ONE_HOUR), 2),
            "auto_release_minutes: 30 → 60",
        ),
        (on_with(None, 3), "auto_release_minutes: 60 → –"),
    ] {
        let changed = store.change_chosen(admin, &chosen, change).await.unwrap();
        assert_eq!(changed.changed, 1);
        assert_eq!(newest(&world, "autoassign_saved").await, expected);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_levels_kept_messages_teams_and_tags(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let ann = world.ann.member;
    world.set_level(ann, ApprovalLevel::NotAllowed).await;
    let level = newest(&world, "level_changed").await;
    assert_eq!(level, "automatic → not_allowed");

    for (was, days, expected) in [
        (None, Some(90), "keep_messages_days: – → 90"),
        (Some(90), None, "keep_messages_days: 90 → –"),
    ] {
        let [was, days] =
            [was, days].map(|days: Option<i32>| days.map(|days| days.try_into().unwrap()));
        let saved = store.save_kept_messages(admin, was, days, false).await;
        saved.unwrap();
        assert_eq!(newest(&world, "kept_messages_saved").await, expected);
    }

    let team = store.create_team(admin, "Legal", 1).await.unwrap();
    let [were, basics] = [("Legal", 1), ("Law", 2)].map(|(title, priority)| TeamBasics {
        title: title.to_owned(),
        priority,
    });
    store.save_team(admin, team, &were, &basics).await.unwrap();
    let saved = newest(&world, "team_saved").await;
    assert_eq!(saved, "title: Legal → Law\npriority: 1 → 2");

    let tag = store.create_tag(admin, "Press", false).await.unwrap();
    let [was, basics] = [false, true].map(|escalation| TagBasics {
        title: "Press".to_owned(),
        escalation,
    });
    store.save_tag(admin, tag, &was, &basics).await.unwrap();
    let saved = newest(&world, "tag_saved").await;
    assert_eq!(saved, "escalation: false → true");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_invite_keeps_its_terms_and_whom_it_was_mailed_to(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let legal = store.create_team(admin, "Legal", 1).await.unwrap();
    let mut new = NewInvite {
        role: InvitedRole::by(Role::Admin, Role::Supervolunteer).unwrap(),
        teams: vec![legal],
        level: Some(ApprovalLevel::Automatic),
        days: "7".parse().unwrap(),
        uses: Some("20".parse().unwrap()),
    };
    let invite = store.create_invite(admin, &new).await.unwrap();
    let terms = "role: supervolunteer\nteams: Legal\nlevel: automatic\nvalid_days: 7\nuses: 20";
    assert_eq!(newest(&world, "invite_made").await, terms);
    let recipients = "cy@example.org\ndee@example.org".parse().unwrap();
    let language = Language::default();
    let mailed = store
        .send_invite(admin, invite, &recipients, language)
        .await;
    mailed.unwrap();
    let mailed = newest(&world, "invite_mailed").await;
    assert_eq!(mailed, "cy@example.org, dee@example.org");
    (new.teams, new.level, new.uses) = (Vec::new(), None, None);
    store.create_invite(admin, &new).await.unwrap();
    let terms = newest(&world, "invite_made").await;
    assert_eq!(terms, "role: supervolunteer\nvalid_days: 7");
}

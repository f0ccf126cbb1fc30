//! What the script asks of the contacts before a launch, on a real database.

use super::{current, draft, written};
use crate::testing::World;
use app::domain::{CampaignId, CannedResponse, PageState};
use app::error::AppError;
use app::ports::{
    BlankField, CampaignSection, CampaignSetup, Campaigns, Conversations, SectionVersions,
    TeamChange, TeamPart, Teams,
};
use sqlx::PgPool;

const SCRIPT: &str =
    "Hi {firstName|neighbor}, vote at {polling_location}? Give ${ask}? {pollinglocation}";

/// A contact whom Ann is to text, with what stands in the columns of the file.
async fn contact(
    world: &World,
    campaign: CampaignId,
    first_name: &str,
    columns: serde_json::Value,
) -> app::domain::ConversationId {
    let id = world.unsent(campaign, &world.ann).await;
    sqlx::query("update contact set first_name = $2, custom_fields = $3 where id = $1")
        .bind(id.0)
        .bind(first_name)
        .bind(columns)
        .execute(&world.store.pool)
        .await
        .unwrap();
    id
}

fn columns(place: &str, ask: &str) -> serde_json::Value {
    serde_json::json!({ "polling_location": place, "ask": ask })
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_nobody_has_stands_against_a_launch_and_what_is_blank_is_listed(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    contact(&world, campaign, "", columns("Library", "20")).await;
    contact(&world, campaign, "May", columns("Library", "20")).await;
    contact(&world, campaign, "Ned", columns("", "")).await;
    contact(&world, campaign, " ", columns(" ", "20")).await;
    let save = current(&world, campaign, CampaignSection::Script).await;
    store
        .save_script(admin, campaign, &save, SCRIPT, None)
        .await
        .unwrap();
    let checks = store.settings(admin, campaign).await.unwrap().checks;
    assert_eq!(checks.unknown_fields, ["{pollinglocation}"]);
    let blank = |field: &str, contacts| BlankField {
        field: field.into(),
        contacts,
        some_of_them: Vec::new(),
    };
    let named: Vec<String> = checks.blank_fields[1].some_of_them.clone();
    assert_eq!(named, ["Ned"]);
    let listed = checks.blank_fields.iter();
    let listed: Vec<BlankField> = listed.map(|b| blank(&b.field, b.contacts)).collect();
    assert_eq!(listed, [blank("polling_location", 2), blank("ask", 1)]);
    let refused = store
        .launch(admin, campaign, &SectionVersions::default(), true)
        .await
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "This campaign cannot be launched yet. It still needs contacts who have {pollinglocation}."
    );

    let script = SCRIPT.replace("{pollinglocation}", "{polling_location|the library}");
    let save = current(&world, campaign, CampaignSection::Script).await;
    store
        .save_script(admin, campaign, &save, &script, None)
        .await
        .unwrap();
    world.change_campaign(campaign, "auto_assign = false").await;
    store
        .launch(admin, campaign, &SectionVersions::default(), true)
        .await
        .unwrap();
    let window = store.autoassign(admin, campaign).await.unwrap();
    assert!(window.mode.auto_assign && window.version > 0);
    // What runs has no field that nobody has either.
    let save = current(&world, campaign, CampaignSection::Script).await;
    let refused = store
        .save_script(admin, campaign, &save, SCRIPT, None)
        .await;
    assert!(
        matches!(&refused, Err(AppError::Fields(errors)) if errors.of("script").is_some()),
        "{refused:?}"
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_another_admin_saved_meanwhile_is_not_launched_unseen(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin, other) = (&world.store, &world.admin, &world.owner);
    let campaign = draft(&world).await;
    world.unsent(campaign, &world.ann).await;
    let loaded = async || store.settings(admin, campaign).await.unwrap();
    let team = store.create_team(other, "Legal", 1).await.unwrap();
    for section in [
        CampaignSection::Basics,
        CampaignSection::Script,
        CampaignSection::Responses,
        CampaignSection::Teams,
    ] {
        let page = loaded().await;
        let save = current(&world, campaign, section).await;
        match section {
            CampaignSection::Basics => {
                let mut basics = page.basics.clone();
                basics.title = "Theirs".into();
                let saved = store.save_basics(other, campaign, &save, &basics).await;
                saved.unwrap();
            }
            CampaignSection::Script => {
                let saved = store.save_script(other, campaign, &save, "Theirs", None);
                saved.await.unwrap();
            }
            CampaignSection::Responses => {
                let theirs = [CannedResponse {
                    id: None,
                    title: "Theirs".into(),
                    body: "Theirs".into(),
                }];
                let saved = store.save_responses(other, campaign, &save, &theirs);
                saved.await.unwrap();
            }
            CampaignSection::Teams => {
                let part = TeamPart::Campaign(campaign);
                let added = store.change_team(other, team, part, TeamChange::Add);
                added.await.unwrap();
            }
        }
        let before = written(&world, campaign).await;
        let refused = store.launch(admin, campaign, &page.versions, true).await;
        let sentence = refused.unwrap_err().to_string();
        assert!(sentence.contains("changed this campaign"), "{section:?}");
        assert_eq!(written(&world, campaign).await, before);
    }
    let page = loaded().await;
    let launched = store.launch(admin, campaign, &page.versions, true).await;
    launched.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_saved_while_a_launch_waits_is_not_launched(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = draft(&world).await;
    world.unsent(campaign, &world.ann).await;
    let page = world.store.settings(&world.admin, campaign).await.unwrap();
    let mut save = world.store.pool.begin().await.unwrap();
    sqlx::query("update campaign set script = 'Theirs' where id = $1")
        .bind(campaign.0)
        .execute(&mut *save)
        .await
        .unwrap();
    sqlx::query("delete from contact where campaign_id = $1")
        .bind(campaign.0)
        .execute(&mut *save)
        .await
        .unwrap();
    let launch = |versions: SectionVersions| {
        let (store, admin) = (world.store.clone(), world.admin.clone());
        tokio::spawn(async move { store.launch(&admin, campaign, &versions, false).await })
    };
    let seen = launch(page.versions);
    let unseen = launch(SectionVersions::default());
    let waits = "select count(*) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'";
    while world.count(waits).await < 2 {
        tokio::task::yield_now().await;
    }
    save.commit().await.unwrap();
    let refused = seen.await.unwrap().unwrap_err().to_string();
    assert!(refused.contains("changed this campaign"), "{refused}");
    // Nor is a list that is gone.
    let refused = unseen.await.unwrap().unwrap_err().to_string();
    assert!(refused.contains("It still needs contacts"), "{refused}");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_number_and_the_texters_name_are_no_columns_and_stand_against_no_launch(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let may = contact(&world, campaign, "May", serde_json::json!({})).await;
    let script = "Hi {firstName}, {texterFirstName} here. Is {cell} still yours?";
    let save = current(&world, campaign, CampaignSection::Script).await;
    store
        .save_script(admin, campaign, &save, script, None)
        .await
        .unwrap();
    let checks = store.settings(admin, campaign).await.unwrap().checks;
    assert_eq!(checks.unknown_fields, Vec::<String>::new());
    assert_eq!(checks.blank_fields, Vec::<BlankField>::new());
    let any = SectionVersions::default();
    store.launch(admin, campaign, &any, true).await.unwrap();
    let view = store.open(&world.ann, may).await.unwrap();
    let cell = world.cell(may).await;
    let said = format!("Hi May, Ann here. Is {cell} still yours?");
    assert_eq!(view.first_text, Some(said));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_is_sent_a_mark_and_the_contacts_own_braces_are(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let script = "Hi {firstName|neighbor}, vote at {polling_location}? Give ${ask}?";
    world
        .execute(format!("update campaign set script = '{script}'"))
        .await;
    let ned = contact(&world, campaign, "", columns("", "20")).await;
    let ole = contact(&world, campaign, "Ole", columns("{firstName}", "$1 {ask}")).await;
    for (id, said, is_sent) in [
        (
            ned,
            "Hi neighbor, vote at {polling_location}? Give $20?",
            false,
        ),
        (ole, "Hi Ole, vote at {firstName}? Give $$1 {ask}?", true),
    ] {
        let view = world.store.open(&world.ann, id).await.unwrap();
        let text = view.first_text.unwrap();
        assert_eq!(text, said);
        let page: PageState = view.lease_epoch.into();
        let answer = world.store.send_first(&world.ann, id, page, text).await;
        assert_eq!(answer.is_ok(), is_sent, "{answer:?}");
    }
    assert_eq!(world.count("select count(*) from outbox").await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_launch_says_whether_a_pool_would_hand_it_out(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let pools = async || {
        let checks = store.settings(admin, campaign).await.unwrap().checks;
        (checks.has_initials_pool, checks.has_replies_pool)
    };
    world
        .execute("update pool set enabled = true, kind = 'initials'".into())
        .await;
    assert_eq!(pools().await, (true, false));
    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    assert_eq!(pools().await, (false, false));
    world
        .change_rules(|rules| rules.requests_enabled = true)
        .await;
    world
        .execute("update pool set kind = 'replies'".into())
        .await;
    assert_eq!(pools().await, (false, true));
    // An enabled pool of which no team has the campaign.
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    assert_eq!(pools().await, (false, false));
}

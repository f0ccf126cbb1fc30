//! Canned responses on a real database.

use super::{current, draft, unknown, written};
use crate::testing::World;
use app::domain::{CampaignId, CannedResponse, CopyKey};
use app::error::AppError;
use app::ports::{CampaignSection, CampaignSetup, Conversations, SectionSave, SectionVersions};
use sqlx::PgPool;

fn response(title: &str, body: &str) -> CannedResponse {
    CannedResponse {
        id: None,
        title: title.into(),
        body: body.into(),
    }
}

async fn save(
    world: &World,
    campaign: CampaignId,
    responses: &[CannedResponse],
) -> Result<(), AppError> {
    let save = current(world, campaign, CampaignSection::Responses).await;
    let store = &world.store;
    store
        .save_responses(&world.admin, campaign, &save, responses)
        .await
}

async fn saved(world: &World, campaign: CampaignId) -> Vec<CannedResponse> {
    let settings = world.store.settings(&world.admin, campaign).await;
    settings.unwrap().responses
}

fn words(responses: &[CannedResponse]) -> Vec<(&str, &str)> {
    let words = responses.iter();
    words.map(|one| (&*one.title, &*one.body)).collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn they_are_added_changed_moved_and_removed_all_at_once(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = draft(&world).await;
    assert!(saved(&world, campaign).await.is_empty());
    let two = [
        response("Where", "At the library."),
        response("When", "At 8."),
    ];
    save(&world, campaign, &two).await.unwrap();
    let [place, hour]: [CannedResponse; 2] = saved(&world, campaign).await.try_into().unwrap();
    assert_eq!(words(&[place.clone(), hour.clone()]), words(&two));

    let earlier = CannedResponse {
        body: "At 7.".into(),
        ..hour.clone()
    };
    let moved = [earlier, response("Thanks", "Thank you!"), place.clone()];
    save(&world, campaign, &moved).await.unwrap();
    let after = saved(&world, campaign).await;
    assert_eq!(words(&after), words(&moved));
    // What is the same one is known by the same id.
    assert_eq!((after[0].id, after[2].id), (hour.id, place.id));

    save(&world, campaign, &after[1..2]).await.unwrap();
    assert_eq!(saved(&world, campaign).await, after[1..2]);
    let twice = [after[1].clone(), after[1].clone()];
    let refused = save(&world, campaign, &twice).await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    save(&world, campaign, &[]).await.unwrap();
    assert!(saved(&world, campaign).await.is_empty());
    let events = "select count(*) from audit_event where action = 'responses_saved'";
    assert_eq!(world.count(events).await, 4);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_is_overtaken_writes_nothing_and_what_stands_there_is_not_saved_again(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let section = CampaignSection::Responses;
    let mine = current(&world, campaign, section).await;
    let script = current(&world, campaign, CampaignSection::Script).await;
    let theirs = [response("Where", "At the library.")];
    store
        .save_responses(&world.owner, campaign, &mine, &theirs)
        .await
        .unwrap();
    let before = written(&world, campaign).await;
    for version in [&mine, &unknown()] {
        let refused = store.save_responses(admin, campaign, version, &[]).await;
        assert_eq!(refused, Err(AppError::SavedMeanwhile));
        // Once more, because the answer was lost.
        let again = store
            .save_responses(admin, campaign, version, &theirs)
            .await;
        assert_eq!(again, Ok(()));
    }
    assert_eq!(written(&world, campaign).await, before);
    let last = store.last_save(admin, campaign, section).await.unwrap();
    assert_eq!(last.unwrap().by, Some(world.owner.name.clone()));
    // Who edits another section is not disturbed.
    store
        .save_script(admin, campaign, &script, "Hi", None)
        .await
        .unwrap();
    // What runs does not save by itself.
    world.change_campaign(campaign, "started_at = now()").await;
    let by_itself = SectionSave {
        by_itself: true,
        ..current(&world, campaign, section).await
    };
    let refused = store.save_responses(admin, campaign, &by_itself, &[]).await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    assert_eq!(words(&saved(&world, campaign).await), words(&theirs));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn those_of_another_organization_are_neither_read_nor_written(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = draft(&world).await;
    let ours = [response("Where", "At the library.")];
    save(&world, campaign, &ours).await.unwrap();
    let before = written(&world, campaign).await;
    let any = SectionSave {
        version: app::ports::SectionVersion(String::new()),
        by_itself: false,
    };
    let refused = other
        .store
        .save_responses(&other.admin, campaign, &any, &[])
        .await;
    assert_eq!(refused, Err(AppError::NotFound));
    // An id of ours is no id of theirs: what they save under it is a response of their own.
    let theirs = draft(&other).await;
    let taken = saved(&world, campaign).await;
    other
        .store
        .save_responses(&other.admin, theirs, &any, &taken)
        .await
        .unwrap();
    assert_ne!(saved(&other, theirs).await[0].id, taken[0].id);
    assert_eq!(written(&world, campaign).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_they_name_is_held_against_the_contacts_at_a_launch_and_after_it(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let ned = world.unsent(campaign, &world.ann).await;
    let blank = format!("update contact set first_name = '' where id = {ned}");
    world.execute(blank).await;
    let script = current(&world, campaign, CampaignSection::Script).await;
    store
        .save_script(admin, campaign, &script, "Hi {firstName|neighbor}!", None)
        .await
        .unwrap();
    let named = [response("Where", "{firstName}, at {site}.")];
    save(&world, campaign, &named).await.unwrap();
    let checks = store.settings(admin, campaign).await.unwrap().checks;
    assert!(checks.unknown_fields.is_empty());
    assert_eq!(checks.unknown_in_responses, ["{site}"]);
    let blank = checks.blank_fields.iter();
    let blank: Vec<_> = blank.map(|one| (&*one.field, one.contacts)).collect();
    assert_eq!(blank, [("firstName", 1)]);
    let refused = store
        .launch(admin, campaign, &SectionVersions::default(), false)
        .await
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "This campaign cannot be launched yet. It still needs contacts who have {site}."
    );
    let known = [response("Where", "{firstName}, at the library.")];
    save(&world, campaign, &known).await.unwrap();
    store
        .launch(admin, campaign, &SectionVersions::default(), false)
        .await
        .unwrap();
    let refused = save(&world, campaign, &named).await;
    assert!(
        matches!(&refused, Err(AppError::Invalid(why)) if why.contains("{site}")),
        "{refused:?}"
    );
    assert_eq!(words(&saved(&world, campaign).await), words(&known));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_copy_has_them_too_as_its_own(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let two = [
        response("Where", "At the library."),
        response("When", "At 8."),
    ];
    save(&world, campaign, &two).await.unwrap();
    let copy = world
        .store
        .copy(&world.admin, campaign, "Copy", CopyKey(7))
        .await
        .unwrap();
    assert_eq!(words(&saved(&world, copy).await), words(&two));
    save(&world, copy, &[]).await.unwrap();
    assert_eq!(words(&saved(&world, campaign).await), words(&two));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_holds_a_conversation_has_them_filled_in_and_sends_none_that_is_not(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let campaign = world.campaign().await;
    let id = world.reply(campaign, &world.ann, 30).await;
    let elsewhere = world.campaign().await;
    save(&world, elsewhere, &[response("Elsewhere", "Not here.")])
        .await
        .unwrap();
    let script = "update campaign set script = 'Hi {firstName}!'";
    world.execute(script.into()).await;
    world
        .execute(
            "update contact set custom_fields = '{\"site\": \"\", \"ask\": \"{firstName}\"}'"
                .into(),
        )
        .await;
    let bodies = [
        response("Where", "{firstName}, {texterFirstName} here: at {site}."),
        response("Gift", "{ask}"),
    ];
    save(&world, campaign, &bodies).await.unwrap();
    let view = store.open(&world.ann, id).await.unwrap();
    assert_eq!((&*view.script, view.first_text), ("Hi Ada!", None));
    let texts = view.responses.iter();
    let texts: Vec<_> = texts.map(|one| (&*one.title, &*one.text)).collect();
    let place = "Ada, Ann here: at {site}.";
    assert_eq!(texts, [("Where", place), ("Gift", "{firstName}")]);

    let page = || view.lease_epoch.into();
    let refused = store.send(&world.ann, id, page(), place.into()).await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("contains {site}."), "{refused}");
    // A field that only a response names, and that no contact has any more.
    world
        .execute("update contact set custom_fields = '{}'".into())
        .await;
    let refused = store.send(&world.ann, id, page(), place.into()).await;
    assert!(refused.is_err(), "the response names it");
    let text = place.replace("{site}", "the library");
    store.send(&world.ann, id, page(), text).await.unwrap();

    // Of a conversation that another texter has they know nothing of what would be sent.
    let taken = world.reply(campaign, &world.ben, 30).await;
    assert!(store.open(&world.ann, taken).await.is_err());
}

use super::{add, contact, with_cell};
use crate::contacts::{Correction, correct, details, remove};
use crate::opt_outs;
use crate::testing::World;
use app::domain::{CampaignId, ConversationId};
use app::error::AppError;
use serde_json::Map;
use sqlx::PgPool;

fn correction(first: &str, cell: Option<&str>) -> Correction {
    Correction {
        first_name: first.into(),
        last_name: "Byron".into(),
        cell: cell.map(|cell| cell.parse().unwrap()),
        external_id: Some("A-1".into()),
        zone: Some("America/Chicago".into()),
        custom_fields: [("ask".to_owned(), "10".into())]
            .into_iter()
            .collect::<Map<_, _>>(),
    }
}

async fn scene(pool: PgPool) -> (World, CampaignId, ConversationId) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let contacts = [
        contact("Ada", "Byron", "+12135550100"),
        contact("Bo", "Peep", "+12135550101"),
    ];
    add(&world, campaign, &contacts, false).await.unwrap();
    let ada = with_cell(&world, campaign, "+12135550100").await;
    (world, campaign, ada)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_contact_is_corrected_and_an_opt_out_follows_its_cell(pool: PgPool) {
    let (world, campaign, ada) = scene(pool).await;
    world
        .execute(format!(
            "insert into opt_out values ({}, '+12135550109')",
            world.organization
        ))
        .await;
    let (store, admin) = (&world.store, &world.admin);
    let before = details(store, admin, campaign, ada).await.unwrap();
    let new = correction("Augusta", Some("+12135550109"));
    correct(store, admin, campaign, ada, &before.version, &new)
        .await
        .unwrap();
    let after = details(store, admin, campaign, ada).await.unwrap();
    let row = &after.row;
    assert_eq!(
        (
            row.first_name.as_str(),
            row.cell.as_str(),
            row.zone.as_deref()
        ),
        ("Augusta", "+12135550109", Some("America/Chicago"))
    );
    assert!(row.opted_out);
    assert_eq!(after.custom_fields, [("ask".to_owned(), "10".to_owned())]);
    let stale = correct(store, admin, campaign, ada, &before.version, &new).await;
    assert_eq!(AppError::from(stale.unwrap_err()), AppError::SavedMeanwhile);
    let back = correction("Ada", Some("+12135550100"));
    correct(store, admin, campaign, ada, &after.version, &back)
        .await
        .unwrap();
    let back = details(store, admin, campaign, ada).await.unwrap();
    assert!(!back.row.opted_out);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_was_closed_by_the_opt_out_of_a_wrong_cell_is_to_be_messaged_on_their_own(
    pool: PgPool,
) {
    let (world, campaign, ada) = scene(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let gone = ["+12135550100", "+12135550101", "+12135550108"];
    let gone = gone.map(|cell| cell.parse().unwrap()).into();
    opt_outs::add(store, admin.actor(), &gone).await.unwrap();
    let bo = with_cell(&world, campaign, "+12135550101").await;
    let status = async |contact: ConversationId| {
        let status =
            "select status::text || ' ' || opted_out::text from conversation where id = $1";
        let status = sqlx::query_scalar::<_, String>(status).bind(contact.0);
        status.fetch_one(&store.pool).await.unwrap()
    };
    assert_eq!(status(ada).await, "closed true");
    let own = correction("Ada", Some("+12135550109"));
    correct(store, admin, campaign, ada, "", &own)
        .await
        .unwrap();
    assert_eq!(status(ada).await, "needs_message false");
    // A name does not change that, nor does a cell that has opted out too.
    for cell in ["+12135550101", "+12135550108"] {
        let new = correction("Bob", Some(cell));
        correct(store, admin, campaign, bo, "", &new).await.unwrap();
        assert_eq!(status(bo).await, "closed true");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_name_is_corrected_while_an_opt_out_is_being_recorded(pool: PgPool) {
    let (world, campaign, ada) = scene(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let mut recording = store.pool.begin().await.unwrap();
    let cell = "+12135550199".parse().unwrap();
    let source = opt_outs::Source::Contact;
    opt_outs::record(
        &mut recording,
        &store.clock,
        world.organization,
        &cell,
        source,
    )
    .await
    .unwrap();
    let new = correction("Augusta", Some("+12135550100"));
    correct(store, admin, campaign, ada, "", &new)
        .await
        .unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_cell_of_another_contact_or_one_that_was_texted_is_refused(pool: PgPool) {
    let (world, campaign, ada) = scene(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let field = async |contact, cell: &str| {
        let new = correction("Ada", Some(cell));
        let refused = correct(store, admin, campaign, contact, "", &new).await;
        match AppError::from(refused.unwrap_err()) {
            AppError::Fields(errors) => errors.of("cell").unwrap().to_owned(),
            other => panic!("{other:?}"),
        }
    };
    let sentence = field(ada, "+12135550101").await;
    assert!(sentence.contains("on this campaign"), "{sentence}");
    let texted = world.reply(campaign, &world.ann, 60).await;
    let sentence = field(texted, "+12135550102").await;
    assert!(sentence.contains("cannot be changed"), "{sentence}");
    // The name can.
    let new = correction("Ada", None);
    correct(store, admin, campaign, texted, "", &new)
        .await
        .unwrap();
    let other = world.campaign().await;
    let refused = correct(store, admin, other, ada, "", &new).await;
    assert_eq!(AppError::from(refused.unwrap_err()), AppError::NotFound);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_a_contact_without_texts_is_removed_and_its_holder_loses_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let unsent = world.unsent(campaign, &world.ann).await;
    let texted = world.reply(campaign, &world.ann, 60).await;
    let (store, admin) = (&world.store, &world.admin);
    let stranger = World::new(world.store.pool.clone()).await;
    for refused in [
        remove(store, admin, campaign, texted).await,
        remove(store, &stranger.admin, campaign, unsent).await,
    ] {
        assert!(refused.is_err());
    }
    remove(store, admin, campaign, unsent).await.unwrap();
    assert_eq!(world.count("select count(*) from contact").await, 1);
    let again = remove(store, admin, campaign, unsent).await;
    assert_eq!(AppError::from(again.unwrap_err()), AppError::NotFound);
}

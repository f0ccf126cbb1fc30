use super::super::effort::Effort;
use super::super::matching::search;
use super::model::{Known, make};
use crate::testing::World;
use app::domain::{
    CampaignId, ContactSought, ConversationId, ConversationStatus, IdleInterval, ReviewFilter,
    ReviewHolder, TagId, Viewer, WordsSought,
};
use app::ports::{Conversations, Reviews};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::PgPool;

/// All that is found, in pages of so many, each of which but the last is full if the search looks at as much as it needs.
async fn found(
    world: &World,
    viewer: &Viewer,
    filter: &ReviewFilter,
    effort: Effort,
) -> Vec<ConversationId> {
    const PAGE: u32 = 4;
    let mut all: Vec<ConversationId> = Vec::new();
    let mut after = None;
    loop {
        let page = search(&world.store, viewer, filter, after, PAGE, effort);
        let page = page.await.unwrap();
        let is_full = page.ids.len() == PAGE as usize;
        all.extend(&page.ids);
        after = match (is_full, page.looked_up_to) {
            (true, _) => all.last().copied(),
            (false, Some(looked_up_to)) => {
                // It goes on behind all that it has found.
                assert!(after.is_none_or(|before| looked_up_to.0 < before.0));
                assert!(all.last().is_none_or(|last| looked_up_to.0 <= last.0));
                Some(looked_up_to)
            }
            (false, None) => return all,
        };
    }
}

/// One filter in about three, of those that a small world can answer.
fn filter(
    campaigns: Vec<CampaignId>,
    tags: [TagId; 2],
    cell: &str,
    world: &World,
) -> impl Strategy<Value = ReviewFilter> {
    fn some<T: Clone + std::fmt::Debug + 'static>(of: Vec<T>) -> impl Strategy<Value = Option<T>> {
        prop_oneof![3 => Just(None), 1 => select(of).prop_map(Some)]
    }
    let holders = vec![
        ReviewHolder::Nobody,
        ReviewHolder::Member(world.ann.member),
        ReviewHolder::Member(world.ben.member),
    ];
    let idle = [5, 30, 60].map(|minutes| IdleInterval::from_minutes(minutes).unwrap());
    let contacts = [
        "ada", "adam o", "ADÁM", "BYR", "býr", "ash", "j.", "j bo", cell, "nobody",
    ];
    let contacts = contacts.map(|text| ContactSought::new(text).unwrap());
    let words = [
        "lawyer",
        "my LAWYER",
        "call lawyer",
        "will",
        "no",
        "law",
        "you.yes",
        "i thank",
        "si manana",
        "MAÑANA",
        "lawyér",
    ];
    let words = words.map(|text| WordsSought::new(text).unwrap());
    let on = || prop_oneof![3 => Just(false), 1 => any::<bool>()];
    (
        some(campaigns),
        some(holders),
        some(ConversationStatus::ALL.to_vec()),
        some(tags.to_vec()),
        on(),
        some(idle.to_vec()),
        some(contacts.to_vec()),
        some(words.to_vec()),
        on(),
    )
        .prop_map(
            |(campaign, holder, status, tag, escalated, idle, contact, words, delivery_failed)| {
                ReviewFilter {
                    campaign,
                    holder,
                    status,
                    tag,
                    escalated,
                    idle,
                    contact,
                    words,
                    delivery_failed,
                }
            },
        )
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_filter_finds_what_it_finds_row_by_row_and_no_page_loses_or_repeats_one(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaigns = vec![world.campaign().await, world.campaign().await];
    let tags = [
        world.ordinary_tag("Volunteer").await,
        world.escalation_tag("Threat").await,
    ];
    let mut known: Vec<Known> = Vec::new();
    for kind in 0..90 {
        known.push(make(&world, &campaigns, &tags, kind * 7 % 97).await);
    }
    // Another organization's are never found.
    let other = World::new(pool).await;
    let elsewhere = [other.campaign().await];
    let other_tags = [
        other.ordinary_tag("Volunteer").await,
        other.escalation_tag("Threat").await,
    ];
    make(&other, &elsewhere, &other_tags, 0).await;

    world
        .change_settings(|settings| settings.shows_last_names = false)
        .await;
    let vera = world.supervolunteer().await;
    let filters = filter(campaigns, tags, &known[3].cell, &world);
    let mut runner = TestRunner::deterministic();
    let mut something = 0;
    for round in 0..250 {
        let filter = match round {
            0 => ReviewFilter::default(),
            _ => filters.new_tree(&mut runner).unwrap().current(),
        };
        for (viewer, sees) in [(&***world.admin, true), (&**vera, false)] {
            let expected: Vec<_> = known
                .iter()
                .rev()
                .filter(|known| known.is_found(&filter, sees))
                .map(|known| known.id)
                .collect();
            // What is few is looked through; where nothing is, the list is walked. What looks at little at a time goes on.
            for effort in [
                Effort::PAGE,
                Effort::new(0, 200, 2_000, usize::MAX),
                Effort::new(20_000, 5, 7, 12),
                Effort::new(0, 5, 7, 12),
            ] {
                let found = found(&world, viewer, &filter, effort).await;
                assert_eq!(found, expected, "{filter:?}, {effort:?}, {sees}");
            }
            something += usize::from(expected.len() > 4);
        }
    }
    assert!(something > 100, "{something}");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_name_is_found_however_its_marks_are_written_and_a_mark_alone_is_none(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut known = Vec::new();
    for name in ["Muñoz", "Mun\u{303}oz", "हिन्दी", "علی\u{200c}رضا", "Byron"] {
        let id = world.reply(campaign, &world.ann, 10).await;
        world
            .execute(format!(
                "update contact set last_name = '{name}' where id = {id}"
            ))
            .await;
        known.push(id);
    }
    for (name, expected) in [
        ("muñoz", vec![0, 1]),
        ("MUN\u{303}oz", vec![0, 1]),
        ("munoz ada", vec![0, 1]),
        ("Mun\u{303}", vec![0, 1]),
        ("हिन्दी", vec![2]),
        ("हिन्", vec![2]),
        ("علی\u{200c}رضا", vec![3]),
        ("Byron \u{345}", vec![4]),
        ("\u{345}", vec![]),
        ("\u{363}", vec![]),
        ("'\\", vec![]),
    ] {
        let filter = ReviewFilter {
            contact: Some(ContactSought::Name(name.to_owned())),
            ..ReviewFilter::default()
        };
        let expected: Vec<_> = expected.iter().rev().map(|at: &usize| known[*at]).collect();
        for effort in [Effort::PAGE, Effort::new(0, 200, 2_000, usize::MAX)] {
            let found = found(&world, &world.admin, &filter, effort).await;
            assert_eq!(found, expected, "{name}, {effort:?}");
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_row_names_the_holder_the_tags_and_the_last_text_and_hides_last_names(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let tags = vec![
        world.ordinary_tag("Zeta").await,
        world.ordinary_tag("Última").await,
    ];
    let tagged = world.store.tag(&world.ann, reply, 0, tags).await;
    tagged.unwrap();
    world
        .change_settings(|settings| settings.shows_last_names = false)
        .await;
    let vera = world.supervolunteer().await;
    let all = ReviewFilter::default();
    let page = world.store.review_page(&vera, &all, None);
    let page = page.await.unwrap();
    assert_eq!(page.next, None);
    let [row] = &page.rows[..] else {
        panic!("{page:?}")
    };
    assert_eq!(row.id, reply);
    assert_eq!(row.tags, ["Última", "Zeta"]);
    assert_eq!(
        (row.contact.as_str(), row.holder.as_deref()),
        ("Ada", Some("Ann"))
    );
    assert_eq!(
        (row.excerpt.as_str(), row.status),
        ("inbound text", ConversationStatus::NeedsResponse)
    );
    let page = world.store.review_page(&world.admin, &all, None);
    assert_eq!(page.await.unwrap().rows[0].contact, "Ada Byron");

    let opened = world.store.review(&vera, reply).await.unwrap();
    assert_eq!(opened.holder.as_deref(), Some("Ann"));
    assert_eq!(
        (opened.view.last_name.as_str(), opened.view.messages.len()),
        ("", 2)
    );
}

//! The counts of fields, whatever is done to contacts, and what a launch reads from them.

use super::{add, contact, with_cell};
use crate::campaign_setup::{NewCampaign, create};
use crate::contacts::{Correction, NewContact, condense_sums, correct, remove, undo_import};
use crate::testing::World;
use app::domain::{AuditActor, CampaignId};
use app::ports::{CampaignSetup, Campaigns, Conversations, SectionSave};
use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, PgPool};
use std::ops::Range;

/// Contacts of these numbers, with `ask` in their file, which is blank where the number ends in 7.
fn asked(numbers: Range<u32>) -> Vec<NewContact> {
    let person = |number| {
        let ask = if number % 10 == 7 { " " } else { "20" };
        NewContact {
            custom_fields: fields(&[("ask", ask)]),
            ..contact(&format!("Ada{number}"), "", &cell(number))
        }
    };
    numbers.map(person).collect()
}

fn cell(number: u32) -> String {
    format!("+1213555{number:04}")
}

fn fields(fields: &[(&str, &str)]) -> Map<String, Value> {
    let field = |(name, value): &(&str, &str)| ((*name).to_owned(), Value::from(*value));
    fields.iter().map(field).collect()
}

/// Holds the sums against the contacts.
async fn assert_counted(world: &World) {
    let kept =
        "select campaign_id, is_custom, field, sum(present) as present, sum(filled) as filled
                  from contact_field
                 group by campaign_id, is_custom, field
                having sum(present) <> 0 or sum(filled) <> 0";
    let there = "select co.campaign_id, f.is_custom, f.field, count(*), count(*) filter (where f.is_filled)
                   from contact co
                  cross join lateral fields_of_contact(co.first_name, co.last_name, co.custom_fields) f
                  group by co.campaign_id, f.is_custom, f.field";
    for (some, other) in [(kept, there), (there, kept)] {
        let differing = format!("select count(*) from ({some} except all {other}) differing");
        let differing: i64 = sqlx::query_scalar(AssertSqlSafe(differing))
            .fetch_one(&world.store.pool)
            .await
            .unwrap();
        assert_eq!(differing, 0, "{some}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn fields_are_counted_whatever_is_done_to_contacts(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    add(&world, campaign, &asked(0..20), false).await.unwrap();
    assert_counted(&world).await;
    // Some of them are there already, and the others have another column.
    let mut more = asked(15..30);
    for contact in &mut more {
        contact.custom_fields = fields(&[("site", "Library"), ("firstName", "")]);
    }
    let second = add(&world, campaign, &more, false).await.unwrap();
    assert_counted(&world).await;
    let ada = with_cell(&world, campaign, &cell(3)).await;
    let correction = Correction {
        first_name: String::new(),
        last_name: "Byron".into(),
        cell: None,
        external_id: None,
        zone: None,
        custom_fields: fields(&[("ask", ""), ("note", "calls back")]),
    };
    correct(store, admin, campaign, ada, "", &correction)
        .await
        .unwrap();
    assert_counted(&world).await;
    remove(store, admin, campaign, ada).await.unwrap();
    assert_counted(&world).await;
    undo_import(store, admin, campaign, second).await.unwrap();
    assert_counted(&world).await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    world.change_campaign(campaign, "archived_at = now()").await;
    store.move_reply(admin, reply, other).await.unwrap();
    assert_counted(&world).await;
    let draft = world.campaign().await;
    world.change_campaign(draft, "started_at = null").await;
    add(&world, draft, &asked(0..3), false).await.unwrap();
    add(&world, draft, &more, true).await.unwrap();
    assert_counted(&world).await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn condensed_the_counts_are_the_same_in_fewer_rows(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    add(&world, campaign, &asked(0..40), false).await.unwrap();
    add(&world, other, &asked(0..10), false).await.unwrap();
    for number in 0..30 {
        let contact = with_cell(&world, campaign, &cell(number)).await;
        if number < 5 {
            remove(store, admin, campaign, contact).await.unwrap();
            continue;
        }
        let correction = Correction {
            first_name: "Ada".into(),
            last_name: "Byron".into(),
            cell: None,
            external_id: None,
            zone: None,
            custom_fields: fields(&[("note", if number % 2 == 0 { "" } else { "calls back" })]),
        };
        correct(store, admin, campaign, contact, "", &correction)
            .await
            .unwrap();
    }
    // Thirty uploads of one contact.
    for number in 0..30 {
        let number = 5_000 + number;
        add(&world, campaign, &asked(number..number + 1), false)
            .await
            .unwrap();
    }
    let counts = "select count(*) from contact_count";
    let of_fields = "select count(*) from contact_field";
    let blank = "select count(distinct blank.id) from contact_field, unnest(some_blank) blank (id)";
    let (before, blank_before) = (world.count(of_fields).await, world.count(blank).await);
    assert!(world.count(counts).await > 30 && before > 90);
    while condense_sums(store).await.unwrap() > 0 {}
    assert_counted(&world).await;
    assert_eq!(world.count(counts).await, 2);
    assert!(world.count(of_fields).await < before / 2);
    assert_eq!(world.count(blank).await, blank_before);
    for (campaign, contacts) in [(campaign, 65), (other, 10)] {
        let row = store.find(admin, campaign).await.unwrap();
        assert_eq!(row.contacts, contacts);
    }
    // Two at once count nothing twice.
    for number in 0..30 {
        let contact = with_cell(&world, campaign, &cell(5_000 + number)).await;
        remove(store, admin, campaign, contact).await.unwrap();
    }
    let (one, two) = tokio::join!(condense_sums(store), condense_sums(store));
    assert!(one.unwrap() + two.unwrap() > 0);
    assert_counted(&world).await;
    assert_eq!(store.find(admin, campaign).await.unwrap().contacts, 35);
}

/// What the launch of a draft with this script says of fields: those that nobody has, and how many lack which, with the
/// names.
async fn checks(
    world: &World,
    draft: CampaignId,
    script: &str,
) -> (Vec<String>, Vec<(String, u32, Vec<String>)>) {
    let (store, admin) = (&world.store, &world.admin);
    let settings = store.settings(admin, draft).await.unwrap();
    let save = SectionSave {
        version: settings.versions.script,
        by_itself: false,
    };
    store
        .save_script(admin, draft, &save, script, None)
        .await
        .unwrap();
    let checks = store.settings(admin, draft).await.unwrap().checks;
    let blank = checks.blank_fields.into_iter();
    let blank = blank.map(|blank| (blank.field, blank.contacts, blank.some_of_them));
    (checks.unknown_fields, blank.collect())
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_lacks_a_field_is_named_wherever_they_stand(pool: PgPool) {
    let world = World::new(pool).await;
    let actor = AuditActor::command_line(world.organization);
    let new = NewCampaign {
        title: "Poll".into(),
        time_zone: Some("America/Denver".into()),
        ..NewCampaign::default()
    };
    let draft = create(&world.store, actor, &new).await.unwrap();
    let script = "Hi {firstName}, give ${ask}? {site}";
    // The only one without it is far from the first and from the last.
    let mut people = asked(0..400);
    for (number, contact) in people.iter_mut().enumerate() {
        let ask = if number == 250 { "" } else { "20" };
        contact.custom_fields = fields(&[("ask", ask)]);
    }
    add(&world, draft, &people, false).await.unwrap();
    let ned = vec!["Ada250".to_owned()];
    let found = checks(&world, draft, script).await;
    assert_eq!(found.0, ["{site}"]);
    assert_eq!(found.1, [("ask".to_owned(), 1, ned)]);
    // A file that lacks the column altogether.
    let mut more = asked(400..405);
    for contact in &mut more {
        contact.custom_fields = fields(&[("site", "Library")]);
    }
    add(&world, draft, &more, false).await.unwrap();
    let named = ["Ada250", "Ada400", "Ada401"].map(str::to_owned).to_vec();
    let others = ["Ada0", "Ada1", "Ada2"].map(str::to_owned).to_vec();
    let found = checks(&world, draft, script).await;
    assert!(found.0.is_empty(), "{found:?}");
    assert_eq!(
        found.1,
        [
            ("ask".to_owned(), 6, named),
            ("site".to_owned(), 400, others)
        ]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_is_added_to_a_launched_campaign_without_its_fields_is_named(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let script = "Hi {firstName}, give ${ask}?";
    add(&world, campaign, &asked(0..7), false).await.unwrap();
    assert_eq!(checks(&world, campaign, script).await, (vec![], vec![]));
    let more = [contact("Bo", "Peep", &cell(100))];
    add(&world, campaign, &more, false).await.unwrap();
    let lacking = vec![("ask".to_owned(), 1, vec!["Bo".to_owned()])];
    for (change, blank) in [
        ("paused_at = null", lacking.clone()),
        ("paused_at = now()", lacking),
        ("archived_at = now()", vec![]),
    ] {
        world.change_campaign(campaign, change).await;
        let found = world.store.settings(&world.admin, campaign).await.unwrap();
        let found = found.checks.blank_fields.into_iter();
        let found: Vec<_> = found
            .map(|blank| (blank.field, blank.contacts, blank.some_of_them))
            .collect();
        assert_eq!(found, blank, "{change}");
    }
}

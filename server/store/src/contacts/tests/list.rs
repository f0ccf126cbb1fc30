use super::{add, contact, with_cell};
use crate::contacts::{ContactSearch, Correction, correct, list, remove};
use crate::testing::World;
use app::domain::CampaignId;
use app::ports::Conversations;
use sqlx::PgPool;

async fn found(
    world: &World,
    campaign: CampaignId,
    text: &str,
    digits: Option<&str>,
) -> Vec<String> {
    let search = ContactSearch {
        text: text.into(),
        last_digits: digits.map(str::to_owned),
    };
    let mut names = Vec::new();
    let mut after = None;
    loop {
        let page = list(&world.store, &world.admin, campaign, &search, after)
            .await
            .unwrap();
        names.extend(
            page.rows
                .into_iter()
                .map(|row| format!("{} {}", row.first_name, row.last_name)),
        );
        after = page.next;
        if after.is_none() {
            return names;
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn contacts_are_found_by_name_cell_and_external_id_and_each_once(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut contacts = [
        contact("Ann", "Smith", "+12135550100"),
        contact("Mary Ann", "Jones", "+12135550101"),
        contact("Bo", "Annan", "+13105550100"),
        contact("Ann", "Ann", "+12135550103"),
        contact("José", "Nuñez", "+12135550104"),
        contact("a_b", "100%", "+12135550105"),
    ];
    contacts[1].external_id = Some("VAN-77".into());
    contacts[3].external_id = Some("ann1".into());
    add(&world, campaign, &contacts, false).await.unwrap();
    let other = world.campaign().await;
    let elsewhere = contact("Ann", "Elsewhere", "+12135550199");
    add(&world, other, &[elsewhere], false).await.unwrap();

    for (text, digits, names) in [
        (
            "ann",
            None,
            vec!["Ann Ann", "Ann Smith", "Bo Annan", "Mary Ann Jones"],
        ),
        ("ann smi", None, vec!["Ann Smith"]),
        ("smith a", None, vec!["Ann Smith"]),
        ("mary ann j", None, vec!["Mary Ann Jones"]),
        ("van-77", None, vec!["Mary Ann Jones"]),
        ("nuñ", None, vec!["José Nuñez"]),
        ("a_", None, vec!["a_b 100%"]),
        ("%", None, vec![]),
        ("0100", Some("0100"), vec!["Bo Annan", "Ann Smith"]),
        ("x", Some("2135550100"), vec!["Ann Smith"]),
        (
            "100%",
            Some("100"),
            vec!["a_b 100%", "Bo Annan", "Ann Smith"],
        ),
    ] {
        assert_eq!(found(&world, campaign, text, digits).await, names, "{text}");
    }
    assert_eq!(
        found(&world, campaign, "", None).await,
        [
            "a_b 100%",
            "Ann Ann",
            "Bo Annan",
            "Mary Ann Jones",
            "José Nuñez",
            "Ann Smith"
        ]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn contacts_are_found_by_each_word_of_their_name_with_accents_or_without(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let people = [
        contact("María del Carmen", "López García", "+12135550100"),
        contact("Jose", "Garcia", "+12135550101"),
        contact("José", "Peña", "+12135550102"),
        contact("Pat", "O’Brien-Núñez", "+12135550103"),
        contact("Ana", "Anaya Anaya", "+12135550104"),
    ];
    add(&world, campaign, &people, false).await.unwrap();
    let named = async |text: &str| found(&world, campaign, text, None).await;
    for (text, names) in [
        (
            "garcía",
            vec!["Jose Garcia", "María del Carmen López García"],
        ),
        ("garcia m", vec!["María del Carmen López García"]),
        ("carmen lopez", vec!["María del Carmen López García"]),
        ("lópez", vec!["María del Carmen López García"]),
        ("jose", vec!["Jose Garcia", "José Peña"]),
        ("josé", vec!["Jose Garcia", "José Peña"]),
        ("brien", vec!["Pat O’Brien-Núñez"]),
        ("o'brien", vec!["Pat O’Brien-Núñez"]),
        ("nunez pat", vec!["Pat O’Brien-Núñez"]),
        ("ana", vec!["Ana Anaya Anaya"]),
        ("arcia", vec![]),
        ("o'", vec!["Pat O’Brien-Núñez"]),
        ("c'", vec![]),
    ] {
        assert_eq!(named(text).await, names, "{text}");
    }
    // By what somebody was called before they are found no more.
    let pena = with_cell(&world, campaign, "+12135550102").await;
    let renamed = Correction {
        first_name: "Zoë".into(),
        last_name: "Peña".into(),
        cell: None,
        external_id: None,
        zone: None,
        custom_fields: serde_json::Map::new(),
    };
    let (store, admin) = (&world.store, &world.admin);
    correct(store, admin, campaign, pena, "", &renamed)
        .await
        .unwrap();
    assert_eq!(named("jose").await, ["Jose Garcia"]);
    assert_eq!(named("zoe").await, ["Zoë Peña"]);
    // Nor by a beginning that was left.
    world
        .execute(format!(
            "insert into contact_beginning values ({}, {campaign}, 'yolanda', {pena})",
            world.organization
        ))
        .await;
    assert_eq!(named("yolanda").await, [""; 0]);
    remove(store, admin, campaign, pena).await.unwrap();
    let left = format!(
        "select count(*) from contact_beginning where contact_id = {pena} and beginning <> 'yolanda'"
    );
    let left: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(left))
        .fetch_one(&store.pool)
        .await
        .unwrap();
    assert_eq!(left, 0);
    let other = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    world
        .execute(format!(
            "update contact set first_name = 'Núria' where id = {reply}"
        ))
        .await;
    world.change_campaign(campaign, "archived_at = now()").await;
    store.move_reply(admin, reply, other).await.unwrap();
    assert_eq!(named("nuria").await, [""; 0]);
    let moved = found(&world, other, "nuria", None).await;
    assert_eq!(moved.len(), 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn pages_are_whole_whatever_was_found_by_what(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let contacts: Vec<_> = (0..260)
        .map(|number| {
            let cell = format!("+1213555{number:04}");
            let (first, last) = match number % 3 {
                0 => ("Ann".to_owned(), format!("L{number}")),
                1 => (format!("F{number}"), "Ann".to_owned()),
                _ if number % 2 == 0 => (format!("Cy Änn{}", number % 7), "Young".to_owned()),
                _ => ("Cy".to_owned(), "Young".to_owned()),
            };
            let mut contact = contact(&first, &last, &cell);
            contact.external_id = (number % 5 == 0).then(|| format!("ann{number}"));
            contact
        })
        .collect();
    add(&world, campaign, &contacts, false).await.unwrap();
    assert_eq!(found(&world, campaign, "", None).await.len(), 260);
    let ann = (0..260).filter(|number| number % 3 != 2 || number % 5 == 0 || number % 2 == 0);
    assert_eq!(
        found(&world, campaign, "ann", None).await.len(),
        ann.count()
    );
    let cells = (0..260).filter(|number| number % 10 == 7).count();
    assert_eq!(found(&world, campaign, "7", Some("7")).await.len(), cells);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn behind_a_contact_that_has_moved_or_gone_the_list_begins_anew_and_nobody_is_passed_over(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let (store, admin) = (&world.store, &world.admin);
    let contacts: Vec<_> = (0..60)
        .map(|number| {
            contact(
                "Ann",
                &format!("L{number:02}"),
                &format!("+12135550{number:03}"),
            )
        })
        .collect();
    add(&world, campaign, &contacts, false).await.unwrap();
    let search = ContactSearch::default();
    let page = async |after| {
        let page = list(store, admin, campaign, &search, after).await.unwrap();
        let names: Vec<_> = page.rows.iter().map(|row| row.last_name.clone()).collect();
        (page, names)
    };
    let (first, _) = page(None).await;
    let (second, names) = page(first.next).await;
    assert_eq!((second.begins_anew, names[0].as_str()), (false, "L50"));
    let last = first.rows.last().unwrap();
    let correction = |last_name: &str, external_id: Option<&str>| Correction {
        first_name: "Ann".into(),
        last_name: last_name.into(),
        cell: None,
        external_id: external_id.map(str::to_owned),
        zone: None,
        custom_fields: serde_json::Map::new(),
    };
    // What it does not stand by may change.
    for (last_name, external_id, first_name, begins_anew) in
        [("L49", Some("A-1"), "L50", false), ("Z", None, "L00", true)]
    {
        let new = correction(last_name, external_id);
        correct(store, admin, campaign, last.id, "", &new)
            .await
            .unwrap();
        let (second, names) = page(first.next).await;
        let found = (names[0].as_str(), second.begins_anew);
        assert_eq!(found, (first_name, begins_anew));
    }
    remove(store, admin, campaign, last.id).await.unwrap();
    let (second, names) = page(first.next).await;
    assert_eq!((second.begins_anew, names[0].as_str()), (true, "L00"));
}

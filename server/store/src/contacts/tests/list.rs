use super::{add, contact};
use crate::contacts::{ContactSearch, list};
use crate::testing::World;
use app::domain::CampaignId;
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
        ("ann", None, vec!["Ann Ann", "Ann Smith", "Bo Annan"]),
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
async fn pages_are_whole_whatever_was_found_by_what(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let contacts: Vec<_> = (0..260)
        .map(|number| {
            let cell = format!("+1213555{number:04}");
            let (first, last) = match number % 3 {
                0 => ("Ann".to_owned(), format!("L{number}")),
                1 => (format!("F{number}"), "Ann".to_owned()),
                _ => ("Cy".to_owned(), "Young".to_owned()),
            };
            let mut contact = contact(&first, &last, &cell);
            contact.external_id = (number % 5 == 0).then(|| format!("ann{number}"));
            contact
        })
        .collect();
    add(&world, campaign, &contacts, false).await.unwrap();
    assert_eq!(found(&world, campaign, "", None).await.len(), 260);
    let ann = (0..260).filter(|number| number % 3 != 2 || number % 5 == 0);
    assert_eq!(
        found(&world, campaign, "ann", None).await.len(),
        ann.count()
    );
    let cells = (0..260).filter(|number| number % 10 == 7).count();
    assert_eq!(found(&world, campaign, "7", Some("7")).await.len(), cells);
}

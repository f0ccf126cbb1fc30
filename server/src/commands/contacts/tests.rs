mod imports;

use super::correct::Correct;
use super::find::Find;
use super::remove::Remove;
use super::whom::Whom;
use crate::commands::campaign::Which;
use crate::contacts::CampaignContacts;
use crate::import::{ImportOptions, import};
use app::domain::{CampaignId, ConversationId};
use app::ports::{ContactDetails, Contacts};
use clap::Parser;
use server_store::testing::World;
use sqlx::PgPool;

#[derive(Debug, Parser)]
struct CorrectLine {
    #[command(flatten)]
    correct: Correct,
}

fn which(world: &World, campaign: CampaignId) -> Which {
    Which {
        organization: world.organization,
        campaign,
    }
}

async fn imported(world: &World, campaign: CampaignId, file: &str) {
    let actor = world.admin.actor();
    let options = ImportOptions::default();
    let added = import(&world.store, actor, campaign, file.as_bytes(), options);
    added.await.unwrap();
}

async fn found(world: &World, campaign: CampaignId, search: &str) -> Result<Vec<String>, String> {
    let find = Find {
        which: which(world, campaign),
        search: search.into(),
    };
    let mut lines = Vec::new();
    let printed = find.run(&world.store, |line| lines.push(line)).await;
    printed.map_err(|error| error.to_string())?;
    Ok(lines)
}

/// The number of the only contact that a search finds.
async fn contact(world: &World, campaign: CampaignId, search: &str) -> ConversationId {
    let lines = found(world, campaign, search).await.unwrap();
    let [line] = &lines[..] else {
        panic!("{search}: {lines:?}")
    };
    line.split_once('\t').unwrap().0.parse().unwrap()
}

async fn details(world: &World, campaign: CampaignId, contact: ConversationId) -> ContactDetails {
    let contacts = CampaignContacts::new(world.store.clone());
    let details = contacts.contact(&world.admin, campaign, contact).await;
    details.unwrap()
}

/// Corrects a contact as somebody types it.
async fn corrected(
    world: &World,
    campaign: CampaignId,
    contact: ConversationId,
    options: &[&str],
) -> Result<(), String> {
    let (organization, campaign) = (world.organization.to_string(), campaign.to_string());
    let contact = contact.to_string();
    let mut line = vec!["baton", "--organization", &organization];
    line.extend(["--campaign", &campaign, "--contact", &contact]);
    let line = CorrectLine::try_parse_from(line.iter().chain(options));
    let done = line.map_err(|error| error.to_string())?.correct;
    let done = done.run(&world.store).await;
    done.map_err(|error| error.to_string())
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn contacts_are_found_page_after_page_and_by_what_the_page_finds_them_by(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let rows: String = (0..60)
        .map(|row| format!("Ann,\"By\tron {row:02}\",21255501{row:02},V{row}\n"))
        .collect();
    let file = format!("firstName,lastName,cell,externalId\n{rows}");
    imported(&world, campaign, &file).await;
    let all = found(&world, campaign, "").await.unwrap();
    let last_names: Vec<_> = all
        .iter()
        .map(|line| line.split('\t').nth(3).unwrap())
        .collect();
    let expected: Vec<_> = (0..60).map(|row| format!("By ron {row:02}")).collect();
    assert_eq!(last_names, expected, "each once, in order, and in one line");
    for (search, count) in [("(212) 555-0107", 1), ("0107", 1), ("v7", 1), ("ann", 60)] {
        let lines = found(&world, campaign, search).await.unwrap();
        assert_eq!(lines.len(), count, "{search}: {lines:?}");
    }
    let line = &found(&world, campaign, "v7").await.unwrap()[0];
    let columns: Vec<&str> = line.split('\t').collect();
    assert_eq!(
        columns[1..],
        [
            "+12125550107",
            "Ann",
            "By ron 07",
            "V7",
            "America/New_York",
            "needs_message",
            ""
        ]
    );
    let nowhere = found(&world, CampaignId(77_777), "").await.unwrap_err();
    assert!(
        nowhere.starts_with("There is no campaign 77777"),
        "{nowhere}"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_named_of_a_contact_is_corrected_and_all_else_stays(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file = "firstName,lastName,cell,externalId,Party,a=b\nAda,Byron,2125550100,V1,Green,x\n";
    imported(&world, campaign, file).await;
    let ada = contact(&world, campaign, "v1").await;
    let options = [
        "--first-name",
        " Augusta ",
        "--field",
        "Party=Blue=sky",
        "--field",
        "a=b=y",
        "--cell",
        "(808) 555-0101",
    ];
    corrected(&world, campaign, ada, &options).await.unwrap();
    let now = details(&world, campaign, ada).await;
    let row = &now.row;
    assert_eq!(
        (&*row.first_name, &*row.last_name, row.cell.as_str()),
        ("Augusta", "Byron", "+18085550101")
    );
    assert_eq!(row.external_id.as_deref(), Some("V1"));
    assert_eq!(row.zone.as_deref(), Some("Pacific/Honolulu"));
    let field = |name: &str| {
        let mut fields = now.custom_fields.iter();
        fields.find(|(field, _)| field == name).unwrap().1.as_str()
    };
    assert_eq!((field("Party"), field("a=b")), ("Blue=sky", "y"));
    let events =
        "select count(*) from audit_event where action = 'contact_corrected' and actor_id is null";
    assert_eq!(world.count(events).await, 1);

    for (options, sentence) in [
        (
            &["--last-name", "King", "--time-zone", "Mars/Olympus"][..],
            "",
        ),
        (&["--last-name", "King", "--cell", "555-0110"], "It has no"),
        (
            &["--last-name", "King", "--field", "zip=02139"],
            "“zip=02139” names no field of the contact.",
        ),
        (&[], "error: the following required arguments"),
    ] {
        let refused = corrected(&world, campaign, ada, options).await.unwrap_err();
        assert!(
            refused.starts_with(sentence) && !refused.is_empty(),
            "{refused}"
        );
        assert_eq!(details(&world, campaign, ada).await, now, "{options:?}");
    }
    let reply = world.reply(campaign, &world.ann, 60).await;
    let refused = corrected(&world, campaign, reply, &["--cell", "2125550109"]).await;
    assert!(refused.unwrap_err().starts_with("Texts went to the number"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_contact_who_was_not_texted_is_removed(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = world.campaign().await;
    let unsent = world.unsent(campaign, &world.ann).await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    let theirs = other.campaign().await;
    let theirs = other.unsent(theirs, &other.ann).await;
    let remove = async |contact| {
        let whom = Whom {
            which: which(&world, campaign),
            contact,
        };
        let removed = Remove { whom }.run(&world.store).await;
        removed.map_err(|error| error.to_string())
    };
    remove(unsent).await.unwrap();
    for (contact, sentence) in [
        (unsent, "There is no contact"),
        (theirs, "There is no contact"),
        (reply, "Something was sent to this contact"),
    ] {
        let refused = remove(contact).await.unwrap_err();
        assert!(refused.starts_with(sentence), "{refused}");
    }
    assert_eq!(world.count("select count(*) from contact").await, 2);
    let events =
        "select count(*) from audit_event where action = 'contact_removed' and actor_id is null";
    assert_eq!(world.count(events).await, 1);
}

//! A file with blanks and braces, from its upload to what its contacts are sent.

use super::TestApp;
use app::domain::{CampaignId, ConversationId, PoolKind};
use app::ports::{Conversations, PoolSettings, Requests};
use sqlx::PgPool;

const FILE: &[u8] = include_bytes!("../../import/tests/cases/blank_values.csv");
const SCRIPT: &str = "Hi {firstName|neighbor}, vote at {polling_location}? Give ${ask}?";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn blanks_are_listed_before_a_launch_and_no_mark_is_sent(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let store = &world.store;
    // Within the texting hours of Los Angeles too.
    store.clock.set("2026-11-03T20:00:00Z".parse().unwrap());
    let admin = app.sign_in(&world.admin).await;
    let submit = async |path: &str, form: &str| {
        let answer = app.submit(path, Some(&admin), form).await;
        answer.location().to_owned()
    };
    let form = "title=Polls&texting_from=09:00&texting_until=21:00&time_zone=America/New_York";
    let created = submit("/api/campaigns/create", form).await;
    let (page, _) = created.split_once('?').unwrap();
    let campaign: CampaignId = page.rsplit('/').next().unwrap().parse().unwrap();
    let uploaded = app.upload(&format!("{page}/contacts"), &admin, FILE).await;
    let upload = uploaded.location().rsplit('/').next().unwrap();
    let mut form = format!("campaign={campaign}&upload={upload}");
    for (index, column) in ["firstName", "lastName", "cell", "custom", "custom"]
        .iter()
        .enumerate()
    {
        form += &format!("&columns[{index}]={column}");
    }
    let imported = submit("/api/contacts/import", &form).await;
    let report = app.get(&imported, Some(&admin)).await.body;
    assert!(report.contains("5 contacts added"), "{report}");
    let script = form_urlencoded::Serializer::new(format!("campaign={campaign}"))
        .append_pair("script", SCRIPT)
        .finish();
    submit("/api/campaigns/save-script", &script).await;
    let checklist = app.get(page, Some(&admin)).await.body;
    for sentence in [
        "{polling_location} is blank for 2 contacts, for example Ned, Spaces.",
        "{ask} is blank for one contact: Ned.",
    ] {
        assert!(checklist.contains(sentence), "{sentence}: {checklist}");
    }
    assert!(!checklist.contains("{firstName} is blank"), "{checklist}");
    let launch = format!("campaign={campaign}&auto_assign=true");
    let launched = submit("/api/campaigns/launch", &launch).await;
    assert_eq!(launched, format!("{page}?done=launched"));

    let initials = PoolSettings {
        pool: world.general,
        enabled: true,
        kind: PoolKind::Initials,
        max_per_request: 100,
    };
    world.change_pools(vec![initials]).await;
    let asked = Requests::create(store, &world.ann, world.general, 100).await;
    assert_eq!(asked.unwrap().assigned(), 5);
    let contacts: Vec<i64> =
        sqlx::query_scalar("select id from contact where campaign_id = $1 order by cell")
            .bind(campaign.0)
            .fetch_all(&store.pool)
            .await
            .unwrap();
    let texts = [
        ("Hi neighbor, vote at Library? Give $20?", true),
        ("Hi May, vote at Library? Give $20?", true),
        ("Hi Ned, vote at {polling_location}? Give ${ask}?", false),
        ("Hi neighbor, vote at {polling_location}? Give $20?", false),
        // The braces and the sign of money are the contact's own.
        ("Hi Ole, vote at {firstName}? Give $$1 {ask}?", true),
    ];
    assert_eq!(contacts.len(), texts.len());
    for (contact, (text, is_sent)) in contacts.into_iter().zip(texts) {
        let contact = ConversationId(contact);
        let view = store.open(&world.ann, contact).await.unwrap();
        assert_eq!(view.first_text.as_deref(), Some(text));
        let page = view.lease_epoch.into();
        let sent = store.send_first(&world.ann, contact, page, text.into());
        assert_eq!(sent.await.is_ok(), is_sent, "{text}");
        let sent = world.thread_texts(contact).await.len();
        assert_eq!(sent, usize::from(is_sent), "{text}");
    }
}

//! A long export, and the memory of the process stays small.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use app::domain::{AuditActor, CampaignId, ImportReport, OrganizationId};
use nix::unistd::Pid;
use reqwest::header::SET_COOKIE;
use reqwest::redirect::Policy;
use server_embedded::Cluster;
use server_store::Store;
use server_store::campaign_setup::{NewCampaign, create};
use server_store::contacts::{Addition, NewContact, Staging};
use server_store::members::NewAccount;
use server_store::organizations;
use sqlx::PgPool;

use crate::support::{Baton, data_dir};

const EMAIL: &str = "owner@example.org";
const PASSWORD: &str = "a long enough password";
const CONTACTS: u64 = 50_000;
/// In bytes, of what stands in a custom field of each.
const NOTE: usize = 1_500;
/// In kB, over what the process took before: less than a third of the file.
const MAX_GROWTH: u64 = 25_000;

#[tokio::test(flavor = "multi_thread")]
async fn an_export_of_fifty_thousand_contacts_takes_no_more_memory_than_a_part_of_it() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let data_dir = data_dir();
    let mut baton = Baton::start(data_dir.path(), &["serve"]);
    let line = baton.says("Baton is at http://");
    let url = line.trim().rsplit(' ').next().unwrap();
    let url = url.trim_end_matches('/');
    let database = Cluster::running_in(data_dir.path()).unwrap();
    let pool = PgPool::connect(&database).await.unwrap();
    let organization = organization(&pool).await;
    let store = Store::new(pool);
    let short = campaign(&store, organization, 1_000).await;
    let long = campaign(&store, organization, CONTACTS).await;

    let client = reqwest::Client::builder()
        .redirect(Policy::none())
        .build()
        .unwrap();
    let cookie = sign_in(&client, url).await;
    // What a first export brings along is not what is measured.
    export(&client, url, &cookie, short).await;
    let before = peak(baton.process());
    let bytes = export(&client, url, &cookie, long).await;
    let growth = peak(baton.process()) - before;
    eprintln!("{} kB exported, {growth} kB more at most", bytes / 1024);
    assert!(bytes as u64 / 1024 > 3 * MAX_GROWTH, "{bytes}");
    assert!(growth < MAX_GROWTH, "{growth} kB");
}

/// How many bytes a campaign's contacts are as a file.
async fn export(client: &reqwest::Client, url: &str, cookie: &str, campaign: CampaignId) -> usize {
    let path = format!("{url}/campaigns/{campaign}/contacts.csv");
    let mut answer = client
        .get(path)
        .header("cookie", cookie)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    let mut bytes = 0;
    while let Some(part) = answer.chunk().await.unwrap() {
        bytes += part.len();
    }
    bytes
}

async fn sign_in(client: &reqwest::Client, url: &str) -> String {
    let answer = client
        .post(format!("{url}/api/session/sign-in"))
        .header("origin", url)
        .header("accept", "text/html")
        .form(&[("email", EMAIL), ("password", PASSWORD)])
        .send()
        .await
        .unwrap();
    // Beside the one of the device.
    let cookies = answer.headers().get_all(SET_COOKIE).iter();
    let mut cookies = cookies.map(|cookie| cookie.to_str().unwrap());
    let session = cookies.find(|cookie| cookie.starts_with("baton_session="));
    session.unwrap().split(';').next().unwrap().to_owned()
}

async fn organization(pool: &PgPool) -> OrganizationId {
    let hash = server_auth::hash(PASSWORD.to_owned()).await.unwrap();
    let account = NewAccount {
        email: EMAIL,
        name: "Olive Owner",
        password_hash: &hash,
    };
    let mut transaction = pool.begin().await.unwrap();
    let made = organizations::create(&mut transaction, "A phone bank", &account).await;
    transaction.commit().await.unwrap();
    made.unwrap().organization
}

/// A draft with so many contacts.
async fn campaign(store: &Store, organization: OrganizationId, contacts: u64) -> CampaignId {
    let actor = AuditActor::command_line(organization);
    let new = NewCampaign {
        title: "Polls".into(),
        time_zone: Some("America/New_York".into()),
        ..NewCampaign::default()
    };
    let campaign = create(store, actor, &new).await.unwrap();
    let mut staging = Staging::open(store).await.unwrap();
    for number in 0..contacts {
        let cell = format!("+1213{:07}", 2_000_000 + number);
        let contact = NewContact {
            first_name: "Ada".into(),
            last_name: "Byron".into(),
            cell: cell.parse().unwrap(),
            zone: None,
            external_id: None,
            custom_fields: [("note".to_owned(), "x".repeat(NOTE).into())]
                .into_iter()
                .collect(),
        };
        staging.push(number + 2, &cell, &contact).await.unwrap();
    }
    let addition = Addition {
        campaign,
        file_name: String::new(),
        claim: None,
        replace: false,
    };
    let report = |_| ImportReport::default();
    staging.add_to(actor, &addition, report).await.unwrap();
    campaign
}

/// The most memory that the process has had, in kB.
fn peak(process: Pid) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

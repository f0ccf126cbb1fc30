use clap::Parser;
use sqlx::postgres::PgConnectOptions;

use super::*;

#[derive(Debug, Parser)]
struct Program {
    #[command(flatten)]
    config: Config,
}

fn parse(options: &[&str]) -> Result<Config, String> {
    // Options win over the environment, so a test that names all it looks at does not depend on it.
    let parsed = Program::try_parse_from(std::iter::once("baton").chain(options.iter().copied()));
    parsed
        .map(|program| program.config)
        .map_err(|error| error.to_string())
}

fn refusal(options: &[&str]) -> String {
    match parse(options) {
        Ok(config) => config.check().expect_err("it was accepted").to_string(),
        Err(sentence) => sentence,
    }
}

#[test]
fn an_address_without_a_port_is_refused_with_an_example() {
    let sentence = refusal(&["--addr", "localhost"]);
    assert!(
        sentence.contains("127.0.0.1:3000 for this machine alone"),
        "{sentence}"
    );
}

#[test]
fn trusted_proxies_are_addresses_and_networks_and_none_by_default() {
    let trusted = |value: &str| {
        parse(&["--trusted-proxies", value])
            .unwrap()
            .trusted_proxies
    };
    assert!(trusted("").is_empty());
    let proxies = trusted("192.0.2.1, 10.0.0.0/8,2001:db8::/32");
    for (address, is_trusted) in [
        ("192.0.2.1", true),
        ("10.200.0.1", true),
        ("2001:db8::7", true),
        ("192.0.2.2", false),
    ] {
        assert_eq!(
            proxies.contains(address.parse().unwrap()),
            is_trusted,
            "{address}"
        );
    }
    let sentence = refusal(&["--trusted-proxies", "10.0.0.1,proxy"]);
    assert!(sentence.contains("proxy is neither"), "{sentence}");
}

#[test]
fn a_public_url_with_a_path_is_refused_with_an_example() {
    for value in [
        "https://example.org/baton",
        "example.org",
        "ftp://example.org",
        "https://example.org/?a",
        "",
    ] {
        let sentence = refusal(&["--public-url", value]);
        assert!(
            sentence.contains("https://text.example.org"),
            "{value}: {sentence}"
        );
    }
}

#[test]
fn the_public_url_decides_whether_cookies_are_secure() {
    let bound = "127.0.0.1:3000".parse().unwrap();
    let https = parse(&["--public-url", "https://Text.Example.org/"])
        .unwrap()
        .public_url(bound);
    assert_eq!(
        https.join("/webhooks/twilio"),
        "https://text.example.org/webhooks/twilio"
    );
    assert!(https.is_https());
}

#[test]
fn without_a_public_url_the_bound_address_is_shown_as_a_browser_can_open_it() {
    let url = |address: &str| BaseUrl::of_address(address.parse().unwrap()).to_string();
    assert_eq!(url("127.0.0.1:4567"), "http://127.0.0.1:4567");
    assert_eq!(url("0.0.0.0:3000"), "http://127.0.0.1:3000");
    assert_eq!(url("[::1]:3000"), "http://[::1]:3000");
}

#[test]
fn a_carrier_reaches_no_address_of_this_machine_or_its_network() {
    let is_local = |url: &str| url.parse::<super::BaseUrl>().unwrap().is_local();
    for url in [
        "http://localhost:3000",
        "http://127.0.0.1:3000",
        "http://192.168.1.4",
        "http://baton",
        "http://[::1]:3000",
    ] {
        assert!(is_local(url), "{url}");
    }
    for url in ["https://text.example.org", "http://203.0.113.7:8080"] {
        assert!(!is_local(url), "{url}");
    }
}

#[test]
fn a_bad_database_url_is_refused_without_showing_its_password() {
    for value in [
        "mysql://root:hunter2@localhost/x",
        "root:hunter2@localhost",
        "postgres://root:hunter2@localhost:port/x",
    ] {
        let sentence = refusal(&["--database-url", value]);
        assert!(
            sentence.contains("postgres://user:password@host"),
            "{sentence}"
        );
        assert!(!sentence.contains("hunter2"), "{sentence}");
    }
}

#[test]
fn a_list_of_hosts_is_refused_with_what_to_name_instead() {
    for value in [
        "postgres://ada:hunter2@one.example.org,two.example.org/baton",
        "postgres://one.example.org:5432,two.example.org:5433/baton",
        "postgres:///baton?host=one.example.org,two.example.org",
    ] {
        let sentence = refusal(&["--database-url", value]);
        assert!(sentence.contains("Name the primary"), "{sentence}");
        assert!(!sentence.contains("hunter2"), "{sentence}");
    }
}

#[test]
fn a_comma_in_the_password_or_in_a_socket_folder_is_no_list_of_hosts() {
    for value in [
        "postgres://ada:hunter,2@db.example.org/baton",
        "postgres:///baton?host=/run/a,b&user=ada",
    ] {
        let config = parse(&["--database-url", value]).unwrap();
        let url = config.database_url().unwrap().unwrap();
        assert!(url.connect_options().is_ok(), "{value}");
    }
}

#[test]
fn an_empty_database_url_means_the_private_cluster() {
    let config = parse(&["--database-url", ""]).unwrap();
    assert!(config.database_url().unwrap().is_none());
}

#[test]
fn a_database_url_is_parsed_but_never_shown() {
    let config = parse(&[
        "--database-url",
        "postgres://ada:hunter2@db.example.org:5433/baton",
    ])
    .unwrap();
    let options: PgConnectOptions = config
        .database_url()
        .unwrap()
        .unwrap()
        .connect_options()
        .unwrap();
    assert_eq!(
        (options.get_host(), options.get_port()),
        ("db.example.org", 5433)
    );
    assert!(!format!("{config:?}").contains("hunter2"));
}

#[test]
fn half_of_a_twilio_account_is_refused_and_the_other_half_named() {
    let sentence = refusal(&["--twilio-account-sid", "AC1", "--twilio-auth-token", ""]);
    assert!(sentence.contains("TWILIO_AUTH_TOKEN is not"), "{sentence}");
    let sentence = refusal(&["--twilio-account-sid", "", "--twilio-auth-token", "hunter2"]);
    assert!(sentence.contains("TWILIO_ACCOUNT_SID is not"), "{sentence}");
    assert!(!sentence.contains("hunter2"), "{sentence}");
}

#[test]
fn an_api_key_in_the_place_of_the_account_is_refused() {
    let sentence = refusal(&[
        "--twilio-account-sid",
        "SK1",
        "--twilio-auth-token",
        "hunter2",
    ]);
    assert!(sentence.contains("does not begin with AC"), "{sentence}");
}

#[test]
fn a_whole_twilio_account_is_used_and_its_token_never_shown() {
    let config = parse(&[
        "--twilio-account-sid",
        "AC1",
        "--twilio-auth-token",
        "hunter2",
    ])
    .unwrap();
    let account = config.twilio().unwrap().unwrap();
    assert_eq!(account.account_sid, "AC1");
    assert!(!format!("{config:?} {account:?}").contains("hunter2"));
}

#[test]
fn too_few_database_connections_are_refused() {
    let sentence = refusal(&["--database-connections", "1"]);
    assert!(sentence.contains("5..=1000"), "{sentence}");
}

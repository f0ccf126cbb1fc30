//! Who works in the demo organization.

use super::sign_in::DemoSignIn;
use app::domain::Role;

/// The demo's organization.
pub(super) const ORGANIZATION: &str = "Riverbend Votes";
/// What it texts from. 202-555-01XX is reserved for fiction, and no contact has that area code.
pub(super) const NUMBER: &str = "+12025550142";
/// Everybody's password. Not a secret: it is printed.
pub(super) const PASSWORD: &str = "passthebaton";

/// A person by their place in [`PEOPLE`].
pub(super) type Person = usize;

/// Runs campaigns and releases.
pub(super) const ADMIN: Person = 0;
/// Owns the organization.
pub(super) const OWNER: Person = 1;
/// The texter whose requests wait for approval.
pub(super) const ASKS_FIRST: Person = 8;
/// The texters who hold conversations, from the most attentive to the one who went home.
pub(super) const HOLDERS: [Person; 5] = [2, 3, 4, 5, 6];

/// Everybody. The last texters hold nothing: one sees the request form at its plainest, one waits for
/// approval.
pub(super) const PEOPLE: [DemoSignIn; 10] = [
    sign_in(
        Role::Admin,
        "Ada Moreno",
        "ada@demo.example",
        "campaigns, and Release Unhandled Replies",
    ),
    sign_in(
        Role::Owner,
        "Oscar Whitfield",
        "oscar@demo.example",
        "the same, as the organization's owner",
    ),
    sign_in(
        Role::Texter,
        "Ines Halloran",
        "ines@demo.example",
        "texting right now: fresh replies",
    ),
    sign_in(
        Role::Texter,
        "Jonah Adeyemi",
        "jonah@demo.example",
        "texting today: replies of the last hours",
    ),
    sign_in(
        Role::Texter,
        "Mabel Tran",
        "mabel@demo.example",
        "away for a while: replies that sit",
    ),
    sign_in(
        Role::Texter,
        "Theo Lindqvist",
        "theo@demo.example",
        "went home hours ago: old replies",
    ),
    sign_in(
        Role::Texter,
        "Priya Castellanos",
        "priya@demo.example",
        "a bit of everything",
    ),
    sign_in(
        Role::Texter,
        "Sam Okafor",
        "sam@demo.example",
        "holds nothing: the request form",
    ),
    sign_in(
        Role::Texter,
        "Nadia Brandt",
        "nadia@demo.example",
        "new here: requests wait for approval",
    ),
    sign_in(
        Role::Supervolunteer,
        "Vera Osei",
        "vera@demo.example",
        "decides on requests",
    ),
];

const fn sign_in(
    role: Role,
    name: &'static str,
    email: &'static str,
    sees: &'static str,
) -> DemoSignIn {
    DemoSignIn {
        role,
        name,
        email,
        sees,
    }
}

/// Who holds a reply that has been waiting for this many seconds; `draw` between 0 and 3 picks.
pub(super) fn holder_of(waiting: i64, draw: usize) -> Person {
    let [ines, jonah, mabel, theo, priya] = HOLDERS;
    let likely = match waiting {
        ..1_800 => [ines, ines, jonah, priya],
        1_800..14_400 => [jonah, jonah, mabel, priya],
        _ => [mabel, theo, theo, priya],
    };
    likely[draw % likely.len()]
}

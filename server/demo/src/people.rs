//! The members of the demo organization, with its name and number.

use super::sign_in::DemoSignIn;
use app::domain::Role;

/// The organization's name.
pub(super) const ORGANIZATION: &str = "Riverbend Votes";
/// The organization's sending number. 202-555-01XX is reserved for fiction, and no contact has that area code.
pub(super) const NUMBER: &str = "+12025550142";
/// The password of all members. It is printed, and no secret.
pub(super) const PASSWORD: &str = "passthebaton";

/// The index of a member in [`PEOPLE`].
pub(super) type PersonIndex = usize;

/// The admin, who runs campaigns and releases.
pub(super) const ADMIN: PersonIndex = 0;
/// The organization's owner.
pub(super) const OWNER: PersonIndex = 1;
/// The texter whose requests wait for approval.
pub(super) const NEEDS_APPROVAL: PersonIndex = 8;
/// The texters who hold conversations, by how long their replies wait.
pub(super) const HOLDERS: [PersonIndex; 5] = [2, 3, 4, 5, 6];

/// All members. Two texters hold nothing: one has the request form alone on their page, the other needs approval.
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

/// The likely holder of a reply that has been waiting for this many seconds. `draw`, from 0 to 3, picks one of them.
pub(super) fn holder_of(waiting: i64, draw: usize) -> PersonIndex {
    let [ines, jonah, mabel, theo, priya] = HOLDERS;
    let candidates = match waiting {
        ..1_800 => [ines, ines, jonah, priya],
        1_800..14_400 => [jonah, jonah, mabel, priya],
        _ => [mabel, theo, theo, priya],
    };
    candidates[draw % candidates.len()]
}

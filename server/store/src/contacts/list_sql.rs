//! The statements of the list: each index gives a range of what is searched for, of which a page is taken.

use const_format::formatcp;

/// The greatest character, behind which no text that begins with a prefix is.
pub(crate) const GREATEST: char = char::MAX;

/// The expressions of the indexes, in the order of what is found by them.
const EXTERNAL_ID: &str = r#"(lower(co.external_id) collate "C")"#;
pub(crate) const NAME: &str = r#"(lower(co.first_name || ' ' || co.last_name) collate "C")"#;
pub(crate) const LAST_NAME: &str = r#"(lower(co.last_name || ' ' || co.first_name) collate "C")"#;
pub(crate) const LAST_DIGITS: &str = r#"(reverse(co.cell) collate "C")"#;

/// Contacts by one index: a range of it, and nothing if that has no end. `$from`, `$after`, `$until` are the numbers of
/// the parameters: the text and the id behind which it begins, and the text at which it ends.
macro_rules! found_by {
    ($number:literal, $key:ident, $from:literal, $after:literal, $until:literal, $also:expr) => {
        formatcp!(
            "(select {NUMBER} as found_by, {KEY} as key, co.id
                from contact co
               where co.organization_id = $1 and co.campaign_id = $2
                 and ({KEY}, co.id) > ({FROM}::text collate \"C\", {AFTER}::bigint)
                 and {KEY} < {UNTIL}::text collate \"C\"
                 {ALSO}
               order by {KEY}, co.id
               limit $3)",
            NUMBER = $number,
            KEY = $key,
            FROM = $from,
            AFTER = $after,
            UNTIL = $until,
            ALSO = $also
        )
    };
}

// What was found by one thing before is not found again; and an index is not entered where those before it fill the page,
// because of those whose external id begins like their name it would walk all in vain.
const NOT_BY_EXTERNAL_ID: &str =
    formatcp!("and not coalesce(starts_with({EXTERNAL_ID}, $13), false)");
const NOT_BY_NAME: &str = formatcp!("{NOT_BY_EXTERNAL_ID} and not starts_with({NAME}, $15)");
const NOT_BY_TEXT: &str = formatcp!("{NOT_BY_NAME} and not starts_with({LAST_NAME}, $15)");
const NOT_BY_DIGITS: &str =
    formatcp!("{NOT_BY_TEXT} and not coalesce(starts_with({LAST_DIGITS}, $21), false)");
const IDS: &str = "(select count(*) from by_external_id)";
const NAMES: &str = "(select count(*) from by_name)";
const LAST_NAMES: &str = "(select count(*) from by_last_name)";
const DIGITS: &str = "(select count(*) from by_last_digits)";

const BY_EXTERNAL_ID: &str = found_by!(
    "0",
    EXTERNAL_ID,
    "$4",
    "$5",
    "$6",
    "and co.external_id is not null"
);
const BY_NAME: &str = found_by!(
    "1",
    NAME,
    "$7",
    "$8",
    "$16",
    formatcp!("{NOT_BY_EXTERNAL_ID} and {IDS} < $3")
);
const BY_LAST_NAME: &str = found_by!(
    "2",
    LAST_NAME,
    "$9",
    "$10",
    "$16",
    formatcp!("{NOT_BY_NAME} and {IDS} + {NAMES} < $3")
);
const BY_LAST_DIGITS: &str = found_by!(
    "3",
    LAST_DIGITS,
    "$11",
    "$12",
    "$14",
    formatcp!("{NOT_BY_TEXT} and {IDS} + {NAMES} + {LAST_NAMES} < $3")
);

/// Those whose name has a further word that begins like this, or does without its accents; each by the first of its beginnings
/// that do, so that it is found once, and not by one of a name that it had before. `offset 0` keeps the order in which it is
/// read: the planner takes the comparison for one that hardly anything stands, and would read the campaign.
const BY_BEGINNING: &str = formatcp!(
    "(select 4 as found_by, kept.beginning as key, kept.contact_id as id
        from (select kept.beginning, kept.contact_id
                from contact_beginning kept
               where kept.organization_id = $1 and kept.campaign_id = $2
                 and (kept.beginning, kept.contact_id) > ($17::text collate \"C\", $18::bigint)
                 and kept.beginning < $20::text collate \"C\"
               order by kept.beginning, kept.contact_id
              offset 0) kept
       cross join lateral (
             select
               from contact co
              where co.organization_id = $1 and co.id = kept.contact_id and co.campaign_id = $2
                and kept.beginning = (select min(beginning collate \"C\")
                                        from beginnings_of_name(co.first_name, co.last_name) beginning
                                       where starts_with(beginning, $19))
                {NOT_BY_DIGITS}
             offset 0) co
       where {IDS} + {NAMES} + {LAST_NAMES} + {DIGITS} < $3
       order by kept.beginning, kept.contact_id
       limit $3)"
);

/// The rest of a page, from those that were found.
macro_rules! page {
    ($by:expr, $found:expr) => {
        formatcp!(
            "with {BY}found as (
                 {FOUND}
                 order by found_by, key, id
                 limit $3
             )
             select found.found_by, left(md5(found.key), 8) as digest, co.id, co.first_name, co.last_name, co.cell, co.external_id,
                    zone.name as zone, cv.status::text as status, cv.opted_out
               from found
               join contact co on co.organization_id = $1 and co.id = found.id
               join conversation cv on cv.organization_id = $1 and cv.id = found.id
               left join time_zone zone on zone.id = cv.time_zone_id
              order by found.found_by, found.key, found.id",
            BY = $by,
            FOUND = $found
        )
    };
}

/// All contacts, by last name. `$1` organization, `$2` campaign, `$3` how many, `$4` and `$5` the key after which the page
/// begins, `$6` a text behind all. By `contact_by_last_name`.
pub(crate) const ALL: &str = page!(
    "",
    formatcp!(
        "select * from {ALL_BY_LAST_NAME} as every",
        ALL_BY_LAST_NAME = found_by!("2", LAST_NAME, "$4", "$5", "$6", "")
    )
);

/// Those that are searched for. `$1` organization, `$2` campaign, `$3` how many; `$4` and `$5`, `$7` and `$8`, `$9` and
/// `$10`, `$11` and `$12`, `$17` and `$18` where each index is entered, which is null if it is past or not meant; the text is
/// `$13` and ends at `$6`, without accents `$15` and `$16`, its words `$19` and `$20`; the digits backwards `$21` and `$14`. By
/// `contact_by_external_id`, `contact_by_name`, `contact_by_last_name`, `contact_by_last_digits` and `contact_beginning`.
pub(crate) const SEARCHED: &str = page!(
    formatcp!(
        "by_external_id as materialized {BY_EXTERNAL_ID},
         by_name as materialized {BY_NAME},
         by_last_name as materialized {BY_LAST_NAME},
         by_last_digits as materialized {BY_LAST_DIGITS},
         by_beginning as materialized {BY_BEGINNING},
         "
    ),
    "select * from by_external_id
     union all select * from by_name
     union all select * from by_last_name
     union all select * from by_last_digits
     union all select * from by_beginning"
);

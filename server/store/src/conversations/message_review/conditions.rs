//! The filters of Message Review in SQL, each in one place: a condition that any row can be held against, and a search
//! that gives the few that it finds.

use crate::rules::IDLE_LONG_ENOUGH;
use const_format::formatcp;

/// SQL over a text `o` of the outbox: it was given up.
const DELIVERY_FAILED: &str = "o.state = 'failed'";

/// SQL over a text `$text`: the same in lower case and without accents, and with spaces for the marks that PostgreSQL's parser
/// lets stand within a word, as if it were an address, a path, a number or a tag: it takes `J.R.`, `you.Thanks` and `and/or`
/// for one word each. What is ASCII has no accents, and the search of texts does not tell its cases apart.
macro_rules! folded {
    ($text:expr) => {
        concat!(
            "translate(case when octet_length(",
            $text,
            ") = char_length(",
            $text,
            ") then ",
            $text,
            " else fold_text(",
            $text,
            ") end, './:@-_<>&=?#+%~', '               ')"
        )
    };
}

/// SQL over a message `m`: the words of it. The expression of `message_words_folded`.
const MESSAGE_WORDS: &str = concat!("to_tsvector('simple'::regconfig, ", folded!("m.body"), ")");

/// SQL over a contact `co`: the words of their name. The expression of `contact_name_folded`.
const NAME_WORDS: &str = concat!(
    "to_tsvector('simple'::regconfig, ",
    folded!("co.first_name || ' ' || co.last_name"),
    ")"
);

/// The same of their first name alone.
const FIRST_NAME_WORDS: &str = concat!(
    "to_tsvector('simple'::regconfig, ",
    folded!("co.first_name"),
    ")"
);

/// SQL: the words that are searched for, `$15` or what stands in its place.
macro_rules! sought {
    ($text:expr) => {
        concat!("plainto_tsquery('simple'::regconfig, ", folded!($text), ")")
    };
}

/// SQL: how the words of a name that is searched for begin, as a search of texts, `$12` or what stands in its place.
macro_rules! beginnings {
    ($text:expr) => {
        concat!("to_tsquery('simple'::regconfig, fold_text(", $text, "))")
    };
}

/// SQL over a contact `co`: their cell, backwards. By `contact_last_digits`.
const BACKWARDS: &str = "(reverse(co.cell) collate \"C\")";

/// All filters over a conversation `cv` that comes after `$4`. `$1` organization, `$2` clock, `$3` idle minutes, `$4`
/// the conversation after which the page begins, `$5` how many, `$6` campaign, `$7` member, `$8` whether nobody may hold
/// it, `$9` status, `$10` tag, `$11` whether it has to be escalated, `$12` how the words of a name begin, as a search of
/// texts, `$13` whether the last name counts, `$14` the last digits, backwards, `$15` words, `$16` whether a text has to
/// have failed. What is null or false is not filtered by. Who has opted out and wrote again waits for nobody.
///
/// What stands in another table is asked by a subquery that gives a value: one with `exists` might be answered for all
/// conversations at once, which is what the walks are to avoid.
pub(super) const CONDITIONS: &str = formatcp!(
    "cv.organization_id = $1
       and cv.id < coalesce($4::bigint, 9223372036854775807)
       and ($6::bigint is null or cv.campaign_id = $6)
       and ($7::bigint is null or cv.assigned_to = $7)
       and (not $8::boolean or cv.assigned_to is null)
       and ($9::text is null
            or cv.status = $9::text::conversation_status and not (cv.opted_out and cv.status = 'needs_response'))
       and (not $11::boolean or cv.escalated)
       and ($3::integer is null
            or cv.status = 'needs_response' and not cv.opted_out and {IDLE_LONG_ENOUGH})
       and ($10::bigint is null
            or (select true from conversation_tag ct
                 where ct.organization_id = $1 and ct.conversation_id = cv.id and ct.tag_id = $10))
       and ($14::text is null
            or (select starts_with({BACKWARDS}, $14) from contact co
                 where co.organization_id = $1 and co.id = cv.id))
       and ($12::text is null
            or (select case when $13::boolean then {NAME_WORDS} else {FIRST_NAME_WORDS} end
                              @@ {BEGINNINGS}
                   from contact co
                  where co.organization_id = $1 and co.id = cv.id))
       and ($15::text is null
            or (select true from message m
                 where m.organization_id = $1 and m.conversation_id = cv.id
                   and {MESSAGE_WORDS} @@ {SOUGHT}
                 limit 1))
       and (not $16::boolean
            or (select true from message m
                  join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
                 where m.organization_id = $1 and m.conversation_id = cv.id and {DELIVERY_FAILED}
                 limit 1))",
    BEGINNINGS = beginnings!("$12::text"),
    SOUGHT = sought!("$15::text")
);

/// The contacts whose cell ends with the digits `$2`, backwards; `$3` is behind all of them, `$4` how many. By
/// `contact_last_digits`.
pub(crate) const BY_LAST_DIGITS: &str = formatcp!(
    "select co.id from contact co
      where co.organization_id = $1
        and {BACKWARDS} >= $2::text collate \"C\" and {BACKWARDS} < $3::text collate \"C\"
      limit $4"
);

/// The conversations of the texts that failed; `$2` how many. By `outbox_failed`. `offset 0`: a look at its key for each,
/// not at all messages in their order.
pub(crate) const FAILED: &str = formatcp!(
    "select m.conversation_id
       from outbox o
      cross join lateral (select m.conversation_id
                            from message m
                           where m.organization_id = o.organization_id and m.id = o.message_id
                           offset 0) m
      where o.organization_id = $1 and {DELIVERY_FAILED}
      limit $2"
);

/// The contacts whose name has words that begin as `$2` says; `$3` how many. By
/// `contact_name_folded`.
pub(crate) const BY_NAME: &str = formatcp!(
    "select co.id
       from contact co
      where co.organization_id = $1 and {NAME_WORDS} @@ {BEGINNINGS}
      limit $3",
    BEGINNINGS = beginnings!("$2::text")
);

/// How many of them the planner expects, of all organizations: an index of words gives what it finds at once or not at
/// all. `$1` as `$2` there.
pub(crate) const NAMES_EXPECTED: &str = formatcp!(
    "explain (format json)
     select from contact co where {NAME_WORDS} @@ {BEGINNINGS}",
    BEGINNINGS = beginnings!("$1::text")
);

/// The conversations of the messages that hold the words `$2`; `$3` how many. By
/// `message_words_folded`.
pub(crate) const BY_WORDS: &str = formatcp!(
    "select m.conversation_id
       from message m
      where m.organization_id = $1 and {MESSAGE_WORDS} @@ {SOUGHT}
      limit $3",
    SOUGHT = sought!("$2::text")
);

/// How many of them the planner expects, as for names. `$1` the words.
pub(crate) const MESSAGES_EXPECTED: &str = formatcp!(
    "explain (format json)
     select from message m where {MESSAGE_WORDS} @@ {SOUGHT}",
    SOUGHT = sought!("$1::text")
);

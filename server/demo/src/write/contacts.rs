//! Contacts and their conversations, with opt-outs, tags and drafts.

use super::WriteContext;
use crate::error::DemoError;
use crate::people::{ADMIN, HOLDERS};
use crate::story::{Contact, Story, TAGS};
use serde_json::{Map, Value};
use sqlx::PgConnection;

/// Inserts the contacts and returns their ids, in the story's order.
#[tracing::instrument(name = "db.demo_contact.insert", skip_all)]
pub(super) async fn write(
    tx: &mut PgConnection,
    context: &WriteContext,
    story: &Story,
) -> Result<Vec<i64>, DemoError> {
    let contacts = &story.contacts;
    let ids: Vec<i64> = sqlx::query_scalar(
        "select nextval(pg_get_serial_sequence('contact', 'id')) from generate_series(1, $1) order by 1",
    )
    .bind(i32::try_from(contacts.len()).unwrap_or(i32::MAX))
    .fetch_all(&mut *tx)
    .await?;
    let each = |campaign: fn(&Contact) -> usize| -> Vec<i64> {
        contacts
            .iter()
            .map(|contact| context.campaigns[campaign(contact)])
            .collect()
    };
    sqlx::query(
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell, custom_fields, created_at)
         select $1, co.id, co.campaign_id, co.first_name, co.last_name, co.cell, co.custom_fields::jsonb, ca.created_at
           from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])
                co (id, campaign_id, first_name, last_name, cell, custom_fields)
           join campaign ca on ca.organization_id = $1 and ca.id = co.campaign_id",
    )
    .bind(context.organization.0)
    .bind(&ids)
    .bind(each(|contact| contact.campaign))
    .bind(contacts.iter().map(|contact| contact.first_name).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| contact.last_name).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| contact.cell.as_str()).collect::<Vec<_>>())
    .bind(contacts.iter().map(custom_fields).collect::<Vec<_>>())
    .execute(&mut *tx)
    .await?;
    conversations(tx, context, contacts, &ids).await?;
    opt_outs(tx, context).await?;
    tags(tx, context, contacts, &ids).await?;
    drafts(tx, context, contacts, &ids).await?;
    Ok(ids)
}

fn custom_fields(contact: &Contact) -> String {
    let fields = contact
        .custom_fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), Value::from(*value)));
    Value::from(fields.collect::<Map<_, _>>()).to_string()
}

#[tracing::instrument(name = "db.demo_conversation.insert", skip_all)]
async fn conversations(
    tx: &mut PgConnection,
    context: &WriteContext,
    contacts: &[Contact],
    ids: &[i64],
) -> Result<(), DemoError> {
    let at = |ago: Option<i64>| ago.map(|ago| context.at(ago));
    let member = |person: Option<usize>| person.map(|person| context.member(person));
    sqlx::query(
        "insert into conversation (organization_id, id, campaign_id, status, assigned_to, released_from, waiting_since,
                                   held_since, draft_edited_at, lease_epoch, opted_out, escalated)
         select $1, co.id, co.campaign_id, cv.status::conversation_status, cv.assigned_to, cv.released_from,
                cv.waiting_since, cv.held_since, cv.draft_edited_at, cv.lease_epoch, cv.opted_out, cv.escalated
           from unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[], $7::timestamptz[],
                       $8::timestamptz[], $9::int[], $10::bool[], $11::bool[])
                cv (id, status, assigned_to, released_from, waiting_since, held_since, draft_edited_at, lease_epoch,
                    opted_out, escalated)
           join contact co on co.organization_id = $1 and co.id = cv.id",
    )
    .bind(context.organization.0)
    .bind(ids)
    .bind(contacts.iter().map(|contact| contact.status.as_str()).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| member(contact.held().0)).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| member(contact.released_from())).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| at(contact.waiting_since())).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| at(contact.held().1)).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| at(contact.draft.as_ref().map(|draft| draft.ago))).collect::<Vec<_>>())
    .bind(contacts.iter().map(Contact::lease_epoch).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| contact.opted_out).collect::<Vec<_>>())
    .bind(contacts.iter().map(|contact| contact.tag.is_some_and(|tag| TAGS[tag].1)).collect::<Vec<_>>())
    .execute(tx)
    .await?;
    Ok(())
}

/// An opt-out of every contact who is flagged: by their stop word; or else from before their import, by each of the others
/// who record one in turn.
#[tracing::instrument(name = "db.demo_opt_out.insert", skip_all)]
async fn opt_outs(tx: &mut PgConnection, context: &WriteContext) -> Result<(), DemoError> {
    sqlx::query(
        "insert into opt_out (organization_id, cell, created_at, origin, recorded_by)
         select $1, cell, at, origin, case origin when 'texter' then $3 when 'admin' then $2 when 'import' then $2 end
           from (select co.cell,
                        coalesce(cv.waiting_since, co.created_at - turn.n * interval '7 minutes') as at,
                        case when cv.waiting_since is not null then 'stop_word'
                             else (array['import', 'admin', 'texter', 'carrier'])[1 + turn.n % 4] end as origin
                   from conversation cv
                   join contact co on co.organization_id = cv.organization_id and co.id = cv.id
                   join (select organization_id, id, row_number() over (partition by waiting_since is null order by id) as n
                           from conversation where organization_id = $1 and opted_out) turn
                     on turn.organization_id = cv.organization_id and turn.id = cv.id
                  where cv.organization_id = $1 and cv.opted_out) o",
    )
    .bind(context.organization.0)
    .bind(context.member(ADMIN))
    .bind(context.member(HOLDERS[0]))
    .execute(tx)
    .await?;
    Ok(())
}

#[tracing::instrument(name = "db.demo_tag.insert", skip_all)]
async fn tags(
    tx: &mut PgConnection,
    context: &WriteContext,
    contacts: &[Contact],
    ids: &[i64],
) -> Result<(), DemoError> {
    let tagged = || {
        contacts
            .iter()
            .zip(ids)
            .filter_map(|(contact, id)| Some((*id, contact.tag?, contact)))
    };
    sqlx::query(
        "insert into conversation_tag (organization_id, conversation_id, tag_id, created_at)
         select $1, id, tag, at from unnest($2::bigint[], $3::bigint[], $4::timestamptz[]) tagged (id, tag, at)",
    )
    .bind(context.organization.0)
    .bind(tagged().map(|(id, _, _)| id).collect::<Vec<_>>())
    .bind(tagged().map(|(_, tag, _)| context.tags[tag]).collect::<Vec<_>>())
    // At the time of the last text.
    .bind(tagged().map(|(_, _, contact)| context.at(contact.lines.last().map_or(0, |line| line.ago))).collect::<Vec<_>>())
    .execute(tx)
    .await?;
    Ok(())
}

#[tracing::instrument(name = "db.demo_draft.insert", skip_all)]
async fn drafts(
    tx: &mut PgConnection,
    context: &WriteContext,
    contacts: &[Contact],
    ids: &[i64],
) -> Result<(), DemoError> {
    for (contact, id) in contacts.iter().zip(ids) {
        let Some(draft) = &contact.draft else {
            continue;
        };
        sqlx::query(
            "insert into draft (organization_id, conversation_id, member_id, body, edited_at) values ($1, $2, $3, $4, $5)",
        )
        .bind(context.organization.0)
        .bind(id)
        .bind(context.member(draft.by))
        .bind(draft.body)
        .bind(context.at(draft.ago))
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

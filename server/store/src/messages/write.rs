use super::new_text::{NewText, Wrote};
use crate::StoreError;
use crate::clock::Clock;
use sqlx::PgExecutor;

/// Keeps these texts, one after the other, and puts each into its thread, by the function of
/// `server/store/migrations/0451_receive_text_where_it_runs.sql`. What each did, in their order.
#[tracing::instrument(name = "db.message.insert", skip_all)]
pub(super) async fn write(
    executor: impl PgExecutor<'_>,
    clock: &Clock,
    texts: &[NewText],
) -> Result<Vec<Wrote>, StoreError> {
    let of = |part: fn(&NewText) -> &str| -> Vec<&str> { texts.iter().map(part).collect() };
    let cells: Vec<Option<&str>> = texts.iter().map(|text| text.cell.as_deref()).collect();
    let services = texts.iter().map(|text| text.messaging_service.as_deref());
    let services: Vec<Option<&str>> = services.collect();
    // Of what nobody holds the page of who lost it last may be open, which can take it back.
    Ok(sqlx::query_as!(
        Wrote,
        r#"select wrote.organization, coalesce(wrote.is_new, false) as "is_new!", wrote.conversation, wrote.campaign,
                coalesce(wrote.holder, (select cv.released_from
                                          from conversation cv
                                         where cv.organization_id = wrote.organization and cv.id = wrote.conversation))
                    as reader
           from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $9::text[])
                with ordinality
                as text (to_number, service, service_sid, written_by, cell, body, next_status, messaging_service, n)
          cross join lateral receive_text(text.to_number, text.service, text.service_sid, text.written_by, text.cell,
                                          text.body, text.next_status::conversation_status, $8,
                                          text.messaging_service) wrote
          order by text.n"#,
        &of(|text| &text.to) as &[&str],
        &of(|text| text.service) as &[&str],
        &of(|text| &text.service_sid) as &[&str],
        &of(|text| &text.written_by) as &[&str],
        &cells as &[Option<&str>],
        &of(|text| &text.body) as &[&str],
        &of(|text| text.next_status) as &[&str],
        clock.pinned(),
        &services as &[Option<&str>],
    )
    .fetch_all(executor)
    .await?)
}

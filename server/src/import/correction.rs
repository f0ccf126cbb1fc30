//! The correction of a contact, read as the import reads a row.

use super::column::Column;
use super::heading::Field;
use super::phone::{normalise, prepare};
use super::reason::Reason;
use super::region::Region;
use super::row::{MAX_EXTERNAL_ID_CHARS, MAX_FIELD_CHARS, MAX_NAME_CHARS, within};
use super::zone::Zones;
use app::domain::PhoneNumber;
use app::field_errors::FieldErrors;
use app::ports::{ContactCorrection, ContactDetails};
use sentences::page;
use serde_json::{Map, Value};
use server_store::contacts::Correction;
use server_store::time_zones::KnownZones;

/// What somebody typed, as it is to be saved. A zone that was found by the cell or the ZIP code, and that nobody has
/// changed, is found again by what they are now.
///
/// # Errors
/// What an import would refuse, each beside its field.
pub(crate) async fn read_correction(
    typed: &ContactCorrection,
    before: &ContactDetails,
    region: Region,
    zones: KnownZones,
) -> Result<Correction, FieldErrors> {
    prepare().await;
    let mut errors = FieldErrors::default();
    let mut text = |field: &str, name: &str, typed: &str, most: usize| {
        let typed = typed.trim();
        if let Err(reason) = within(typed, name, most) {
            errors.add(field, &reason.to_string());
        }
        typed.to_owned()
    };
    let first_name = text(
        "first_name",
        page::column_first_name(),
        &typed.first_name,
        MAX_NAME_CHARS,
    );
    let last_name = text(
        "last_name",
        page::column_last_name(),
        &typed.last_name,
        MAX_NAME_CHARS,
    );
    let external_id = text(
        "external_id",
        page::column_external_id(),
        &typed.external_id,
        MAX_EXTERNAL_ID_CHARS,
    );
    let mut custom_fields = Map::new();
    for (index, (name, value)) in typed.custom_fields.iter().enumerate() {
        let field = format!("custom_fields[{index}][value]");
        let value = text(&field, name, value, MAX_FIELD_CHARS);
        custom_fields.insert(name.clone(), Value::from(value));
    }
    let cell = typed.cell.as_deref();
    let cell = match cell.map(|cell| normalise(cell.trim(), region)).transpose() {
        Ok(cell) => cell,
        Err(reason) => {
            errors.add("cell", &Reason::to_string(&reason));
            None
        }
    };
    let zones = Zones::new(zones, region);
    let zone = match typed.zone.trim() {
        zone if zone == before.row.zone.as_deref().unwrap_or_default()
            && is_derived(before, &zones) =>
        {
            let cell = cell.as_ref().unwrap_or(&before.row.cell);
            let zip = custom_field(&typed.custom_fields, Field::Zip);
            derived(zip, cell, &zones)
        }
        "" => None,
        zone => {
            let named = zones.named(zone);
            if named.is_none() {
                errors.add("zone", page::time_zone_is_unknown());
            }
            named.map(|zone| zone.name.into_owned())
        }
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Correction {
        first_name,
        last_name,
        cell,
        external_id: (!external_id.is_empty()).then_some(external_id),
        zone,
        custom_fields,
    })
}

/// Whether the zone of a contact is the one by its ZIP code or its cell. A column that names one comes first.
fn is_derived(contact: &ContactDetails, zones: &Zones) -> bool {
    let column = custom_field(&contact.custom_fields, Field::TimeZone);
    let zip = custom_field(&contact.custom_fields, Field::Zip);
    zones.named(column).is_none() && derived(zip, &contact.row.cell, zones) == contact.row.zone
}

fn derived(zip: &str, cell: &PhoneNumber, zones: &Zones) -> Option<String> {
    let zone = zones.derived(zip, cell)?;
    Some(zone.name.into_owned())
}

/// What stands in the column that means this field; scripts may name it, so it is kept as a custom field too.
fn custom_field(fields: &[(String, String)], field: Field) -> &str {
    let is_meant = |name: &str| Column::guess(name) == Column::Field(field);
    let found = fields.iter().find(|(name, _)| is_meant(name));
    found.map_or("", |(_, value)| value.trim())
}

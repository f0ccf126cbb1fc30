-- no-transaction
-- The uploads of a campaign, the latest first.
create index concurrently contact_import_by_campaign on contact_import (organization_id, campaign_id, id);

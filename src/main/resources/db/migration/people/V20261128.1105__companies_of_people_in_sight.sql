-- Of how many in sight each company is, for what can be chosen on Voice of the customer: `team_id = any (…)` and `owner_id = any (…)`, counted
-- from the index alone.
create index contact_team_company on contact (team_id, company_id) where company_id is not null and merged_into is null;
create index contact_owner_company on contact (owner_id, company_id) include (team_id) where company_id is not null and merged_into is null;

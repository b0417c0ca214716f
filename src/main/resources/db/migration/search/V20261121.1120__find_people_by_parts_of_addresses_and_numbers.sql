create index contact_email_like on contact_email using gin (lower(address) gin_trgm_ops);
create index contact_phone_like on contact_phone using gin (e164 gin_trgm_ops);

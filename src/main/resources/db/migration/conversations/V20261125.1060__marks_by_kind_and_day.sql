-- What was marked in a period, whoever said it: what landed, on the voice of the customer.
create index said_mark_kind on said_mark (kind, said_at, turn_id);

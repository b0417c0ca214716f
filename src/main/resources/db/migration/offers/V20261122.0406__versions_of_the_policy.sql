-- Every policy that was ever in force, with who published it, when and why. gate_policy stays what the gate reads today; the
-- newest version says the same, as both are written together.
create table gate_policy_version (
  number int primary key check (number > 0),
  id uuid not null unique,                                                 -- made beforehand, so that it is published once
  note text not null check (char_length(note) between 1 and 500),
  published_by uuid references app_user,                                   -- none: as Attune came
  published_at timestamptz not null default now());
create index gate_policy_version_by on gate_policy_version (published_by);

create table gate_policy_part (
  number int not null references gate_policy_version,
  offer_kind text not null check (offer_kind in ('new', 'again', 'tender')),
  rule text not null check (rule in ('need_confirmed', 'cost_known', 'solution_agreed', 'asked_for', 'reaction_heard', 'price_below_cost')),
  demand text not null check (demand in ('required', 'warn', 'off')),
  primary key (number, offer_kind, rule));

insert into gate_policy_version (number, id, note) values (1, uuidv7(), 'As Attune came');
insert into gate_policy_part (number, offer_kind, rule, demand) select 1, offer_kind, rule, demand from gate_policy;

revoke update, delete on gate_policy_version, gate_policy_part from ${app_role};
revoke insert, delete on gate_policy from ${app_role};

select audited('gate_policy_version', null, null, false, quiet => '{id,published_by,published_at}'),
       not_audited('gate_policy_part', 'never changed; made with gate_policy_version, and each change stands at gate_policy');

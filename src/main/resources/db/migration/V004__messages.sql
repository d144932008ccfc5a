-- The message ledger: what was said to whom, and the proof that it was said once.
-- (order_id, touchpoint, occurrence) is unique, so that a second attempt finds the first.
create table messages (
  order_id      bigint       not null references orders (id) on delete cascade,
  touchpoint    varchar(64)  not null,
  occurrence    bigint       not null,  -- 0, or what tells occasions apart: a parcel's id
  purpose       varchar(20)  not null,  -- TRANSACTIONAL, RELATIONAL, PROMOTIONAL
  state         varchar(16)  not null,  -- SENDING, ACCEPTED, HELD, SKIPPED, RETRY, REJECTED, EXPIRED, UNCERTAIN, FAILED
  reason        varchar(32),
  rule_id       varchar(64),            -- the rule of the contact policy that decided
  claim_token   uuid,                   -- who is sending: only the holder may record the result
  lease_until   timestamp with time zone,  -- database time
  attempts      integer      not null,
  message_id    varchar(200),
  facts         text,                   -- JSON, frozen at the first claim; purged later
  smtp_reply    varchar(300),
  held_until    timestamp with time zone,
  created_at    timestamp with time zone not null,
  settled_at    timestamp with time zone,  -- when the outcome became final
  primary key (order_id, touchpoint, occurrence)
);

-- Every time a message was asked to wait: why she did not get it yet.
create table message_holds (
  order_id   bigint      not null references orders (id) on delete cascade,
  touchpoint varchar(64) not null,
  occurrence bigint      not null,
  held_at    timestamp with time zone not null,
  held_until timestamp with time zone not null,
  reason     varchar(32) not null,
  rule_id    varchar(64) not null
);
create index message_holds_order on message_holds (order_id);

-- The message ledger: what was said to whom, and the proof that it was said once.
-- (order_id, touchpoint, occurrence) is unique, so that a second attempt finds the first.
create table messages (
  order_id      bigint       not null references orders (id) on delete cascade,
  touchpoint    varchar(64)  not null,
  occurrence    bigint       not null,  -- 0, or what tells occasions apart: a parcel's id
  state         varchar(16)  not null,  -- SENDING, ACCEPTED, HELD, SKIPPED, RETRY, REJECTED, EXPIRED, UNCERTAIN, FAILED
  reason        varchar(32),
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

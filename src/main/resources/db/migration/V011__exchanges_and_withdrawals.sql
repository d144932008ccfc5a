-- A follow-up order the shop owes the customer.
create table exchanges (
  return_id        bigint       not null primary key references returns (id) on delete cascade,
  state            varchar(16)  not null,  -- GRANTED, PLACED, WITHDRAWN
  wish             varchar(300),
  follow_up_number varchar(100),
  granted_at       timestamp with time zone not null,
  changed_at       timestamp with time zone not null
);

-- Directive (EU) 2023/2673: the statement as it was received, and the proof that it was not altered since.
create table withdrawals (
  order_id     bigint       not null primary key references orders (id) on delete cascade,
  return_id    bigint       not null references returns (id) on delete cascade,
  name         varchar(200) not null,
  email        varchar(254) not null,  -- where the receipt goes
  content      varchar(8000) not null,
  content_hash varchar(64)  not null,  -- SHA-256 of the content in UTF-8, hexadecimal
  received_at  timestamp with time zone not null
);

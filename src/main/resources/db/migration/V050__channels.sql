-- Her word on each channel besides mail, and where she is reached there.
create table channel_consents (
  customer_id bigint       not null references customers (id) on delete cascade,
  channel     varchar(20)  not null,  -- SMS, PUSH, IN_APP
  granted     boolean      not null,
  address     varchar(254),           -- a number or a device's token; null: the provider knows her by her id
  source      varchar(100) not null,
  given_at    timestamp with time zone not null,
  primary key (customer_id, channel)
);

-- Which way a message went, once it had begun to.
alter table messages add column channel varchar(20);

-- Whom the mail went to, as the suppressions know it: what comes back is believed of nobody else.
alter table messages add column recipient_hash varchar(64);

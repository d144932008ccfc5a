-- Mails that came back from addresses that may work tomorrow; counted, and forgotten when they are old.
create table soft_bounces (
  address_hash varchar(64)  not null,
  message_id   varchar(200) not null,  -- one mail counts once, however often it is reported
  reported_at  timestamp with time zone not null,
  primary key (address_hash, message_id)
);

-- How each journey ended; kept apart from the engine's history, which is purged.
create table journey_outcomes (
  order_id    bigint      not null primary key references orders (id) on delete cascade,
  outcome     varchar(32) not null,  -- COMPLETED, BOUGHT_AGAIN, CANCELLED
  recorded_at timestamp with time zone not null
);

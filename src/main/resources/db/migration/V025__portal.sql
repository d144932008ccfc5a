-- The language a customer asked for herself: it goes before what the shop says of her orders.
alter table customers add column locale_chosen boolean default false not null;

-- How many opened which page on which day: one row however often, nothing about who or from where.
create table portal_visits (
  order_id   bigint      not null references orders (id) on delete cascade,
  page       varchar(32) not null,
  visited_on date        not null,
  primary key (order_id, page, visited_on)
);

-- Forms sent in: the key each form carries is taken once, however often the button was pressed.
create table portal_submissions (
  form_key     varchar(64) not null primary key,
  order_id     bigint      not null references orders (id) on delete cascade,
  destination  varchar(300),  -- the page that says what came of it
  submitted_at timestamp with time zone not null
);
create index portal_submissions_order on portal_submissions (order_id);

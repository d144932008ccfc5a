-- How many forms came in within a window, shared by all nodes. A subject is a link, an order, a customer or where the
-- form came from, the first and the last as digests; rows of days gone by are deleted every night.
create table form_counts (
  subject      varchar(80) not null,
  window_start timestamp with time zone not null,
  forms        int         not null,
  primary key (subject, window_start)
);

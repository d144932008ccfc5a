-- The nodes that send, and which part of the rate each may use until its lease ends; the parts never add up to more
-- than the whole.
create table sending_nodes (
  node        varchar(40) primary key,
  share       integer     not null,  -- in thousandths
  lease_until timestamp with time zone not null
);
-- Whoever changes a share holds this row.
insert into sending_nodes (node, share, lease_until) values ('lock', 0, timestamp with time zone '2000-01-01 00:00:00+00');

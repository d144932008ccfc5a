-- The parcel of a return, as the shop or its carrier names it: what the carrier reports of it moves the return on.
alter table returns add column carrier varchar(100);
alter table returns add column tracking_number varchar(100);
create index returns_tracking_number on returns (tracking_number);

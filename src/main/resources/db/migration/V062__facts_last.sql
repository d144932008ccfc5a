-- A message's facts stay as they are when its outcome is written down. As the last column they are not logged again then:
-- PostgreSQL logs of an updated row what lies between the first and the last byte that changed.
alter table messages add column facts_last text;
update messages set facts_last = facts;
alter table messages drop column facts;
alter table messages rename column facts_last to facts;

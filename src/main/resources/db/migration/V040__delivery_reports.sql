-- A delivery report names the mail it is about by its id.
create index messages_message_id on messages (message_id);

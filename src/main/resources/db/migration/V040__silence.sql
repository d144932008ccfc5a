-- Who was forgotten after the sale is looked for among the orders of the last weeks.
create index orders_placed on orders (placed_at);

-- A delivery report names the mail it is about by its id.
create index messages_message_id on messages (message_id);

-- Who was forgotten after the sale is looked for among the orders of the last weeks.
create index orders_placed on orders (placed_at);

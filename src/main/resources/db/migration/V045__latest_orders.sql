-- The list of the latest orders: a page of a few rows, however many there are.
create index orders_placed on orders (placed_at desc, id desc);

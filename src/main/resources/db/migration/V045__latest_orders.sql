-- The list of the latest orders is a page of a few rows, however many there are; who was forgotten after the sale is
-- looked for among the orders of the last weeks.
create index orders_placed on orders (placed_at desc, id desc);

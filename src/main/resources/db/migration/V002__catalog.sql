-- What is sold. Texts in the shop's own language stand here, translations in product_texts.
create table products (
  sku             varchar(100) primary key,
  title           varchar(300) not null,
  category        varchar(100) not null,
  url             varchar(1000),
  image_url       varchar(1000),
  guide_url       varchar(1000),
  care            varchar(2000),
  warranty_months integer,
  in_stock        boolean not null,
  updated_at      timestamp with time zone not null
);

create table product_texts (
  sku       varchar(100) not null references products (sku) on delete cascade,
  language  varchar(8)   not null,  -- en, fr, de
  title     varchar(300),
  guide_url varchar(1000),
  care      varchar(2000),
  primary key (sku, language)
);

-- What goes well with it, best first. A complement may be announced before it is in the catalogue.
create table product_complements (
  sku        varchar(100) not null references products (sku) on delete cascade,
  complement varchar(100) not null,
  position   integer      not null,
  primary key (sku, complement)
);

-- What is to be kept to, in three layers: global, a region's, a squad's. A layer is written whole.

create table policy_layer (
    level text not null,
    name text not null,
    version bigint not null,
    kinds text[] not null,
    names text[] not null,
    contents text[] not null,
    locks boolean[] not null,
    primary key (name, level)
);

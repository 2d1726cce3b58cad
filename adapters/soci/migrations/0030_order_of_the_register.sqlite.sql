-- Organs and units stand in lists as the register has them: in the order in which they were added
-- to it, which nobody reads out of their codes.
-- Same meaning as 0030_order_of_the_register.postgresql.sql.

alter table organ add column position bigint not null default 0;
alter table unit add column position bigint not null default 0;

update organ set position =
    (select count(*) from act a where a.kind = 'house.organ_added' and a.seq <=
        (select min(b.seq) from act b
         where b.kind = 'house.organ_added' and json_extract(b.body, '$.code') = organ.code));
update unit set position =
    (select count(*) from act a where a.kind = 'house.unit_added' and a.seq <=
        (select min(b.seq) from act b
         where b.kind = 'house.unit_added' and json_extract(b.body, '$.code') = unit.code));

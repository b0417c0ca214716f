-- A choice belongs to one field only. Unless PostgreSQL is told, it expects far too few to have made it, looks them all up and sorts
-- them, where walking down the list and asking of each would be over after a page; see decision 0022.
create statistics contact_field_value_kept (mcv, dependencies, ndistinct) on field_id, choice_id, yes from contact_field_value;
create statistics company_field_value_kept (mcv, dependencies, ndistinct) on field_id, choice_id, yes from company_field_value;

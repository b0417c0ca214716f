-- The page on which somebody says that they want no letters speaks the language their letter did. None where theirs was not known:
-- then it is that of their browser.
alter table letter_link add column language text check (language ~ '^[a-z]{2}$');

-- Requests that change what is there are answered as the first time too; of those nothing new has a place.

alter table sent_request alter column location drop not null;

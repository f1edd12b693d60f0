-- Billing, newsletter and forum of the demo company, as its own application made them.
drop schema if exists company cascade;
create schema company;

create table company.invoices (
  id integer primary key,
  account_id text not null,
  number text not null unique,
  billing_name text not null,
  issued_at timestamptz not null,
  net numeric(12, 2) not null,
  tax_rate numeric(4, 1) not null,
  gross numeric(12, 2) generated always as (round(net * (100 + tax_rate) / 100, 2)) stored,
  lines jsonb not null,
  paid boolean not null,
  -- What a person said against it that did not change it (GDPR Art. 16).
  statement text
);

create table company.payments (
  id uuid primary key,
  account_id text not null,
  invoice_id integer not null references company.invoices (id),
  paid_at timestamptz not null,
  amount numeric(12, 2) not null,
  method text not null,
  provider_answer bytea not null
);

create table company.newsletter_subscriptions (
  id integer primary key,
  account_id text not null unique,
  email text not null,
  topics text[] not null,
  subscribed boolean not null default true,
  history jsonb not null
);

create table company.forum_threads (
  id uuid primary key,
  account_id text not null,
  title text not null,
  tags text[] not null,
  opened_at timestamptz not null
);

-- No foreign key to the thread: what others answered stays theirs when its opener leaves.
create table company.forum_posts (
  id bigint primary key,
  account_id text not null,
  thread_id uuid not null,
  body text not null,
  written_at timestamptz not null,
  likes integer not null
);

create index on company.invoices (account_id);
create index on company.payments (account_id);
create index on company.forum_threads (account_id);
create index on company.forum_posts (account_id);
create index on company.forum_posts (thread_id);

grant usage on schema company to oblige;
grant select, insert, update, delete on all tables in schema company to oblige;

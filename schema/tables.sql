-- The database's definition. Made by `npm run generate` from schema/migrations; do not edit.

CREATE TYPE public.viewer AS (
	role text,
	state_key text,
	organization_key text
);

COMMENT ON TYPE public.viewer IS 'Who asks: PUBLIC; READER, EDITOR, APPROVER, DELEGATE of a state; ANALYST of an organization; SECRETARIAT; ADMIN.';

CREATE TABLE public.audit_entry (
    "position" bigint DEFAULT 0 NOT NULL,
    occurred_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor text NOT NULL,
    role text NOT NULL,
    by_state_key text,
    by_organization_key text,
    action text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    version integer,
    change jsonb NOT NULL,
    state_key text,
    organization_key text,
    visibility text NOT NULL,
    shared_with text[] DEFAULT '{}'::text[] NOT NULL,
    publication text NOT NULL,
    previous_hash bytea DEFAULT '\x'::bytea NOT NULL,
    hash bytea DEFAULT '\x'::bytea NOT NULL,
    CONSTRAINT audit_entry_publication_check CHECK ((publication = ANY (ARRAY['UNPUBLISHED'::text, 'PUBLISHED'::text]))),
    CONSTRAINT audit_entry_visibility_check CHECK ((visibility = ANY (ARRAY['PRIVATE'::text, 'SHARED'::text, 'REGION'::text, 'WORKING_GROUP'::text, 'PUBLIC'::text])))
);

COMMENT ON TABLE public.audit_entry IS 'Who did what, when, to which version: one row a change, never altered. Each row holds the hash of the one before.';

COMMENT ON COLUMN public.audit_entry."position" IS 'Set by the trigger, like the two hashes: 1, 2, 3 without a gap.';

COMMENT ON COLUMN public.audit_entry.actor IS 'Account, or "operator". Never shown.';

COMMENT ON COLUMN public.audit_entry.change IS 'What it was and what it became, by field.';

COMMENT ON COLUMN public.audit_entry.state_key IS 'Whose the thing was, and in visibility, shared_with and publication who could see it then.';

CREATE FUNCTION public.audit_entry_hash(item public.audit_entry) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
  select sha256(convert_to(jsonb_build_array(
    item.position, encode(item.previous_hash, 'hex'), to_char(item.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    item.actor, item.role, item.by_state_key, item.by_organization_key, item.action, item.kind, item.key, item.version, item.change,
    item.state_key, item.organization_key, item.visibility, to_jsonb(item.shared_with), item.publication
  )::text, 'UTF8'))
$$;

CREATE FUNCTION public.chain_audit_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into audit_head (position, hash) values (0, '\x') on conflict do nothing;
  perform from audit_head for update; -- The chain has one end: the next writer waits here.
  select position, hash into new.position, new.previous_hash from audit_entry order by position desc limit 1;
  new.position := coalesce(new.position, 0) + 1;
  new.previous_hash := coalesce(new.previous_hash, '\x');
  new.hash := audit_entry_hash(new);
  return new;
end
$$;

CREATE FUNCTION public.current_viewer() RETURNS public.viewer
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT ROW(current_setting('synergy.role'::text, true), current_setting('synergy.state'::text, true), current_setting('synergy.organization'::text, true))::public.viewer AS "row";
END;

COMMENT ON FUNCTION public.current_viewer() IS 'The viewer that this transaction was told of; without one, nobody: only what is public.';

CREATE FUNCTION public.drop_link_clearances() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if new.status = 'SUGGESTED' or (old.status = 'STALE' and new.status <> 'STALE') then
    delete from link_clearance where link_id = new.link_id;
  end if;
  return new;
end
$$;

COMMENT ON FUNCTION public.drop_link_clearances() IS 'What was decided of another reading, or of texts that changed since, does not stand for what is there now.';

CREATE FUNCTION public.is_approver_of(owner_state text, owner_organization text, v public.viewer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (COALESCE((((v).role = 'APPROVER'::text) AND ((v).state_key = owner_state)), false) OR COALESCE((((v).role = 'ANALYST'::text) AND ((v).organization_key = owner_organization)), false));
END;

COMMENT ON FUNCTION public.is_approver_of(owner_state text, owner_organization text, v public.viewer) IS 'May the viewer clear what others submitted, for this state or this organization?';

CREATE TABLE public.membership (
    membership_id integer NOT NULL,
    organization_key text NOT NULL,
    state_key text,
    territory_key text,
    from_year integer NOT NULL,
    to_year integer,
    role text NOT NULL,
    note text,
    verification text,
    CONSTRAINT membership_member_check CHECK ((num_nonnulls(state_key, territory_key) = 1)),
    CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['member'::text, 'participating-state'::text, 'grouping'::text, 'associate'::text, 'observer'::text]))),
    CONSTRAINT membership_territory_check CHECK (((territory_key IS NULL) OR (role = ANY (ARRAY['associate'::text, 'observer'::text])))),
    CONSTRAINT membership_years_check CHECK (((to_year IS NULL) OR (to_year >= from_year)))
);

COMMENT ON TABLE public.membership IS 'Membership as the organization lists it itself; in force from from_year on and before to_year.';

COMMENT ON COLUMN public.membership.note IS 'Suspension and the like: shown beside the row, never a reason to leave it out.';

CREATE FUNCTION public.is_of_region(owner_state text, owner_organization text, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 WITH standing AS (
          SELECT membership.organization_key,
             membership.state_key
            FROM public.membership
           WHERE ((membership.state_key IS NOT NULL) AND (membership.role <> ALL (ARRAY['associate'::text, 'observer'::text])) AND (EXTRACT(year FROM (now() AT TIME ZONE 'utc'::text)) >= (membership.from_year)::numeric) AND ((membership.to_year IS NULL) OR (EXTRACT(year FROM (now() AT TIME ZONE 'utc'::text)) < (membership.to_year)::numeric)))
         ), region AS (
          SELECT standing.organization_key
            FROM standing
           WHERE (standing.state_key = is_of_region.owner_state)
         UNION
          SELECT is_of_region.owner_organization AS owner_organization
           WHERE (is_of_region.owner_organization IS NOT NULL)
         )
  SELECT (COALESCE((((v).role = 'ANALYST'::text) AND ((v).organization_key IN ( SELECT region.organization_key
            FROM region))), false) OR (((v).role = ANY (ARRAY['READER'::text, 'EDITOR'::text, 'APPROVER'::text, 'DELEGATE'::text])) AND (EXISTS ( SELECT
            FROM (standing
              JOIN region USING (organization_key))
           WHERE (standing.state_key = (is_of_region.v).state_key)))));
END;

COMMENT ON FUNCTION public.is_of_region(owner_state text, owner_organization text, v public.viewer) IS 'Is the viewer an analyst of an organization that the owner belongs to today, or a user of one of its members?';

CREATE FUNCTION public.is_audience(visibility text, shared_with text[], owner_state text, owner_organization text, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT
         CASE visibility
             WHEN 'PUBLIC'::text THEN true
             WHEN 'SHARED'::text THEN (COALESCE((((v).role = ANY (ARRAY['READER'::text, 'EDITOR'::text, 'APPROVER'::text, 'DELEGATE'::text])) AND ((v).state_key = ANY (shared_with))), false) OR COALESCE((((v).role = 'ANALYST'::text) AND ((v).organization_key = ANY (shared_with))), false))
             WHEN 'REGION'::text THEN public.is_of_region(owner_state, owner_organization, v)
             WHEN 'WORKING_GROUP'::text THEN COALESCE(((v).role = ANY (ARRAY['DELEGATE'::text, 'SECRETARIAT'::text])), false)
             ELSE false
         END AS "case";
END;

COMMENT ON FUNCTION public.is_audience(visibility text, shared_with text[], owner_state text, owner_organization text, v public.viewer) IS 'Does what is published with this visibility reach the viewer?';

CREATE FUNCTION public.is_editor_of(owner_state text, owner_organization text, v public.viewer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (COALESCE((((v).role = ANY (ARRAY['EDITOR'::text, 'APPROVER'::text])) AND ((v).state_key = owner_state)), false) OR COALESCE((((v).role = 'ANALYST'::text) AND ((v).organization_key = owner_organization)), false));
END;

COMMENT ON FUNCTION public.is_editor_of(owner_state text, owner_organization text, v public.viewer) IS 'May the viewer change what this state, or this organization, owns?';

CREATE FUNCTION public.is_own(owner_state text, owner_organization text, v public.viewer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (COALESCE((((v).role = ANY (ARRAY['READER'::text, 'EDITOR'::text, 'APPROVER'::text, 'DELEGATE'::text])) AND ((v).state_key = owner_state)), false) OR COALESCE((((v).role = 'ANALYST'::text) AND ((v).organization_key = owner_organization)), false));
END;

COMMENT ON FUNCTION public.is_own(owner_state text, owner_organization text, v public.viewer) IS 'Is the viewer of the state, or of the organization, that owns the row?';

CREATE TABLE public.need (
    need_id integer NOT NULL,
    need_key text NOT NULL,
    state_key text NOT NULL,
    element_key text,
    threat_key text,
    provision_key text,
    element_scheme text GENERATED ALWAYS AS ('ELEMENT'::text) STORED NOT NULL,
    threat_scheme text GENERATED ALWAYS AS ('THREAT'::text) STORED NOT NULL,
    provision_scheme text GENERATED ALWAYS AS ('PROVISION'::text) STORED NOT NULL,
    objective_id integer,
    origin text NOT NULL,
    urgency text,
    reason text NOT NULL,
    consent text DEFAULT 'PRIVATE'::text NOT NULL,
    stage text DEFAULT 'EXPRESSED'::text NOT NULL,
    due_on date,
    recorder_role text NOT NULL,
    recorder_organization_key text,
    version integer DEFAULT 1 NOT NULL,
    submitted_by text NOT NULL,
    confirmed_on date,
    confirmed_by text,
    CONSTRAINT need_confirmation_check CHECK ((num_nonnulls(confirmed_on, confirmed_by) = ANY (ARRAY[0, 2]))),
    CONSTRAINT need_consent_check CHECK ((consent = ANY (ARRAY['PRIVATE'::text, 'WORKING_GROUP'::text, 'PUBLIC'::text]))),
    CONSTRAINT need_origin_check CHECK ((origin = ANY (ARRAY['REQUESTED'::text, 'OBSERVED'::text]))),
    CONSTRAINT need_second_person_check CHECK ((confirmed_by <> submitted_by)),
    CONSTRAINT need_stage_check CHECK ((stage = ANY (ARRAY['EXPRESSED'::text, 'CONFIRMED'::text, 'SCOPED'::text, 'FUNDED'::text, 'IN_DELIVERY'::text, 'COMPLETED'::text, 'FOLLOWED_UP'::text, 'WITHDRAWN'::text]))),
    CONSTRAINT need_stage_confirmed_check CHECK (((stage = ANY (ARRAY['EXPRESSED'::text, 'WITHDRAWN'::text])) OR ((confirmed_on IS NOT NULL) AND (urgency IS NOT NULL)))),
    CONSTRAINT need_subject_check CHECK ((num_nonnulls(element_key, threat_key, provision_key) > 0)),
    CONSTRAINT need_urgency_check CHECK ((urgency = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text, 'CRITICAL'::text])))
);

COMMENT ON TABLE public.need IS 'What a state asked for, or what a review observed. What the service derives is never stored.';

COMMENT ON COLUMN public.need.objective_id IS 'With the state: the cell of the alignment matrix that shows the gap.';

COMMENT ON COLUMN public.need.reason IS 'In the state''s own words; of an observed need in the observer''s until the state confirms it.';

COMMENT ON COLUMN public.need.consent IS 'Whom the state lets know of it, from its confirmation on.';

COMMENT ON COLUMN public.need.due_on IS 'By when the next stage is due.';

COMMENT ON COLUMN public.need.recorder_organization_key IS 'The organization whose analyst observed it.';

COMMENT ON COLUMN public.need.submitted_by IS 'Account that recorded it. Never shown.';

COMMENT ON COLUMN public.need.confirmed_by IS 'Account that confirmed it for the state: another one than recorded it. Never shown.';

CREATE FUNCTION public.is_recorder_of(item public.need, v public.viewer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (((item).origin = 'OBSERVED'::text) AND ((item).confirmed_on IS NULL) AND (public.is_own(NULL::text, (item).recorder_organization_key, v) OR COALESCE((((item).recorder_role = 'SECRETARIAT'::text) AND ((v).role = 'SECRETARIAT'::text)), false)));
END;

COMMENT ON FUNCTION public.is_recorder_of(item public.need, v public.viewer) IS 'Did the viewer''s body observe this need, and has the state not confirmed it yet?';

CREATE FUNCTION public.visible_need(item public.need, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (public.is_own((item).state_key, NULL::text, v) OR public.is_recorder_of(item, v) OR (((item).confirmed_on IS NOT NULL) AND ((item).stage <> 'WITHDRAWN'::text) AND public.is_audience((item).consent, '{}'::text[], (item).state_key, NULL::text, v)));
END;

COMMENT ON FUNCTION public.visible_need(item public.need, v public.viewer) IS 'May the viewer read this need? Its state; who observed it, until the state confirms it; then whom the state lets know, until it takes it back.';

CREATE FUNCTION public.is_keeper_of(item public.need, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (public.is_editor_of((item).state_key, NULL::text, v) OR public.is_recorder_of(item, v) OR (COALESCE(((v).role = 'SECRETARIAT'::text), false) AND public.visible_need(item, v)));
END;

COMMENT ON FUNCTION public.is_keeper_of(item public.need, v public.viewer) IS 'May the viewer write this need or its stages?';

CREATE FUNCTION public.keep_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'a frozen session is never written again' using errcode = '42501';
end
$$;

CREATE FUNCTION public.keep_submitters() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.submitted_by is null then
    new.submitters := '{}';
  elsif tg_op = 'INSERT' then
    new.submitters := array[new.submitted_by];
  elsif old.publication = 'UNPUBLISHED' and new.publication = 'UNPUBLISHED' and not new.submitted_by = any(old.submitters) then
    new.submitters := old.submitters || new.submitted_by;
  else
    new.submitters := old.submitters; -- Publishing and taking back change no text.
  end if;
  return new;
end
$$;

CREATE FUNCTION public.mark_seeded() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if coalesce(current_setting('synergy.seeding', true), '') <> 'on' then
    execute format('update seeded set is_changed = true where kind = %L and not is_changed and key in (select %s from changed c %s)', tg_argv[0], tg_argv[1], tg_argv[2]);
  end if;
  return null;
end
$$;

COMMENT ON FUNCTION public.mark_seeded() IS 'Marks what a statement changed, unless the setting synergy.seeding is on. Arguments: kind, key of a row of changed c, joins.';

CREATE FUNCTION public.mark_stale(node_ids integer[], plan_ids integer[]) RETURNS void
    LANGUAGE sql
    AS $$
  update link set status = 'STALE', version = version + 1
  where status in ('READ', 'CONFIRMED')
    and (national_node_id = any(node_ids) or objective_id = any(node_ids) or (national_node_id is null and national_strategy_id = any(plan_ids)))
$$;

CREATE FUNCTION public.mark_stale_nodes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  node_ids int[];
  plan_ids int[];
begin
  select array_agg(a.strategy_node_id), array_agg(distinct a.strategy_id) into node_ids, plan_ids
  from after a join before b using (strategy_node_id)
  where a.label is distinct from b.label or a.citation is distinct from b.citation;
  if node_ids is not null then perform mark_stale(node_ids, plan_ids); end if;
  return null;
end
$$;

CREATE FUNCTION public.mark_stale_plans() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  plan_ids int[];
begin
  select array_agg(distinct strategy_id) into plan_ids from changed;
  if plan_ids is not null then perform mark_stale('{}', plan_ids); end if;
  return null;
end
$$;

COMMENT ON FUNCTION public.mark_stale_plans() IS 'A plan that gained or lost a node is another text than the one that was read as a whole.';

CREATE FUNCTION public.note_audit_head() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update audit_head set (position, hash) = (select position, hash from audit_entry order by position desc limit 1) where exists (select from audit_entry);
  return null;
end
$$;

COMMENT ON FUNCTION public.note_audit_head() IS 'Once a statement: the row would otherwise have as many versions as there are entries in it.';

CREATE FUNCTION public.partial_date_first(value text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT
    AS $$
  select case length(value)
    when 4 then make_date(value::int, 1, 1)
    when 7 then make_date(left(value, 4)::int, right(value, 2)::int, 1)
    else make_date(left(value, 4)::int, substr(value, 6, 2)::int, right(value, 2)::int)
  end
$$;

COMMENT ON FUNCTION public.partial_date_first(value text) IS 'First day of a date known to the year, the month or the day (YYYY, YYYY-MM, YYYY-MM-DD).';

CREATE FUNCTION public.partial_date_last(value text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT
    AS $$
  select case length(value)
    when 4 then make_date(value::int, 12, 31)
    when 7 then (make_date(left(value, 4)::int, right(value, 2)::int, 1) + interval '1 month - 1 day')::date
    else make_date(left(value, 4)::int, substr(value, 6, 2)::int, right(value, 2)::int)
  end
$$;

COMMENT ON FUNCTION public.partial_date_last(value text) IS 'Last day of a date known to the year, the month or the day (YYYY, YYYY-MM, YYYY-MM-DD).';

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'the trail is never altered' using errcode = '42501';
end
$$;

CREATE FUNCTION public.set_clearance_submission() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.submitted_by := (select submitted_by from link where link_id = new.link_id);
  return new;
end
$$;

CREATE FUNCTION public.set_link_parties() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.state_key := (select state_key from strategy where strategy_id = new.national_strategy_id);
  new.organization_key := (select s.organization_key from strategy s join strategy_node n using (strategy_id) where n.strategy_node_id = new.objective_id);
  return new;
end
$$;

CREATE FUNCTION public.split_activity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform write_activity_parts(new);
  return null;
end
$$;

CREATE TABLE public.assessment (
    assessment_id integer NOT NULL,
    assessment_key text NOT NULL,
    title text NOT NULL,
    series text NOT NULL,
    level text NOT NULL,
    is_official boolean NOT NULL,
    issuing_body text,
    state_key text,
    organization_key text,
    dated text,
    next_edition text,
    method text,
    is_threat_list_seen boolean,
    is_verified boolean DEFAULT false NOT NULL,
    note text,
    attribution text,
    sources jsonb DEFAULT '[]'::jsonb NOT NULL,
    visibility text DEFAULT 'PUBLIC'::text NOT NULL,
    publication text DEFAULT 'PUBLISHED'::text NOT NULL,
    shared_with text[] DEFAULT '{}'::text[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    submitted_by text,
    submitters text[] DEFAULT '{}'::text[] NOT NULL,
    cleared_by text,
    CONSTRAINT assessment_clearance_check CHECK (((publication = 'UNPUBLISHED'::text) OR (submitted_by IS NULL) OR ((cleared_by IS NOT NULL) AND (cleared_by <> ALL (submitters))))),
    CONSTRAINT assessment_jurisdiction_check CHECK ((num_nonnulls(state_key, organization_key) = 1)),
    CONSTRAINT assessment_level_check CHECK ((level = ANY (ARRAY['NATIONAL'::text, 'REGIONAL'::text, 'GLOBAL'::text, 'OTHER'::text]))),
    CONSTRAINT assessment_publication_check CHECK ((publication = ANY (ARRAY['UNPUBLISHED'::text, 'PUBLISHED'::text]))),
    CONSTRAINT assessment_visibility_check CHECK ((visibility = ANY (ARRAY['PRIVATE'::text, 'SHARED'::text, 'REGION'::text, 'WORKING_GROUP'::text, 'PUBLIC'::text])))
);

COMMENT ON COLUMN public.assessment.level IS 'NATIONAL: the state''s own; REGIONAL, GLOBAL: of an organization; OTHER: not an official assessment.';

COMMENT ON COLUMN public.assessment.dated IS 'Date of issue, YYYY, YYYY-MM or YYYY-MM-DD; without it the assessment counts for nothing.';

COMMENT ON COLUMN public.assessment.next_edition IS 'When the issuing body says its next edition is due.';

COMMENT ON COLUMN public.assessment.attribution IS 'Words to print wherever its figures enter a result.';

COMMENT ON COLUMN public.assessment.sources IS 'List of {title, ref}.';

COMMENT ON COLUMN public.assessment.shared_with IS 'With visibility SHARED: codes of states and keys of organizations.';

CREATE FUNCTION public.visible_assessment(item public.assessment, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT ((((item).publication = 'PUBLISHED'::text) AND ((item).visibility = 'PUBLIC'::text)) OR public.is_own((item).state_key, (item).organization_key, v) OR (((item).publication = 'PUBLISHED'::text) AND public.is_audience((item).visibility, (item).shared_with, (item).state_key, (item).organization_key, v)));
END;

COMMENT ON FUNCTION public.visible_assessment(item public.assessment, v public.viewer) IS 'May the viewer read this assessment, its findings and the threats it names? Not published: its owner alone.';

CREATE TABLE public.assistance_activity (
    assistance_activity_id integer NOT NULL,
    activity_key text NOT NULL,
    title text NOT NULL,
    provider text,
    funder text,
    start_date text,
    end_date text,
    budget numeric,
    currency text,
    source_url text,
    verification text,
    note text,
    iati_identifier text,
    reporting_org text,
    status text,
    is_offer boolean DEFAULT false NOT NULL,
    publication text DEFAULT 'PUBLISHED'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    submitted_by text,
    cleared_by text,
    CONSTRAINT assistance_activity_clearance_check CHECK (((publication = 'UNPUBLISHED'::text) OR ((iati_identifier IS NULL) AND (submitted_by IS NULL)) OR ((cleared_by IS NOT NULL) AND (cleared_by IS DISTINCT FROM submitted_by)))),
    CONSTRAINT assistance_activity_publication_check CHECK ((publication = ANY (ARRAY['UNPUBLISHED'::text, 'PUBLISHED'::text]))),
    CONSTRAINT assistance_activity_status_check CHECK ((status = ANY (ARRAY['PIPELINE'::text, 'IMPLEMENTATION'::text, 'FINALISATION'::text, 'CLOSED'::text, 'CANCELLED'::text, 'SUSPENDED'::text])))
);

COMMENT ON COLUMN public.assistance_activity.provider IS 'As a file gives it: names with ; between. assistance_activity_party has them one by one.';

COMMENT ON COLUMN public.assistance_activity.funder IS 'As a file gives it: names with ; between. assistance_activity_party has them one by one.';

COMMENT ON COLUMN public.assistance_activity.start_date IS 'YYYY, YYYY-MM or YYYY-MM-DD.';

COMMENT ON COLUMN public.assistance_activity.budget IS 'As a file gives it: in currency, unconverted. assistance_activity_budget has it by currency and year; null is unknown.';

COMMENT ON COLUMN public.assistance_activity.iati_identifier IS 'What carries one came from an IATI file, and is published only when someone cleared it.';

COMMENT ON COLUMN public.assistance_activity.reporting_org IS 'Who reports it, as the IATI file says.';

COMMENT ON COLUMN public.assistance_activity.status IS 'Activity status in the words of IATI; null where not stated.';

COMMENT ON COLUMN public.assistance_activity.is_offer IS 'What a provider would do, not something under way.';

COMMENT ON COLUMN public.assistance_activity.submitted_by IS 'Account that brought it in unpublished; null: the operator, or an offer. Never shown.';

COMMENT ON COLUMN public.assistance_activity.cleared_by IS 'Account that published it: another one than brought it in. Never shown.';

CREATE FUNCTION public.visible_assistance_activity(item public.assistance_activity, v public.viewer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (((item).publication = 'PUBLISHED'::text) OR COALESCE(((v).role = ANY (ARRAY['SECRETARIAT'::text, 'ADMIN'::text])), false));
END;

COMMENT ON FUNCTION public.visible_assistance_activity(item public.assistance_activity, v public.viewer) IS 'May the viewer read this activity and its parts? Not published: the Secretariat and an admin, who keep the register.';

CREATE TABLE public.assistance_activity_staging (
    activity_key text NOT NULL,
    digest text NOT NULL,
    last_updated text,
    same_as text[] NOT NULL,
    file text NOT NULL,
    line integer NOT NULL,
    reasons jsonb NOT NULL,
    imported_on date NOT NULL,
    is_discarded boolean DEFAULT false NOT NULL
);

COMMENT ON TABLE public.assistance_activity_staging IS 'What was read from an IATI file, by the key it has in the register. It stays when the activity is published or discarded, so that the next file can be told from it.';

COMMENT ON COLUMN public.assistance_activity_staging.digest IS 'SHA-256 of what the register was given.';

COMMENT ON COLUMN public.assistance_activity_staging.last_updated IS 'When its reporter changed it last, as the file says: ISO 8601 in UTC.';

COMMENT ON COLUMN public.assistance_activity_staging.same_as IS 'Keys of activities that it says are the same one.';

COMMENT ON COLUMN public.assistance_activity_staging.reasons IS 'Why it waits for a person: a list of code and detail, in the order in which one looks at them.';

COMMENT ON COLUMN public.assistance_activity_staging.imported_on IS 'When it was last written.';

COMMENT ON COLUMN public.assistance_activity_staging.is_discarded IS 'A person took it out of the register: it enters again only when a file says something else of it.';

CREATE FUNCTION public.visible_assistance_activity_staging(item public.assistance_activity_staging, v public.viewer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT COALESCE(((v).role = ANY (ARRAY['SECRETARIAT'::text, 'ADMIN'::text])), false) AS "coalesce";
END;

COMMENT ON FUNCTION public.visible_assistance_activity_staging(item public.assistance_activity_staging, v public.viewer) IS 'May the viewer read where an activity was read and why it waits? The Secretariat and an admin, who keep the register, published or not.';

CREATE FUNCTION public.visible_audit_entry(item public.audit_entry, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (public.is_own((item).state_key, (item).organization_key, v) OR (((item).publication = 'PUBLISHED'::text) AND public.is_audience((item).visibility, (item).shared_with, (item).state_key,
         CASE
             WHEN ((item).kind <> 'Link'::text) THEN (item).organization_key
             ELSE NULL::text
         END, v)));
END;

COMMENT ON FUNCTION public.visible_audit_entry(item public.audit_entry, v public.viewer) IS 'Could the viewer see the thing as it was then? Whoever asks must see it today too.';

CREATE TABLE public.link (
    link_id integer NOT NULL,
    national_strategy_id integer NOT NULL,
    national_node_id integer,
    objective_id integer NOT NULL,
    relation text NOT NULL,
    share double precision,
    status text NOT NULL,
    confidence text,
    rationale text,
    citation text,
    method text,
    recorded_by text,
    recorded_on text,
    visibility text DEFAULT 'PUBLIC'::text NOT NULL,
    publication text DEFAULT 'PUBLISHED'::text NOT NULL,
    shared_with text[] DEFAULT '{}'::text[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    submitted_by text,
    state_key text NOT NULL,
    organization_key text NOT NULL,
    proposed_side text,
    CONSTRAINT link_confidence_check CHECK ((confidence = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
    CONSTRAINT link_proposed_side_check CHECK ((proposed_side = ANY (ARRAY['STATE'::text, 'OWNER'::text]))),
    CONSTRAINT link_publication_check CHECK ((publication = ANY (ARRAY['UNPUBLISHED'::text, 'PUBLISHED'::text]))),
    CONSTRAINT link_relation_check CHECK ((relation = ANY (ARRAY['EQUAL'::text, 'SUPERSET'::text, 'SUBSET'::text, 'INTERSECTS'::text, 'NO_RELATION'::text, 'CONTRADICTS'::text]))),
    CONSTRAINT link_share_check CHECK (((share > (0)::double precision) AND (share <= (1)::double precision))),
    CONSTRAINT link_status_check CHECK ((status = ANY (ARRAY['SUGGESTED'::text, 'READ'::text, 'CONFIRMED'::text, 'REJECTED'::text, 'STALE'::text, 'SUPERSEDED'::text]))),
    CONSTRAINT link_visibility_check CHECK ((visibility = ANY (ARRAY['PRIVATE'::text, 'SHARED'::text, 'REGION'::text, 'WORKING_GROUP'::text, 'PUBLIC'::text])))
);

COMMENT ON TABLE public.link IS 'What a national plan, or a node of it, has to do with an objective of an organization, read from the national side.';

COMMENT ON COLUMN public.link.national_node_id IS 'Null: the plan as a whole.';

COMMENT ON COLUMN public.link.share IS 'Part of the objective that is covered, 0 to 1; null where none is stated.';

COMMENT ON COLUMN public.link.recorded_by IS 'A body and a role, never a person.';

COMMENT ON COLUMN public.link.publication IS 'UNPUBLISHED: proposed, and read by the two sides alone until one of them has reviewed it.';

COMMENT ON COLUMN public.link.state_key IS 'The state it speaks about: owner of the plan.';

COMMENT ON COLUMN public.link.organization_key IS 'The organization it speaks about: owner of the objective.';

COMMENT ON COLUMN public.link.proposed_side IS 'The side that proposed it, and may take it back; null: the operator.';

CREATE FUNCTION public.visible_link(item public.link, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT ((((item).publication = 'PUBLISHED'::text) AND ((item).visibility = 'PUBLIC'::text)) OR public.is_own((item).state_key, (item).organization_key, v) OR (((item).publication = 'PUBLISHED'::text) AND public.is_audience((item).visibility, (item).shared_with, (item).state_key, NULL::text, v)));
END;

COMMENT ON FUNCTION public.visible_link(item public.link, v public.viewer) IS 'May the viewer who sees both ends of this link read it? Private or not yet reviewed: the two sides it speaks about alone.';

CREATE TABLE public.strategy (
    strategy_id integer NOT NULL,
    strategy_key text NOT NULL,
    state_key text,
    organization_key text,
    level text NOT NULL,
    scope text NOT NULL,
    status text NOT NULL,
    title jsonb NOT NULL,
    original_language text NOT NULL,
    adopted text,
    valid_from text,
    valid_to text,
    valid_from_date date GENERATED ALWAYS AS (public.partial_date_first(valid_from)) STORED,
    valid_to_date date GENERATED ALWAYS AS (public.partial_date_last(valid_to)) STORED,
    adopting_body text,
    lead_body text,
    status_note text,
    is_verified boolean DEFAULT false NOT NULL,
    verified_note text,
    is_fully_read boolean DEFAULT false NOT NULL,
    structure_basis text,
    notes jsonb DEFAULT '[]'::jsonb NOT NULL,
    instrument_references jsonb DEFAULT '[]'::jsonb NOT NULL,
    sources jsonb DEFAULT '[]'::jsonb NOT NULL,
    visibility text DEFAULT 'PUBLIC'::text NOT NULL,
    publication text DEFAULT 'PUBLISHED'::text NOT NULL,
    search tsvector,
    shared_with text[] DEFAULT '{}'::text[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    submitted_by text,
    submitters text[] DEFAULT '{}'::text[] NOT NULL,
    cleared_by text,
    succeeds_key text,
    CONSTRAINT strategy_clearance_check CHECK (((publication = 'UNPUBLISHED'::text) OR (submitted_by IS NULL) OR ((cleared_by IS NOT NULL) AND (cleared_by <> ALL (submitters))))),
    CONSTRAINT strategy_jurisdiction_check CHECK (((level = 'NATIONAL'::text) = (state_key IS NOT NULL))),
    CONSTRAINT strategy_level_check CHECK ((level = ANY (ARRAY['NATIONAL'::text, 'REGIONAL'::text, 'GLOBAL'::text]))),
    CONSTRAINT strategy_owner_check CHECK ((num_nonnulls(state_key, organization_key) = 1)),
    CONSTRAINT strategy_publication_check CHECK ((publication = ANY (ARRAY['UNPUBLISHED'::text, 'PUBLISHED'::text]))),
    CONSTRAINT strategy_scope_check CHECK ((scope = ANY (ARRAY['OVERARCHING'::text, 'TRAFFICKING_IN_PERSONS'::text, 'SMUGGLING_OF_MIGRANTS'::text, 'FIREARMS'::text, 'DRUGS'::text, 'OTHER_CRIME'::text, 'CRIME_PREVENTION'::text, 'ANTI_CORRUPTION'::text, 'COUNTER_TERRORISM'::text, 'NATIONAL_SECURITY'::text]))),
    CONSTRAINT strategy_status_check CHECK ((status = ANY (ARRAY['DRAFT'::text, 'ADOPTED'::text, 'WITHDRAWN'::text]))),
    CONSTRAINT strategy_visibility_check CHECK ((visibility = ANY (ARRAY['PRIVATE'::text, 'SHARED'::text, 'REGION'::text, 'WORKING_GROUP'::text, 'PUBLIC'::text])))
);

COMMENT ON COLUMN public.strategy.status IS 'Of the document; publication is of the record.';

COMMENT ON COLUMN public.strategy.title IS 'Texts by language (en fr es ru zh ar), and "original" in original_language (BCP 47).';

COMMENT ON COLUMN public.strategy.valid_from_date IS 'First day of valid_from: a year alone means 1 January.';

COMMENT ON COLUMN public.strategy.valid_to_date IS 'Last day of valid_to: a year alone means 31 December.';

COMMENT ON COLUMN public.strategy.is_fully_read IS 'The whole text was read, so what is not recorded is absent.';

COMMENT ON COLUMN public.strategy.sources IS 'List of {title, ref}.';

COMMENT ON COLUMN public.strategy.search IS 'Words of the title in the languages it has, for full-text search.';

COMMENT ON COLUMN public.strategy.shared_with IS 'With visibility SHARED: codes of states and keys of organizations.';

COMMENT ON COLUMN public.strategy.version IS 'Grows by one with every change of the strategy or its nodes.';

COMMENT ON COLUMN public.strategy.submitted_by IS 'Account of the last change; null: the operator. Never shown.';

COMMENT ON COLUMN public.strategy.submitters IS 'Accounts that wrote any part of it: none of them clears it. Kept by a trigger. Never shown.';

COMMENT ON COLUMN public.strategy.cleared_by IS 'Account that published it: none of those that wrote it. Never shown.';

COMMENT ON COLUMN public.strategy.succeeds_key IS 'Key of the strategy that this one is the new version of.';

CREATE FUNCTION public.visible_strategy(item public.strategy, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT ((((item).publication = 'PUBLISHED'::text) AND ((item).visibility = 'PUBLIC'::text)) OR public.is_own((item).state_key, (item).organization_key, v) OR (((item).publication = 'PUBLISHED'::text) AND public.is_audience((item).visibility, (item).shared_with, (item).state_key, (item).organization_key, v)));
END;

COMMENT ON FUNCTION public.visible_strategy(item public.strategy, v public.viewer) IS 'May the viewer read this strategy and its nodes? Not published: its owner alone.';

CREATE TABLE public.cell_statement (
    cell_statement_id integer NOT NULL,
    statement_key text NOT NULL,
    kind text NOT NULL,
    state_key text NOT NULL,
    objective_id integer NOT NULL,
    link_id integer,
    side text NOT NULL,
    organization_key text NOT NULL,
    role text NOT NULL,
    reason text NOT NULL,
    reference text,
    reference_date text,
    stated_on date NOT NULL,
    stated_by text NOT NULL,
    outcome text,
    resolution text,
    resolved_side text,
    resolved_role text,
    resolved_on date,
    resolved_by text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT cell_statement_contest_link_check CHECK (((kind = 'CONTEST'::text) OR (link_id IS NULL))),
    CONSTRAINT cell_statement_contest_side_check CHECK (((kind = 'NOT_APPLICABLE'::text) OR (side = 'STATE'::text))),
    CONSTRAINT cell_statement_kind_check CHECK ((kind = ANY (ARRAY['CONTEST'::text, 'NOT_APPLICABLE'::text]))),
    CONSTRAINT cell_statement_outcome_check CHECK ((outcome = ANY (ARRAY['WITHDRAWN'::text, 'ACCEPTED'::text, 'ANSWERED'::text]))),
    CONSTRAINT cell_statement_resolution_check CHECK ((num_nulls(outcome, resolved_side, resolved_role, resolved_on, resolved_by) = ANY (ARRAY[0, 5]))),
    CONSTRAINT cell_statement_resolved_side_check CHECK ((resolved_side = ANY (ARRAY['STATE'::text, 'OWNER'::text]))),
    CONSTRAINT cell_statement_second_person_check CHECK (((outcome IS NULL) OR (outcome = 'WITHDRAWN'::text) OR (resolved_by <> stated_by))),
    CONSTRAINT cell_statement_side_check CHECK ((side = ANY (ARRAY['STATE'::text, 'OWNER'::text])))
);

COMMENT ON TABLE public.cell_statement IS 'A contest of a cell or of a link by the state, or a word of the state or of the owner that an objective does not apply. Open while outcome is null.';

COMMENT ON COLUMN public.cell_statement.organization_key IS 'Owner of the objective.';

COMMENT ON COLUMN public.cell_statement.outcome IS 'WITHDRAWN by who said it; ACCEPTED or ANSWERED by the other side.';

CREATE TABLE public.strategy_node (
    strategy_node_id integer NOT NULL,
    strategy_node_key text NOT NULL,
    strategy_id integer NOT NULL,
    parent_id integer,
    "position" integer NOT NULL,
    last_position integer NOT NULL,
    kind text NOT NULL,
    label jsonb NOT NULL,
    original_language text DEFAULT 'en'::text NOT NULL,
    addressee text,
    is_seen_in_source boolean NOT NULL,
    responsible text,
    citation jsonb,
    search tsvector,
    succeeds_key text,
    deadline text,
    CONSTRAINT strategy_node_addressee_check CHECK ((addressee = ANY (ARRAY['MEMBERS'::text, 'ORGANIZATION'::text, 'BOTH'::text]))),
    CONSTRAINT strategy_node_kind_check CHECK ((kind = ANY (ARRAY['PILLAR'::text, 'OBJECTIVE'::text, 'MEASURE'::text, 'INDICATOR'::text]))),
    CONSTRAINT strategy_node_position_check CHECK ((last_position >= "position"))
);

COMMENT ON COLUMN public.strategy_node."position" IS 'Place in the tree read from top to bottom, from 1.';

COMMENT ON COLUMN public.strategy_node.last_position IS 'Position of the last node below it, its own where there is none: what is below has a position in (position, last_position].';

COMMENT ON COLUMN public.strategy_node.responsible IS 'Body that the source names for it.';

COMMENT ON COLUMN public.strategy_node.citation IS 'Where the source says it: {quote, page, paragraph, language}.';

COMMENT ON COLUMN public.strategy_node.succeeds_key IS 'Key of the node of the version before that this one carries on.';

COMMENT ON COLUMN public.strategy_node.deadline IS 'By when the source says that it is to be done: YYYY, YYYY-MM or YYYY-MM-DD.';

CREATE FUNCTION public.visible_cell_statement(item public.cell_statement, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM (public.strategy_node n
              JOIN public.strategy s USING (strategy_id))
           WHERE ((n.strategy_node_id = (visible_cell_statement.item).objective_id) AND public.visible_strategy(s.*, visible_cell_statement.v)))) AND (((item).link_id IS NULL) OR (EXISTS ( SELECT
            FROM (public.link l
              JOIN public.strategy s ON ((s.strategy_id = l.national_strategy_id)))
           WHERE ((l.link_id = (visible_cell_statement.item).link_id) AND public.visible_link(l.*, visible_cell_statement.v) AND public.visible_strategy(s.*, visible_cell_statement.v))))));
END;

COMMENT ON FUNCTION public.visible_cell_statement(item public.cell_statement, v public.viewer) IS 'May the viewer read this statement? Whoever sees the objective and, where it is about a link, the link.';

CREATE TABLE public.need_match (
    need_match_id integer NOT NULL,
    match_key text NOT NULL,
    need_id integer NOT NULL,
    assistance_activity_id integer NOT NULL,
    kind text NOT NULL,
    status text DEFAULT 'PROPOSED'::text NOT NULL,
    note text,
    proposed_on date NOT NULL,
    proposed_by text NOT NULL,
    decided_on date,
    decided_by text,
    decision_reason text,
    CONSTRAINT need_match_decision_check CHECK ((num_nonnulls(decided_on, decided_by) =
CASE status
    WHEN 'PROPOSED'::text THEN 0
    ELSE 2
END)),
    CONSTRAINT need_match_kind_check CHECK ((kind = ANY (ARRAY['PROPOSAL'::text, 'OFFER'::text]))),
    CONSTRAINT need_match_second_person_check CHECK ((decided_by <> proposed_by)),
    CONSTRAINT need_match_status_check CHECK ((status = ANY (ARRAY['PROPOSED'::text, 'ACCEPTED'::text, 'DECLINED'::text])))
);

COMMENT ON TABLE public.need_match IS 'An activity that the Secretariat proposes for a need, or that its provider offers for it, and what the state decided.';

CREATE FUNCTION public.visible_need_match(item public.need_match, v public.viewer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM public.need n
           WHERE ((n.need_id = (visible_need_match.item).need_id) AND public.visible_need(n.*, visible_need_match.v) AND (((visible_need_match.item).status = 'ACCEPTED'::text) OR public.is_own(n.state_key, NULL::text, visible_need_match.v) OR COALESCE(((visible_need_match.v).role = 'SECRETARIAT'::text), false))))) AS "exists";
END;

COMMENT ON FUNCTION public.visible_need_match(item public.need_match, v public.viewer) IS 'May the viewer read this match? Accepted: whoever sees the need. Else the state and the Secretariat alone.';

CREATE TABLE public.record_statement (
    record_statement_id integer NOT NULL,
    statement_key text NOT NULL,
    state_key text NOT NULL,
    subject text NOT NULL,
    subject_key text NOT NULL,
    reading text NOT NULL,
    decision text NOT NULL,
    proposed text,
    reason text,
    reference text,
    reference_date text,
    role text NOT NULL,
    stated_on date NOT NULL,
    stated_by text NOT NULL,
    visibility text NOT NULL,
    ended_role text,
    ended_on date,
    ended_by text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT record_statement_decision_check CHECK ((decision = ANY (ARRAY['CONFIRM'::text, 'CORRECT'::text, 'CONTEST'::text]))),
    CONSTRAINT record_statement_end_check CHECK ((num_nulls(ended_role, ended_on, ended_by) = ANY (ARRAY[0, 3]))),
    CONSTRAINT record_statement_proposed_check CHECK (((decision = 'CORRECT'::text) = (proposed IS NOT NULL))),
    CONSTRAINT record_statement_reason_check CHECK (((decision = 'CONFIRM'::text) OR (reason IS NOT NULL))),
    CONSTRAINT record_statement_subject_check CHECK ((subject = ANY (ARRAY['SCOPE'::text, 'ELEMENT'::text, 'THREAT'::text]))),
    CONSTRAINT record_statement_visibility_check CHECK ((visibility = ANY (ARRAY['PRIVATE'::text, 'PUBLIC'::text])))
);

COMMENT ON TABLE public.record_statement IS 'The word of a state on a kind of strategy, an element or a threat as its record reads it. It stands while ended_on is null.';

COMMENT ON COLUMN public.record_statement.subject_key IS 'A kind of strategy, or the key of an element or a threat.';

COMMENT ON COLUMN public.record_statement.reading IS 'The status that it speaks of, as the record read that day.';

COMMENT ON COLUMN public.record_statement.proposed IS 'The status that the state gives instead, where it corrects.';

COMMENT ON COLUMN public.record_statement.stated_by IS 'Account that said it. Never shown.';

COMMENT ON COLUMN public.record_statement.visibility IS 'PUBLIC: everybody read what it speaks of. PRIVATE: the public read something else, so that the word is for the state alone.';

CREATE FUNCTION public.visible_record_statement(item public.record_statement, v public.viewer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (((item).visibility = 'PUBLIC'::text) OR public.is_own((item).state_key, NULL::text, v));
END;

COMMENT ON FUNCTION public.visible_record_statement(item public.record_statement, v public.viewer) IS 'May the viewer read this statement? What is about a reading of the public, everybody; the rest the state itself.';

CREATE TABLE public.state_agreement (
    state_key text NOT NULL,
    kind text NOT NULL,
    organization_key text,
    agreed_on date NOT NULL,
    agreed_by text NOT NULL,
    CONSTRAINT state_agreement_kind_check CHECK ((kind = ANY (ARRAY['ADVICE'::text, 'SUMMARY'::text]))),
    CONSTRAINT state_agreement_summary_check CHECK (((kind = 'SUMMARY'::text) = (organization_key IS NOT NULL)))
);

COMMENT ON TABLE public.state_agreement IS 'ADVICE: the state may be named to others that look for advice. SUMMARY: the organization may see the means over the state''s cells.';

CREATE FUNCTION public.visible_state_agreement(item public.state_agreement, v public.viewer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (((item).kind = 'ADVICE'::text) OR public.is_own((item).state_key, (item).organization_key, v));
END;

COMMENT ON FUNCTION public.visible_state_agreement(item public.state_agreement, v public.viewer) IS 'Agreement to advise is public; whom a state shows its means is known to the two of them.';

CREATE FUNCTION public.write_activity_parts(item public.assistance_activity) RETURNS void
    LANGUAGE sql
    AS $$
  delete from assistance_activity_party where assistance_activity_id = item.assistance_activity_id;
  insert into assistance_activity_party (assistance_activity_id, role, position, name)
  select item.assistance_activity_id, given.role, it.position, it.name
  from (values ('PROVIDER', item.provider), ('FUNDER', item.funder)) as given(role, names),
    regexp_split_to_table(btrim(given.names), '\s*;\s*') with ordinality as it(name, position)
  where it.name <> '';
  delete from assistance_activity_budget where assistance_activity_id = item.assistance_activity_id;
  insert into assistance_activity_budget (assistance_activity_id, position, currency, amount)
  select item.assistance_activity_id, 1, item.currency, item.budget where item.budget is not null and item.currency is not null;
$$;

COMMENT ON FUNCTION public.write_activity_parts(item public.assistance_activity) IS 'Providers, funders and the budget of an activity one by one, from the columns that a file of the register fills.';

CREATE AGGREGATE public.tsvector_join(tsvector) (
    SFUNC = tsvector_concat,
    STYPE = tsvector,
    INITCOND = ''
);

COMMENT ON AGGREGATE public.tsvector_join(tsvector) IS 'Words of several texts as one.';

ALTER TABLE public.assessment ALTER COLUMN assessment_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.assessment_assessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.assessment_organization (
    assessment_id integer NOT NULL,
    organization_key text NOT NULL
);

COMMENT ON TABLE public.assessment_organization IS 'Organizations an assessment covers, the issuing jurisdiction included.';

CREATE TABLE public.assessment_threat (
    assessment_id integer NOT NULL,
    threat_key text NOT NULL,
    threat_scheme text GENERATED ALWAYS AS ('THREAT'::text) STORED NOT NULL,
    is_emerging boolean DEFAULT false NOT NULL
);

COMMENT ON TABLE public.assessment_threat IS 'Threats an assessment names as key. Of a national assessment each is a finding "named" on its state.';

ALTER TABLE public.assistance_activity ALTER COLUMN assistance_activity_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.assistance_activity_assistance_activity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.assistance_activity_budget (
    assistance_activity_id integer NOT NULL,
    "position" integer NOT NULL,
    currency text NOT NULL,
    year integer,
    amount numeric NOT NULL
);

COMMENT ON TABLE public.assistance_activity_budget IS 'Amounts as stated, by currency and year, never converted. No row: the budget is unknown.';

COMMENT ON COLUMN public.assistance_activity_budget.year IS 'Year it is for; null: the activity as a whole.';

CREATE TABLE public.assistance_activity_code (
    assistance_activity_id integer NOT NULL,
    system text NOT NULL,
    code text NOT NULL
);

COMMENT ON TABLE public.assistance_activity_code IS 'Themes and sectors of an activity, as codes of external_code.';

CREATE TABLE public.assistance_activity_concept (
    assistance_activity_id integer NOT NULL,
    scheme text NOT NULL,
    concept_key text NOT NULL
);

COMMENT ON TABLE public.assistance_activity_concept IS 'Themes stated as concepts; those stated as codes are in assistance_activity_code.';

CREATE TABLE public.assistance_activity_party (
    assistance_activity_id integer NOT NULL,
    role text NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    reference text,
    CONSTRAINT assistance_activity_party_name_check CHECK ((name <> ''::text)),
    CONSTRAINT assistance_activity_party_role_check CHECK ((role = ANY (ARRAY['PROVIDER'::text, 'FUNDER'::text])))
);

COMMENT ON TABLE public.assistance_activity_party IS 'Who provides and who funds an activity.';

COMMENT ON COLUMN public.assistance_activity_party.reference IS 'Identifier of the body in IATI, where there is one.';

CREATE TABLE public.assistance_activity_recipient (
    assistance_activity_id integer NOT NULL,
    "position" integer NOT NULL,
    state_key text,
    region_key text,
    percentage double precision,
    CONSTRAINT assistance_activity_recipient_check CHECK ((num_nonnulls(state_key, region_key) = 1)),
    CONSTRAINT assistance_activity_recipient_percentage_check CHECK (((percentage >= (0)::double precision) AND (percentage <= (100)::double precision)))
);

COMMENT ON COLUMN public.assistance_activity_recipient.percentage IS 'Share of the activity; null where not stated.';

CREATE TABLE public.audit_head (
    is_only boolean DEFAULT true NOT NULL,
    "position" bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_head_is_only_check CHECK (is_only)
);

COMMENT ON TABLE public.audit_head IS 'One row: the end of the chain, so that missing last rows are found too.';

ALTER TABLE public.cell_statement ALTER COLUMN cell_statement_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.cell_statement_cell_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.concept (
    scheme text NOT NULL,
    concept_key text NOT NULL,
    "position" integer NOT NULL,
    parent_key text,
    label jsonb NOT NULL,
    element_group text,
    paragraph text,
    treaty_anchor text,
    instrument_key text,
    article integer,
    provision_class text,
    note text,
    CONSTRAINT concept_element_group_check CHECK ((element_group = ANY (ARRAY['core'::text, 'extension'::text]))),
    CONSTRAINT concept_scheme_check CHECK ((scheme = ANY (ARRAY['THREAT'::text, 'ELEMENT'::text, 'PROVISION'::text])))
);

COMMENT ON TABLE public.concept IS 'A threat, an element of a strategy (paras 28-29 of the source paper) or a provision of an instrument.';

COMMENT ON COLUMN public.concept."position" IS 'Order in which the scheme lists it, from 1.';

COMMENT ON COLUMN public.concept.label IS 'Texts by language: en fr es ru zh ar.';

COMMENT ON COLUMN public.concept.paragraph IS 'Paragraph of the source paper the element comes from.';

COMMENT ON COLUMN public.concept.treaty_anchor IS 'The treaty or provision that defines the threat.';

CREATE TABLE public.evaluation (
    evaluation_id integer NOT NULL,
    evaluation_key text NOT NULL,
    strategy_id integer NOT NULL,
    body text NOT NULL,
    dated text,
    scope text,
    source_title text,
    source_ref text,
    cadence_months integer,
    next_due text,
    role text NOT NULL,
    recorded_on date NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT evaluation_cadence_months_check CHECK (((cadence_months >= 1) AND (cadence_months <= 240)))
);

COMMENT ON TABLE public.evaluation IS 'An evaluation of a strategy (para 7).';

COMMENT ON COLUMN public.evaluation.dated IS 'YYYY, YYYY-MM or YYYY-MM-DD; null: it took place, and when is not known.';

COMMENT ON COLUMN public.evaluation.cadence_months IS 'How often the body says it evaluates; null: not stated.';

COMMENT ON COLUMN public.evaluation.next_due IS 'When the body says the next one is due; null: not stated.';

ALTER TABLE public.evaluation ALTER COLUMN evaluation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.evaluation_evaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.external_code (
    system text NOT NULL,
    code text NOT NULL,
    label text,
    scheme text,
    concept_key text,
    relation text,
    verification text,
    CONSTRAINT external_code_relation_check CHECK ((relation = ANY (ARRAY['exact'::text, 'narrower'::text, 'broader'::text, 'partial'::text]))),
    CONSTRAINT external_code_system_check CHECK ((system = ANY (ARRAY['ICCS'::text, 'DAC'::text, 'ASSISTANCE_THEME'::text])))
);

COMMENT ON TABLE public.external_code IS 'Codes of other classifications and the concept each stands for; no concept where none fits.';

CREATE TABLE public.finding (
    finding_id integer NOT NULL,
    assessment_id integer NOT NULL,
    state_key text NOT NULL,
    threat_key text NOT NULL,
    threat_scheme text GENERATED ALWAYS AS ('THREAT'::text) STORED NOT NULL,
    likelihood integer,
    impact integer,
    score double precision,
    scale_min double precision,
    scale_max double precision,
    is_emerging boolean DEFAULT false NOT NULL,
    note text,
    CONSTRAINT finding_impact_check CHECK (((impact >= 1) AND (impact <= 5))),
    CONSTRAINT finding_likelihood_check CHECK (((likelihood >= 1) AND (likelihood <= 5))),
    CONSTRAINT finding_matrix_check CHECK (((num_nulls(likelihood, impact) = ANY (ARRAY[0, 2])) AND ((likelihood IS NULL) OR (score IS NULL)))),
    CONSTRAINT finding_scale_check CHECK (((num_nulls(score, scale_min, scale_max) = ANY (ARRAY[0, 3])) AND ((score IS NULL) OR ((scale_min < scale_max) AND ((score >= scale_min) AND (score <= scale_max))))))
);

COMMENT ON TABLE public.finding IS 'One threat in one state from an assessment: likelihood x impact (1-5 each), or a score on a scale, or named without a figure.';

ALTER TABLE public.finding ALTER COLUMN finding_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.finding_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.flow (
    flow_id integer NOT NULL,
    flow_key text NOT NULL,
    threat_key text NOT NULL,
    threat_scheme text GENERATED ALWAYS AS ('THREAT'::text) STORED NOT NULL,
    commodity text,
    period text,
    last_year integer,
    volume text,
    volume_unit text,
    value text,
    value_unit text,
    basis text,
    source_title text,
    publisher text,
    source_year integer,
    source_url text,
    verification text,
    note text
);

COMMENT ON COLUMN public.flow.last_year IS 'Last year of the period, else the year of the source; null where neither is known.';

COMMENT ON COLUMN public.flow.volume IS 'As the source gives it: a number, or a range low-high.';

ALTER TABLE public.flow ALTER COLUMN flow_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.flow_flow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.flow_place (
    flow_id integer NOT NULL,
    role text NOT NULL,
    "position" integer NOT NULL,
    state_key text,
    territory_key text,
    region_key text,
    CONSTRAINT flow_place_place_check CHECK ((num_nonnulls(state_key, territory_key, region_key) = 1)),
    CONSTRAINT flow_place_role_check CHECK ((role = ANY (ARRAY['ORIGIN'::text, 'TRANSIT'::text, 'DESTINATION'::text])))
);

CREATE TABLE public.indicator_detail (
    strategy_node_id integer NOT NULL,
    unit text,
    baseline double precision,
    baseline_date text,
    target double precision,
    target_date text,
    frequency_months integer,
    owner_body text,
    role text NOT NULL,
    recorded_on date NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT indicator_detail_frequency_months_check CHECK (((frequency_months >= 1) AND (frequency_months <= 240)))
);

COMMENT ON TABLE public.indicator_detail IS 'What an indicator of a strategy measures: from where, to where, how often and by whom.';

CREATE TABLE public.indicator_value (
    strategy_node_id integer NOT NULL,
    dated text NOT NULL,
    value double precision NOT NULL,
    note text,
    source_title text,
    source_ref text,
    role text NOT NULL,
    recorded_on date NOT NULL,
    recorded_by text NOT NULL
);

COMMENT ON TABLE public.indicator_value IS 'Value of an indicator at a date, in the unit of the indicator.';

CREATE TABLE public.instrument (
    instrument_key text NOT NULL,
    title jsonb NOT NULL,
    adopted date,
    in_force date,
    treaty_collection_reference text
);

COMMENT ON TABLE public.instrument IS 'The Convention and its Protocols.';

COMMENT ON COLUMN public.instrument.title IS 'Texts by language: en fr es ru zh ar.';

CREATE TABLE public.link_clearance (
    link_id integer NOT NULL,
    side text NOT NULL,
    decision text NOT NULL,
    role text NOT NULL,
    decided_by text NOT NULL,
    submitted_by text,
    decided_on date NOT NULL,
    reference text,
    reference_date text,
    reason text,
    CONSTRAINT link_clearance_decision_check CHECK ((decision = ANY (ARRAY['CONFIRMED'::text, 'REJECTED'::text]))),
    CONSTRAINT link_clearance_second_person_check CHECK ((decided_by <> submitted_by)),
    CONSTRAINT link_clearance_side_check CHECK ((side = ANY (ARRAY['STATE'::text, 'OWNER'::text])))
);

COMMENT ON TABLE public.link_clearance IS 'What each of the two sides of a link decided of it, the newest decision of each.';

COMMENT ON COLUMN public.link_clearance.decided_by IS 'Account that decided: another one than proposed the link. Never shown.';

COMMENT ON COLUMN public.link_clearance.reference IS 'The note by which it came, where there is one.';

ALTER TABLE public.link ALTER COLUMN link_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.link_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.measure_report (
    strategy_node_id integer NOT NULL,
    dated text NOT NULL,
    status text NOT NULL,
    note text,
    role text NOT NULL,
    recorded_on date NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT measure_report_status_check CHECK ((status = ANY (ARRAY['NOT_STARTED'::text, 'UNDER_WAY'::text, 'DONE'::text, 'DROPPED'::text])))
);

COMMENT ON TABLE public.measure_report IS 'How far a measure is at a date, in the word of whoever owns the strategy.';

ALTER TABLE public.membership ALTER COLUMN membership_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.membership_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.need_match ALTER COLUMN need_match_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.need_match_need_match_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.need ALTER COLUMN need_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.need_need_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.need_stage (
    need_id integer NOT NULL,
    "position" integer NOT NULL,
    stage text NOT NULL,
    is_met boolean DEFAULT false NOT NULL,
    reached_on date NOT NULL,
    due_on date,
    reason text,
    role text NOT NULL,
    by_state_key text,
    by_organization_key text
);

COMMENT ON TABLE public.need_stage IS 'The way of a need, step by step: by whom, when, why.';

COMMENT ON COLUMN public.need_stage.is_met IS 'The state says that the need is met.';

CREATE TABLE public.organization (
    organization_key text NOT NULL,
    acronym text,
    name jsonb NOT NULL,
    kind text NOT NULL,
    seat_city text,
    seat_state_key text,
    founded text,
    instruments_note text,
    verification text,
    CONSTRAINT organization_kind_check CHECK ((kind = ANY (ARRAY['regional'::text, 'continental'::text, 'global'::text, 'law-enforcement-centre'::text, 'grouping'::text])))
);

COMMENT ON COLUMN public.organization.name IS 'Names by language: en fr es ru zh ar.';

COMMENT ON COLUMN public.organization.instruments_note IS 'Instruments on organized crime that the compiler recalls for it.';

CREATE TABLE public.provision_threat (
    provision_key text NOT NULL,
    threat_key text NOT NULL,
    provision_scheme text GENERATED ALWAYS AS ('PROVISION'::text) STORED NOT NULL,
    threat_scheme text GENERATED ALWAYS AS ('THREAT'::text) STORED NOT NULL
);

COMMENT ON TABLE public.provision_threat IS 'Threats that a provision is about, as read by the compiler.';

CREATE TABLE public.recommendation (
    recommendation_id integer NOT NULL,
    recommendation_key text NOT NULL,
    session_id integer NOT NULL,
    "position" integer NOT NULL,
    what text NOT NULL,
    addressee text NOT NULL,
    state_keys text[] DEFAULT '{}'::text[] NOT NULL,
    organization_keys text[] DEFAULT '{}'::text[] NOT NULL,
    due_on date,
    recorded_on date NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

COMMENT ON TABLE public.recommendation IS 'What the working group recommended at a session, to whom, by when.';

COMMENT ON COLUMN public.recommendation.addressee IS 'To whom, in words; the states and organizations among them in the next two columns.';

CREATE TABLE public.recommendation_need (
    recommendation_id integer NOT NULL,
    need_id integer NOT NULL
);

COMMENT ON TABLE public.recommendation_need IS 'Needs that a recommendation is about; each is read by whoever may read the need.';

CREATE TABLE public.recommendation_outcome (
    recommendation_id integer NOT NULL,
    "position" integer NOT NULL,
    outcome text NOT NULL,
    stated_on date NOT NULL,
    reason text NOT NULL,
    carried_to_id integer,
    CONSTRAINT recommendation_outcome_carried_check CHECK (((outcome = 'CARRIED_OVER'::text) OR (carried_to_id IS NULL))),
    CONSTRAINT recommendation_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['UNDER_WAY'::text, 'DONE'::text, 'DROPPED'::text, 'CARRIED_OVER'::text])))
);

COMMENT ON TABLE public.recommendation_outcome IS 'What became of a recommendation, the newest last.';

ALTER TABLE public.recommendation ALTER COLUMN recommendation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recommendation_recommendation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.record_statement ALTER COLUMN record_statement_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.record_statement_record_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.region (
    region_key text NOT NULL,
    basis text,
    CONSTRAINT region_region_key_check CHECK ((region_key ~ '^region:[a-z0-9-]+$'::text))
);

COMMENT ON TABLE public.region IS 'Regions that flows and activities name, such as region:africa.';

CREATE TABLE public.region_state (
    region_key text NOT NULL,
    state_key text NOT NULL
);

CREATE TABLE public.seed_state (
    is_only boolean DEFAULT true NOT NULL,
    digest text NOT NULL,
    CONSTRAINT seed_state_is_only_check CHECK (is_only)
);

COMMENT ON TABLE public.seed_state IS 'One row: the SHA-256 of all seed files when they were last written.';

CREATE TABLE public.state (
    state_key text NOT NULL,
    iso2 text,
    m49 text,
    kind text NOT NULL,
    region text,
    subregion text,
    intermediate_region text,
    name jsonb NOT NULL,
    note text,
    CONSTRAINT state_kind_check CHECK ((kind = ANY (ARRAY['un_member'::text, 'un_observer'::text, 'other_untoc_party'::text, 'org_member'::text]))),
    CONSTRAINT state_state_key_check CHECK ((state_key ~ '^[A-Z]{3}$'::text))
);

COMMENT ON TABLE public.state IS 'States, and the few members of organizations that are no member of the United Nations.';

COMMENT ON COLUMN public.state.state_key IS 'ISO 3166-1 alpha-3; XKX is user-assigned; XAA to XJZ are for made-up states.';

COMMENT ON COLUMN public.state.name IS 'Names as the United Nations uses them, by language: en fr es ru zh ar.';

COMMENT ON COLUMN public.state.note IS 'To be read, and shown, with the name.';

CREATE TABLE public.territory (
    territory_key text NOT NULL,
    m49 text,
    name jsonb NOT NULL,
    CONSTRAINT territory_territory_key_check CHECK ((territory_key ~ '^[A-Z]{3}$'::text))
);

COMMENT ON TABLE public.territory IS 'Territories that a membership or a flow names and that are no state here; they are never a row of a matrix.';

CREATE TABLE public.treaty_status (
    state_key text NOT NULL,
    instrument_key text NOT NULL,
    status text NOT NULL,
    signature_date text,
    consent_date text,
    consent_type text,
    basis text,
    verification text,
    CONSTRAINT treaty_status_status_check CHECK ((status = ANY (ARRAY['party'::text, 'signatory'::text])))
);

COMMENT ON TABLE public.treaty_status IS 'State of each instrument; no row means not recorded, which is not "not a party".';

COMMENT ON COLUMN public.treaty_status.consent_date IS 'Ratification, accession, acceptance, approval or succession: YYYY, YYYY-MM or YYYY-MM-DD.';

CREATE VIEW public.seedable WITH (security_invoker='true') AS
 SELECT 'instrument'::text AS kind,
    c.instrument_key AS key
   FROM public.instrument c
UNION ALL
 SELECT 'concept'::text AS kind,
    ((c.scheme || '/'::text) || c.concept_key) AS key
   FROM public.concept c
UNION ALL
 SELECT 'external_code'::text AS kind,
    ((c.system || '/'::text) || c.code) AS key
   FROM public.external_code c
UNION ALL
 SELECT 'state'::text AS kind,
    c.state_key AS key
   FROM public.state c
UNION ALL
 SELECT 'territory'::text AS kind,
    c.territory_key AS key
   FROM public.territory c
UNION ALL
 SELECT 'treaty_status'::text AS kind,
    ((c.state_key || '/'::text) || c.instrument_key) AS key
   FROM public.treaty_status c
UNION ALL
 SELECT 'organization'::text AS kind,
    c.organization_key AS key
   FROM public.organization c
UNION ALL
 SELECT 'membership'::text AS kind,
    ((((c.organization_key || '/'::text) || COALESCE(c.state_key, c.territory_key)) || '/'::text) || c.from_year) AS key
   FROM public.membership c
UNION ALL
 SELECT 'region'::text AS kind,
    c.region_key AS key
   FROM public.region c
UNION ALL
 SELECT 'assessment'::text AS kind,
    c.assessment_key AS key
   FROM public.assessment c
UNION ALL
 SELECT 'finding'::text AS kind,
    ((((a.assessment_key || '/'::text) || c.state_key) || '/'::text) || c.threat_key) AS key
   FROM (public.finding c
     JOIN public.assessment a USING (assessment_id))
UNION ALL
 SELECT 'flow'::text AS kind,
    c.flow_key AS key
   FROM public.flow c
UNION ALL
 SELECT 'activity'::text AS kind,
    c.activity_key AS key
   FROM public.assistance_activity c
UNION ALL
 SELECT 'strategy'::text AS kind,
    c.strategy_key AS key
   FROM public.strategy c
UNION ALL
 SELECT 'link'::text AS kind,
    ((COALESCE(n.strategy_node_key, s.strategy_key) || '/'::text) || o.strategy_node_key) AS key
   FROM (((public.link c
     JOIN public.strategy s ON ((s.strategy_id = c.national_strategy_id)))
     LEFT JOIN public.strategy_node n ON ((n.strategy_node_id = c.national_node_id)))
     JOIN public.strategy_node o ON ((o.strategy_node_id = c.objective_id)));

COMMENT ON VIEW public.seedable IS 'All records of the kinds that seeds have, by kind and natural key as in seeded.';

CREATE TABLE public.seeded (
    kind text NOT NULL,
    key text NOT NULL,
    hash text NOT NULL,
    is_changed boolean DEFAULT false NOT NULL
);

COMMENT ON TABLE public.seeded IS 'Records that the seeds wrote, by kind and natural key.';

COMMENT ON COLUMN public.seeded.hash IS 'SHA-256 of the record as the seeds gave it.';

COMMENT ON COLUMN public.seeded.is_changed IS 'Changed or deleted by someone since: the seeds leave it alone from then on.';

CREATE TABLE public.strategy_effect (
    strategy_effect_id integer NOT NULL,
    effect_key text NOT NULL,
    strategy_id integer NOT NULL,
    axis text NOT NULL,
    direction text NOT NULL,
    effect_text text NOT NULL,
    original_language text NOT NULL,
    dated text,
    source_title text,
    source_ref text,
    role text NOT NULL,
    recorded_on date NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT strategy_effect_axis_check CHECK ((axis = ANY (ARRAY['CRIMINAL_JUSTICE'::text, 'REGIONAL_COOPERATION'::text, 'INTERNATIONAL_COOPERATION'::text]))),
    CONSTRAINT strategy_effect_direction_check CHECK ((direction = ANY (ARRAY['GOOD'::text, 'BAD'::text, 'MIXED'::text])))
);

COMMENT ON TABLE public.strategy_effect IS 'What a strategy did to the criminal justice system or to cooperation, good or bad, as a source says (para 5).';

COMMENT ON COLUMN public.strategy_effect.dated IS 'When it was seen: YYYY, YYYY-MM or YYYY-MM-DD.';

COMMENT ON COLUMN public.strategy_effect.recorded_by IS 'Account that recorded it. Never shown.';

ALTER TABLE public.strategy_effect ALTER COLUMN strategy_effect_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.strategy_effect_strategy_effect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.strategy_node_concept (
    strategy_node_id integer NOT NULL,
    scheme text NOT NULL,
    concept_key text NOT NULL
);

COMMENT ON TABLE public.strategy_node_concept IS 'A node''s own tags. A node without a tag in a scheme carries those of its nearest ancestor that has some.';

ALTER TABLE public.strategy_node ALTER COLUMN strategy_node_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.strategy_node_strategy_node_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.strategy_relation (
    strategy_id integer NOT NULL,
    target_key text NOT NULL,
    relation text NOT NULL,
    strength text NOT NULL,
    basis text,
    is_verified boolean DEFAULT false NOT NULL,
    citation text,
    CONSTRAINT strategy_relation_strength_check CHECK ((strength = ANY (ARRAY['EXPLICIT'::text, 'CANDIDATE'::text])))
);

COMMENT ON TABLE public.strategy_relation IS 'What a strategy says of another, by key: it may not be recorded yet.';

COMMENT ON COLUMN public.strategy_relation.strength IS 'EXPLICIT: stated in a source. CANDIDATE: not stated, never to be shown as fact.';

ALTER TABLE public.strategy ALTER COLUMN strategy_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.strategy_strategy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.strategy_successor (
    strategy_id integer NOT NULL,
    successor_key text NOT NULL
);

COMMENT ON TABLE public.strategy_successor IS 'The strategy that supersedes this one, by key: it may not be recorded yet.';

CREATE TABLE public.strategy_theme (
    strategy_id integer NOT NULL,
    threat_key text NOT NULL,
    threat_scheme text GENERATED ALWAYS AS ('THREAT'::text) STORED NOT NULL
);

CREATE TABLE public.working_group_session (
    session_id integer NOT NULL,
    session_key text NOT NULL,
    title text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    frozen jsonb,
    frozen_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT working_group_session_dates_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT working_group_session_frozen_check CHECK ((num_nonnulls(frozen, frozen_on) = ANY (ARRAY[0, 2]))),
    CONSTRAINT working_group_session_session_key_check CHECK ((session_key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

COMMENT ON TABLE public.working_group_session IS 'A meeting of the working group.';

COMMENT ON COLUMN public.working_group_session.frozen IS 'What the public was answered on frozen_on: needs, activities, overlaps. Never written again.';

ALTER TABLE public.working_group_session ALTER COLUMN session_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.working_group_session_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_assessment_key_key UNIQUE (assessment_key);

ALTER TABLE ONLY public.assessment_organization
    ADD CONSTRAINT assessment_organization_pkey PRIMARY KEY (assessment_id, organization_key);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_pkey PRIMARY KEY (assessment_id);

ALTER TABLE ONLY public.assessment_threat
    ADD CONSTRAINT assessment_threat_pkey PRIMARY KEY (assessment_id, threat_key);

ALTER TABLE ONLY public.assistance_activity
    ADD CONSTRAINT assistance_activity_activity_key_key UNIQUE (activity_key);

ALTER TABLE ONLY public.assistance_activity_budget
    ADD CONSTRAINT assistance_activity_budget_pkey PRIMARY KEY (assistance_activity_id, "position");

ALTER TABLE ONLY public.assistance_activity_code
    ADD CONSTRAINT assistance_activity_code_pkey PRIMARY KEY (assistance_activity_id, system, code);

ALTER TABLE ONLY public.assistance_activity_concept
    ADD CONSTRAINT assistance_activity_concept_pkey PRIMARY KEY (assistance_activity_id, scheme, concept_key);

ALTER TABLE ONLY public.assistance_activity
    ADD CONSTRAINT assistance_activity_iati_identifier_key UNIQUE (iati_identifier);

ALTER TABLE ONLY public.assistance_activity_party
    ADD CONSTRAINT assistance_activity_party_pkey PRIMARY KEY (assistance_activity_id, role, "position");

ALTER TABLE ONLY public.assistance_activity
    ADD CONSTRAINT assistance_activity_pkey PRIMARY KEY (assistance_activity_id);

ALTER TABLE ONLY public.assistance_activity_recipient
    ADD CONSTRAINT assistance_activity_recipient_pkey PRIMARY KEY (assistance_activity_id, "position");

ALTER TABLE ONLY public.assistance_activity_staging
    ADD CONSTRAINT assistance_activity_staging_pkey PRIMARY KEY (activity_key);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (is_only);

ALTER TABLE ONLY public.cell_statement
    ADD CONSTRAINT cell_statement_pkey PRIMARY KEY (cell_statement_id);

ALTER TABLE ONLY public.cell_statement
    ADD CONSTRAINT cell_statement_statement_key_key UNIQUE (statement_key);

ALTER TABLE ONLY public.concept
    ADD CONSTRAINT concept_pkey PRIMARY KEY (scheme, concept_key);

ALTER TABLE ONLY public.evaluation
    ADD CONSTRAINT evaluation_evaluation_key_key UNIQUE (evaluation_key);

ALTER TABLE ONLY public.evaluation
    ADD CONSTRAINT evaluation_pkey PRIMARY KEY (evaluation_id);

ALTER TABLE ONLY public.external_code
    ADD CONSTRAINT external_code_pkey PRIMARY KEY (system, code);

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_key UNIQUE (assessment_id, state_key, threat_key);

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (finding_id);

ALTER TABLE ONLY public.flow
    ADD CONSTRAINT flow_flow_key_key UNIQUE (flow_key);

ALTER TABLE ONLY public.flow
    ADD CONSTRAINT flow_pkey PRIMARY KEY (flow_id);

ALTER TABLE ONLY public.flow_place
    ADD CONSTRAINT flow_place_pkey PRIMARY KEY (flow_id, role, "position");

ALTER TABLE ONLY public.indicator_detail
    ADD CONSTRAINT indicator_detail_pkey PRIMARY KEY (strategy_node_id);

ALTER TABLE ONLY public.indicator_value
    ADD CONSTRAINT indicator_value_pkey PRIMARY KEY (strategy_node_id, dated);

ALTER TABLE ONLY public.instrument
    ADD CONSTRAINT instrument_pkey PRIMARY KEY (instrument_key);

ALTER TABLE ONLY public.link_clearance
    ADD CONSTRAINT link_clearance_pkey PRIMARY KEY (link_id, side);

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_key UNIQUE NULLS NOT DISTINCT (national_strategy_id, national_node_id, objective_id);

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (link_id);

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_submission_key UNIQUE (link_id, submitted_by);

ALTER TABLE ONLY public.measure_report
    ADD CONSTRAINT measure_report_pkey PRIMARY KEY (strategy_node_id, dated);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_key UNIQUE NULLS NOT DISTINCT (organization_key, state_key, territory_key, from_year);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (membership_id);

ALTER TABLE ONLY public.need_match
    ADD CONSTRAINT need_match_match_key_key UNIQUE (match_key);

ALTER TABLE ONLY public.need_match
    ADD CONSTRAINT need_match_pkey PRIMARY KEY (need_match_id);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_need_key_key UNIQUE (need_key);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_pkey PRIMARY KEY (need_id);

ALTER TABLE ONLY public.need_stage
    ADD CONSTRAINT need_stage_pkey PRIMARY KEY (need_id, "position");

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (organization_key);

ALTER TABLE ONLY public.provision_threat
    ADD CONSTRAINT provision_threat_pkey PRIMARY KEY (provision_key, threat_key);

ALTER TABLE ONLY public.recommendation_need
    ADD CONSTRAINT recommendation_need_pkey PRIMARY KEY (recommendation_id, need_id);

ALTER TABLE ONLY public.recommendation_outcome
    ADD CONSTRAINT recommendation_outcome_pkey PRIMARY KEY (recommendation_id, "position");

ALTER TABLE ONLY public.recommendation
    ADD CONSTRAINT recommendation_pkey PRIMARY KEY (recommendation_id);

ALTER TABLE ONLY public.recommendation
    ADD CONSTRAINT recommendation_position_key UNIQUE (session_id, "position");

ALTER TABLE ONLY public.recommendation
    ADD CONSTRAINT recommendation_recommendation_key_key UNIQUE (recommendation_key);

ALTER TABLE ONLY public.record_statement
    ADD CONSTRAINT record_statement_pkey PRIMARY KEY (record_statement_id);

ALTER TABLE ONLY public.record_statement
    ADD CONSTRAINT record_statement_statement_key_key UNIQUE (statement_key);

ALTER TABLE ONLY public.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (region_key);

ALTER TABLE ONLY public.region_state
    ADD CONSTRAINT region_state_pkey PRIMARY KEY (region_key, state_key);

ALTER TABLE ONLY public.seed_state
    ADD CONSTRAINT seed_state_pkey PRIMARY KEY (is_only);

ALTER TABLE ONLY public.seeded
    ADD CONSTRAINT seeded_pkey PRIMARY KEY (kind, key);

ALTER TABLE ONLY public.state_agreement
    ADD CONSTRAINT state_agreement_key UNIQUE NULLS NOT DISTINCT (state_key, kind, organization_key);

ALTER TABLE ONLY public.state
    ADD CONSTRAINT state_pkey PRIMARY KEY (state_key);

ALTER TABLE ONLY public.strategy_effect
    ADD CONSTRAINT strategy_effect_effect_key_key UNIQUE (effect_key);

ALTER TABLE ONLY public.strategy_effect
    ADD CONSTRAINT strategy_effect_pkey PRIMARY KEY (strategy_effect_id);

ALTER TABLE ONLY public.strategy_node_concept
    ADD CONSTRAINT strategy_node_concept_pkey PRIMARY KEY (strategy_node_id, scheme, concept_key);

ALTER TABLE ONLY public.strategy_node
    ADD CONSTRAINT strategy_node_order UNIQUE (strategy_id, "position") DEFERRABLE;

ALTER TABLE ONLY public.strategy_node
    ADD CONSTRAINT strategy_node_pkey PRIMARY KEY (strategy_node_id);

ALTER TABLE ONLY public.strategy_node
    ADD CONSTRAINT strategy_node_strategy_node_key_key UNIQUE (strategy_node_key);

ALTER TABLE ONLY public.strategy
    ADD CONSTRAINT strategy_pkey PRIMARY KEY (strategy_id);

ALTER TABLE ONLY public.strategy_relation
    ADD CONSTRAINT strategy_relation_pkey PRIMARY KEY (strategy_id, target_key, relation);

ALTER TABLE ONLY public.strategy
    ADD CONSTRAINT strategy_strategy_key_key UNIQUE (strategy_key);

ALTER TABLE ONLY public.strategy_successor
    ADD CONSTRAINT strategy_successor_pkey PRIMARY KEY (strategy_id, successor_key);

ALTER TABLE ONLY public.strategy_theme
    ADD CONSTRAINT strategy_theme_pkey PRIMARY KEY (strategy_id, threat_key);

ALTER TABLE ONLY public.territory
    ADD CONSTRAINT territory_pkey PRIMARY KEY (territory_key);

ALTER TABLE ONLY public.treaty_status
    ADD CONSTRAINT treaty_status_pkey PRIMARY KEY (state_key, instrument_key);

ALTER TABLE ONLY public.working_group_session
    ADD CONSTRAINT working_group_session_pkey PRIMARY KEY (session_id);

ALTER TABLE ONLY public.working_group_session
    ADD CONSTRAINT working_group_session_session_key_key UNIQUE (session_key);

CREATE INDEX audit_entry_key_idx ON public.audit_entry USING btree (kind, key);

CREATE INDEX cell_statement_link_id_idx ON public.cell_statement USING btree (link_id);

CREATE INDEX cell_statement_objective_id_idx ON public.cell_statement USING btree (objective_id);

CREATE UNIQUE INDEX cell_statement_open_key ON public.cell_statement USING btree (kind, state_key, objective_id, side, link_id) NULLS NOT DISTINCT WHERE (outcome IS NULL);

CREATE INDEX evaluation_strategy_id_idx ON public.evaluation USING btree (strategy_id);

CREATE INDEX finding_state_key_idx ON public.finding USING btree (state_key);

CREATE INDEX flow_place_state_key_idx ON public.flow_place USING btree (state_key);

CREATE INDEX link_national_node_id_idx ON public.link USING btree (national_node_id);

CREATE INDEX link_objective_id_idx ON public.link USING btree (objective_id);

CREATE INDEX membership_state_key_idx ON public.membership USING btree (state_key);

CREATE UNIQUE INDEX need_match_standing_key ON public.need_match USING btree (need_id, assistance_activity_id) WHERE (status <> 'DECLINED'::text);

CREATE INDEX need_state_key_idx ON public.need USING btree (state_key);

CREATE UNIQUE INDEX record_statement_standing_key ON public.record_statement USING btree (state_key, subject, subject_key, visibility) WHERE (ended_on IS NULL);

CREATE INDEX record_statement_state_key_idx ON public.record_statement USING btree (state_key);

CREATE INDEX strategy_effect_strategy_id_idx ON public.strategy_effect USING btree (strategy_id);

CREATE INDEX strategy_node_concept_concept_idx ON public.strategy_node_concept USING btree (scheme, concept_key);

CREATE INDEX strategy_node_parent_id_idx ON public.strategy_node USING btree (parent_id);

CREATE INDEX strategy_node_search_idx ON public.strategy_node USING gin (search);

CREATE INDEX strategy_node_succeeds_key_idx ON public.strategy_node USING btree (succeeds_key);

CREATE INDEX strategy_organization_key_idx ON public.strategy USING btree (organization_key);

CREATE INDEX strategy_relation_target_key_idx ON public.strategy_relation USING btree (target_key);

CREATE INDEX strategy_search_idx ON public.strategy USING gin (search);

CREATE INDEX strategy_state_key_idx ON public.strategy USING btree (state_key);

CREATE INDEX strategy_succeeds_key_idx ON public.strategy USING btree (succeeds_key);

CREATE INDEX strategy_successor_successor_key_idx ON public.strategy_successor USING btree (successor_key);

CREATE TRIGGER assessment_organization_seeded_delete AFTER DELETE ON public.assessment_organization REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('assessment', 'a.assessment_key', 'join assessment a using (assessment_id)');

CREATE TRIGGER assessment_organization_seeded_insert AFTER INSERT ON public.assessment_organization REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('assessment', 'a.assessment_key', 'join assessment a using (assessment_id)');

CREATE TRIGGER assessment_organization_seeded_update AFTER UPDATE ON public.assessment_organization REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('assessment', 'a.assessment_key', 'join assessment a using (assessment_id)');

CREATE TRIGGER assessment_seeded_delete AFTER DELETE ON public.assessment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('assessment', 'c.assessment_key', '');

CREATE TRIGGER assessment_seeded_update AFTER UPDATE ON public.assessment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('assessment', 'c.assessment_key', '');

CREATE TRIGGER assessment_submitters BEFORE INSERT OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION public.keep_submitters();

CREATE TRIGGER assessment_threat_seeded_delete AFTER DELETE ON public.assessment_threat REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('assessment', 'a.assessment_key', 'join assessment a using (assessment_id)');

CREATE TRIGGER assessment_threat_seeded_insert AFTER INSERT ON public.assessment_threat REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('assessment', 'a.assessment_key', 'join assessment a using (assessment_id)');

CREATE TRIGGER assessment_threat_seeded_update AFTER UPDATE ON public.assessment_threat REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('assessment', 'a.assessment_key', 'join assessment a using (assessment_id)');

CREATE TRIGGER assistance_activity_budget_seeded_delete AFTER DELETE ON public.assistance_activity_budget REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_budget_seeded_insert AFTER INSERT ON public.assistance_activity_budget REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_budget_seeded_update AFTER UPDATE ON public.assistance_activity_budget REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_code_seeded_delete AFTER DELETE ON public.assistance_activity_code REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_code_seeded_insert AFTER INSERT ON public.assistance_activity_code REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_code_seeded_update AFTER UPDATE ON public.assistance_activity_code REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_concept_seeded_delete AFTER DELETE ON public.assistance_activity_concept REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_concept_seeded_insert AFTER INSERT ON public.assistance_activity_concept REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_concept_seeded_update AFTER UPDATE ON public.assistance_activity_concept REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_parts_inserted AFTER INSERT ON public.assistance_activity FOR EACH ROW WHEN ((num_nonnulls(new.provider, new.funder, new.budget) > 0)) EXECUTE FUNCTION public.split_activity();

CREATE TRIGGER assistance_activity_parts_updated AFTER UPDATE OF provider, funder, budget, currency ON public.assistance_activity FOR EACH ROW WHEN (((((old.provider IS DISTINCT FROM new.provider) OR (old.funder IS DISTINCT FROM new.funder)) OR (old.budget IS DISTINCT FROM new.budget)) OR (old.currency IS DISTINCT FROM new.currency))) EXECUTE FUNCTION public.split_activity();

CREATE TRIGGER assistance_activity_party_seeded_delete AFTER DELETE ON public.assistance_activity_party REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_party_seeded_insert AFTER INSERT ON public.assistance_activity_party REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_party_seeded_update AFTER UPDATE ON public.assistance_activity_party REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_recipient_seeded_delete AFTER DELETE ON public.assistance_activity_recipient REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_recipient_seeded_insert AFTER INSERT ON public.assistance_activity_recipient REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_recipient_seeded_update AFTER UPDATE ON public.assistance_activity_recipient REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'a.activity_key', 'join assistance_activity a using (assistance_activity_id)');

CREATE TRIGGER assistance_activity_seeded_delete AFTER DELETE ON public.assistance_activity REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'c.activity_key', '');

CREATE TRIGGER assistance_activity_seeded_update AFTER UPDATE ON public.assistance_activity REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('activity', 'c.activity_key', '');

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_entry_chain BEFORE INSERT ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.chain_audit_entry();

CREATE TRIGGER audit_entry_head AFTER INSERT ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.note_audit_head();

CREATE TRIGGER concept_seeded_delete AFTER DELETE ON public.concept REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('concept', 'c.scheme || ''/'' || c.concept_key', '');

CREATE TRIGGER concept_seeded_update AFTER UPDATE ON public.concept REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('concept', 'c.scheme || ''/'' || c.concept_key', '');

CREATE TRIGGER external_code_seeded_delete AFTER DELETE ON public.external_code REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('external_code', 'c.system || ''/'' || c.code', '');

CREATE TRIGGER external_code_seeded_update AFTER UPDATE ON public.external_code REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('external_code', 'c.system || ''/'' || c.code', '');

CREATE TRIGGER finding_seeded_delete AFTER DELETE ON public.finding REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('finding', 'a.assessment_key || ''/'' || c.state_key || ''/'' || c.threat_key', 'join assessment a using (assessment_id)');

CREATE TRIGGER finding_seeded_update AFTER UPDATE ON public.finding REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('finding', 'a.assessment_key || ''/'' || c.state_key || ''/'' || c.threat_key', 'join assessment a using (assessment_id)');

CREATE TRIGGER flow_place_seeded_delete AFTER DELETE ON public.flow_place REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('flow', 'f.flow_key', 'join flow f using (flow_id)');

CREATE TRIGGER flow_place_seeded_insert AFTER INSERT ON public.flow_place REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('flow', 'f.flow_key', 'join flow f using (flow_id)');

CREATE TRIGGER flow_place_seeded_update AFTER UPDATE ON public.flow_place REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('flow', 'f.flow_key', 'join flow f using (flow_id)');

CREATE TRIGGER flow_seeded_delete AFTER DELETE ON public.flow REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('flow', 'c.flow_key', '');

CREATE TRIGGER flow_seeded_update AFTER UPDATE ON public.flow REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('flow', 'c.flow_key', '');

CREATE TRIGGER instrument_seeded_delete AFTER DELETE ON public.instrument REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('instrument', 'c.instrument_key', '');

CREATE TRIGGER instrument_seeded_update AFTER UPDATE ON public.instrument REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('instrument', 'c.instrument_key', '');

CREATE TRIGGER link_clearance_submission BEFORE INSERT OR UPDATE OF decided_by, decision ON public.link_clearance FOR EACH ROW EXECUTE FUNCTION public.set_clearance_submission();

CREATE TRIGGER link_clearances_dropped BEFORE UPDATE OF status ON public.link FOR EACH ROW EXECUTE FUNCTION public.drop_link_clearances();

CREATE TRIGGER link_parties BEFORE INSERT OR UPDATE OF national_strategy_id, objective_id ON public.link FOR EACH ROW EXECUTE FUNCTION public.set_link_parties();

CREATE TRIGGER link_seeded_delete AFTER DELETE ON public.link REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('link', 'coalesce(n.strategy_node_key, s.strategy_key) || ''/'' || o.strategy_node_key', 'join strategy s on s.strategy_id = c.national_strategy_id left join strategy_node n on n.strategy_node_id = c.national_node_id join strategy_node o on o.strategy_node_id = c.objective_id');

CREATE TRIGGER link_seeded_update AFTER UPDATE ON public.link REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('link', 'coalesce(n.strategy_node_key, s.strategy_key) || ''/'' || o.strategy_node_key', 'join strategy s on s.strategy_id = c.national_strategy_id left join strategy_node n on n.strategy_node_id = c.national_node_id join strategy_node o on o.strategy_node_id = c.objective_id');

CREATE TRIGGER membership_seeded_delete AFTER DELETE ON public.membership REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('membership', 'c.organization_key || ''/'' || coalesce(c.state_key, c.territory_key) || ''/'' || c.from_year', '');

CREATE TRIGGER membership_seeded_update AFTER UPDATE ON public.membership REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('membership', 'c.organization_key || ''/'' || coalesce(c.state_key, c.territory_key) || ''/'' || c.from_year', '');

CREATE TRIGGER organization_seeded_delete AFTER DELETE ON public.organization REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('organization', 'c.organization_key', '');

CREATE TRIGGER organization_seeded_update AFTER UPDATE ON public.organization REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('organization', 'c.organization_key', '');

CREATE TRIGGER provision_threat_seeded_delete AFTER DELETE ON public.provision_threat REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('concept', '''PROVISION/'' || c.provision_key', '');

CREATE TRIGGER provision_threat_seeded_insert AFTER INSERT ON public.provision_threat REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('concept', '''PROVISION/'' || c.provision_key', '');

CREATE TRIGGER provision_threat_seeded_update AFTER UPDATE ON public.provision_threat REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('concept', '''PROVISION/'' || c.provision_key', '');

CREATE TRIGGER region_seeded_delete AFTER DELETE ON public.region REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('region', 'c.region_key', '');

CREATE TRIGGER region_seeded_update AFTER UPDATE ON public.region REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('region', 'c.region_key', '');

CREATE TRIGGER region_state_seeded_delete AFTER DELETE ON public.region_state REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('region', 'c.region_key', '');

CREATE TRIGGER region_state_seeded_insert AFTER INSERT ON public.region_state REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('region', 'c.region_key', '');

CREATE TRIGGER region_state_seeded_update AFTER UPDATE ON public.region_state REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('region', 'c.region_key', '');

CREATE TRIGGER state_seeded_delete AFTER DELETE ON public.state REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('state', 'c.state_key', '');

CREATE TRIGGER state_seeded_update AFTER UPDATE ON public.state REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('state', 'c.state_key', '');

CREATE TRIGGER strategy_node_added AFTER INSERT ON public.strategy_node REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_stale_plans();

CREATE TRIGGER strategy_node_concept_seeded_delete AFTER DELETE ON public.strategy_node_concept REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy_node n using (strategy_node_id) join strategy s using (strategy_id)');

CREATE TRIGGER strategy_node_concept_seeded_insert AFTER INSERT ON public.strategy_node_concept REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy_node n using (strategy_node_id) join strategy s using (strategy_id)');

CREATE TRIGGER strategy_node_concept_seeded_update AFTER UPDATE ON public.strategy_node_concept REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy_node n using (strategy_node_id) join strategy s using (strategy_id)');

CREATE TRIGGER strategy_node_removed AFTER DELETE ON public.strategy_node REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_stale_plans();

CREATE TRIGGER strategy_node_seeded_delete AFTER DELETE ON public.strategy_node REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_node_seeded_insert AFTER INSERT ON public.strategy_node REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_node_seeded_update AFTER UPDATE ON public.strategy_node REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_node_stale AFTER UPDATE ON public.strategy_node REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION public.mark_stale_nodes();

CREATE TRIGGER strategy_relation_seeded_delete AFTER DELETE ON public.strategy_relation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_relation_seeded_insert AFTER INSERT ON public.strategy_relation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_relation_seeded_update AFTER UPDATE ON public.strategy_relation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_seeded_delete AFTER DELETE ON public.strategy REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 'c.strategy_key', '');

CREATE TRIGGER strategy_seeded_update AFTER UPDATE ON public.strategy REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 'c.strategy_key', '');

CREATE TRIGGER strategy_submitters BEFORE INSERT OR UPDATE ON public.strategy FOR EACH ROW EXECUTE FUNCTION public.keep_submitters();

CREATE TRIGGER strategy_successor_seeded_delete AFTER DELETE ON public.strategy_successor REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_successor_seeded_insert AFTER INSERT ON public.strategy_successor REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_successor_seeded_update AFTER UPDATE ON public.strategy_successor REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_theme_seeded_delete AFTER DELETE ON public.strategy_theme REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_theme_seeded_insert AFTER INSERT ON public.strategy_theme REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER strategy_theme_seeded_update AFTER UPDATE ON public.strategy_theme REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('strategy', 's.strategy_key', 'join strategy s using (strategy_id)');

CREATE TRIGGER territory_seeded_delete AFTER DELETE ON public.territory REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('territory', 'c.territory_key', '');

CREATE TRIGGER territory_seeded_update AFTER UPDATE ON public.territory REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('territory', 'c.territory_key', '');

CREATE TRIGGER treaty_status_seeded_delete AFTER DELETE ON public.treaty_status REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('treaty_status', 'c.state_key || ''/'' || c.instrument_key', '');

CREATE TRIGGER treaty_status_seeded_update AFTER UPDATE ON public.treaty_status REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_seeded('treaty_status', 'c.state_key || ''/'' || c.instrument_key', '');

CREATE TRIGGER working_group_session_frozen BEFORE UPDATE OF frozen, frozen_on ON public.working_group_session FOR EACH ROW WHEN ((old.frozen IS NOT NULL)) EXECUTE FUNCTION public.keep_frozen();

ALTER TABLE ONLY public.assessment_organization
    ADD CONSTRAINT assessment_organization_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES public.assessment(assessment_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_organization_key_fkey FOREIGN KEY (organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.assessment_organization
    ADD CONSTRAINT assessment_organization_organization_key_fkey FOREIGN KEY (organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.assessment_threat
    ADD CONSTRAINT assessment_threat_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES public.assessment(assessment_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.assessment_threat
    ADD CONSTRAINT assessment_threat_threat_fkey FOREIGN KEY (threat_scheme, threat_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_budget
    ADD CONSTRAINT assistance_activity_budget_assistance_activity_id_fkey FOREIGN KEY (assistance_activity_id) REFERENCES public.assistance_activity(assistance_activity_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_code
    ADD CONSTRAINT assistance_activity_code_assistance_activity_id_fkey FOREIGN KEY (assistance_activity_id) REFERENCES public.assistance_activity(assistance_activity_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_code
    ADD CONSTRAINT assistance_activity_code_fkey FOREIGN KEY (system, code) REFERENCES public.external_code(system, code) DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_concept
    ADD CONSTRAINT assistance_activity_concept_assistance_activity_id_fkey FOREIGN KEY (assistance_activity_id) REFERENCES public.assistance_activity(assistance_activity_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_concept
    ADD CONSTRAINT assistance_activity_concept_fkey FOREIGN KEY (scheme, concept_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_party
    ADD CONSTRAINT assistance_activity_party_assistance_activity_id_fkey FOREIGN KEY (assistance_activity_id) REFERENCES public.assistance_activity(assistance_activity_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_recipient
    ADD CONSTRAINT assistance_activity_recipient_assistance_activity_id_fkey FOREIGN KEY (assistance_activity_id) REFERENCES public.assistance_activity(assistance_activity_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_recipient
    ADD CONSTRAINT assistance_activity_recipient_region_key_fkey FOREIGN KEY (region_key) REFERENCES public.region(region_key) DEFERRABLE;

ALTER TABLE ONLY public.assistance_activity_recipient
    ADD CONSTRAINT assistance_activity_recipient_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.cell_statement
    ADD CONSTRAINT cell_statement_link_id_fkey FOREIGN KEY (link_id) REFERENCES public.link(link_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.cell_statement
    ADD CONSTRAINT cell_statement_objective_id_fkey FOREIGN KEY (objective_id) REFERENCES public.strategy_node(strategy_node_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.cell_statement
    ADD CONSTRAINT cell_statement_organization_key_fkey FOREIGN KEY (organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.cell_statement
    ADD CONSTRAINT cell_statement_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.concept
    ADD CONSTRAINT concept_instrument_key_fkey FOREIGN KEY (instrument_key) REFERENCES public.instrument(instrument_key) DEFERRABLE;

ALTER TABLE ONLY public.concept
    ADD CONSTRAINT concept_parent_fkey FOREIGN KEY (scheme, parent_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.evaluation
    ADD CONSTRAINT evaluation_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategy(strategy_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.external_code
    ADD CONSTRAINT external_code_concept_fkey FOREIGN KEY (scheme, concept_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES public.assessment(assessment_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_threat_fkey FOREIGN KEY (threat_scheme, threat_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.flow_place
    ADD CONSTRAINT flow_place_flow_id_fkey FOREIGN KEY (flow_id) REFERENCES public.flow(flow_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.flow_place
    ADD CONSTRAINT flow_place_region_key_fkey FOREIGN KEY (region_key) REFERENCES public.region(region_key) DEFERRABLE;

ALTER TABLE ONLY public.flow_place
    ADD CONSTRAINT flow_place_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.flow_place
    ADD CONSTRAINT flow_place_territory_key_fkey FOREIGN KEY (territory_key) REFERENCES public.territory(territory_key) DEFERRABLE;

ALTER TABLE ONLY public.flow
    ADD CONSTRAINT flow_threat_fkey FOREIGN KEY (threat_scheme, threat_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.indicator_detail
    ADD CONSTRAINT indicator_detail_strategy_node_id_fkey FOREIGN KEY (strategy_node_id) REFERENCES public.strategy_node(strategy_node_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.indicator_value
    ADD CONSTRAINT indicator_value_strategy_node_id_fkey FOREIGN KEY (strategy_node_id) REFERENCES public.strategy_node(strategy_node_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.link_clearance
    ADD CONSTRAINT link_clearance_link_id_fkey FOREIGN KEY (link_id) REFERENCES public.link(link_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.link_clearance
    ADD CONSTRAINT link_clearance_submission_fkey FOREIGN KEY (link_id, submitted_by) REFERENCES public.link(link_id, submitted_by) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_national_node_id_fkey FOREIGN KEY (national_node_id) REFERENCES public.strategy_node(strategy_node_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_national_strategy_id_fkey FOREIGN KEY (national_strategy_id) REFERENCES public.strategy(strategy_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_objective_id_fkey FOREIGN KEY (objective_id) REFERENCES public.strategy_node(strategy_node_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_organization_key_fkey FOREIGN KEY (organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.measure_report
    ADD CONSTRAINT measure_report_strategy_node_id_fkey FOREIGN KEY (strategy_node_id) REFERENCES public.strategy_node(strategy_node_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_organization_key_fkey FOREIGN KEY (organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_territory_key_fkey FOREIGN KEY (territory_key) REFERENCES public.territory(territory_key) DEFERRABLE;

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_element_fkey FOREIGN KEY (element_scheme, element_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.need_match
    ADD CONSTRAINT need_match_assistance_activity_id_fkey FOREIGN KEY (assistance_activity_id) REFERENCES public.assistance_activity(assistance_activity_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.need_match
    ADD CONSTRAINT need_match_need_id_fkey FOREIGN KEY (need_id) REFERENCES public.need(need_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_objective_id_fkey FOREIGN KEY (objective_id) REFERENCES public.strategy_node(strategy_node_id) ON DELETE SET NULL DEFERRABLE;

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_provision_fkey FOREIGN KEY (provision_scheme, provision_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_recorder_organization_key_fkey FOREIGN KEY (recorder_organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.need_stage
    ADD CONSTRAINT need_stage_by_organization_key_fkey FOREIGN KEY (by_organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.need_stage
    ADD CONSTRAINT need_stage_by_state_key_fkey FOREIGN KEY (by_state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.need_stage
    ADD CONSTRAINT need_stage_need_id_fkey FOREIGN KEY (need_id) REFERENCES public.need(need_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_threat_fkey FOREIGN KEY (threat_scheme, threat_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_seat_state_key_fkey FOREIGN KEY (seat_state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.provision_threat
    ADD CONSTRAINT provision_threat_provision_fkey FOREIGN KEY (provision_scheme, provision_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.provision_threat
    ADD CONSTRAINT provision_threat_threat_fkey FOREIGN KEY (threat_scheme, threat_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.recommendation_need
    ADD CONSTRAINT recommendation_need_need_id_fkey FOREIGN KEY (need_id) REFERENCES public.need(need_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.recommendation_need
    ADD CONSTRAINT recommendation_need_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES public.recommendation(recommendation_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.recommendation_outcome
    ADD CONSTRAINT recommendation_outcome_carried_to_id_fkey FOREIGN KEY (carried_to_id) REFERENCES public.working_group_session(session_id) ON DELETE SET NULL DEFERRABLE;

ALTER TABLE ONLY public.recommendation_outcome
    ADD CONSTRAINT recommendation_outcome_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES public.recommendation(recommendation_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.recommendation
    ADD CONSTRAINT recommendation_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.working_group_session(session_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.record_statement
    ADD CONSTRAINT record_statement_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.region_state
    ADD CONSTRAINT region_state_region_key_fkey FOREIGN KEY (region_key) REFERENCES public.region(region_key) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.region_state
    ADD CONSTRAINT region_state_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.state_agreement
    ADD CONSTRAINT state_agreement_organization_key_fkey FOREIGN KEY (organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.state_agreement
    ADD CONSTRAINT state_agreement_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.strategy_effect
    ADD CONSTRAINT strategy_effect_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategy(strategy_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.strategy_node_concept
    ADD CONSTRAINT strategy_node_concept_concept_fkey FOREIGN KEY (scheme, concept_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.strategy_node_concept
    ADD CONSTRAINT strategy_node_concept_strategy_node_id_fkey FOREIGN KEY (strategy_node_id) REFERENCES public.strategy_node(strategy_node_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.strategy_node
    ADD CONSTRAINT strategy_node_parent_fkey FOREIGN KEY (parent_id) REFERENCES public.strategy_node(strategy_node_id) DEFERRABLE;

ALTER TABLE ONLY public.strategy_node
    ADD CONSTRAINT strategy_node_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategy(strategy_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.strategy
    ADD CONSTRAINT strategy_organization_key_fkey FOREIGN KEY (organization_key) REFERENCES public.organization(organization_key) DEFERRABLE;

ALTER TABLE ONLY public.strategy_relation
    ADD CONSTRAINT strategy_relation_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategy(strategy_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.strategy
    ADD CONSTRAINT strategy_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE ONLY public.strategy_successor
    ADD CONSTRAINT strategy_successor_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategy(strategy_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.strategy_theme
    ADD CONSTRAINT strategy_theme_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategy(strategy_id) ON DELETE CASCADE DEFERRABLE;

ALTER TABLE ONLY public.strategy_theme
    ADD CONSTRAINT strategy_theme_threat_fkey FOREIGN KEY (threat_scheme, threat_key) REFERENCES public.concept(scheme, concept_key) DEFERRABLE;

ALTER TABLE ONLY public.treaty_status
    ADD CONSTRAINT treaty_status_instrument_key_fkey FOREIGN KEY (instrument_key) REFERENCES public.instrument(instrument_key) DEFERRABLE;

ALTER TABLE ONLY public.treaty_status
    ADD CONSTRAINT treaty_status_state_key_fkey FOREIGN KEY (state_key) REFERENCES public.state(state_key) DEFERRABLE;

ALTER TABLE public.assessment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.assessment_organization ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_organization_read ON public.assessment_organization FOR SELECT USING ((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment)));

CREATE POLICY assessment_organization_write ON public.assessment_organization USING ((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment
  WHERE public.is_editor_of(assessment.state_key, assessment.organization_key, public.current_viewer())))) WITH CHECK (((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment
  WHERE public.is_editor_of(assessment.state_key, assessment.organization_key, public.current_viewer()))) AND true));

CREATE POLICY assessment_read ON public.assessment FOR SELECT USING (public.visible_assessment(assessment.*, public.current_viewer()));

ALTER TABLE public.assessment_threat ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_threat_read ON public.assessment_threat FOR SELECT USING ((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment)));

CREATE POLICY assessment_threat_write ON public.assessment_threat USING ((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment
  WHERE public.is_editor_of(assessment.state_key, assessment.organization_key, public.current_viewer())))) WITH CHECK (((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment
  WHERE public.is_editor_of(assessment.state_key, assessment.organization_key, public.current_viewer()))) AND true));

CREATE POLICY assessment_write ON public.assessment USING (public.is_editor_of(state_key, organization_key, public.current_viewer())) WITH CHECK ((public.is_editor_of(state_key, organization_key, public.current_viewer()) AND (submitted_by IS NOT NULL)));

ALTER TABLE public.assistance_activity ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.assistance_activity_budget ENABLE ROW LEVEL SECURITY;

CREATE POLICY assistance_activity_budget_read ON public.assistance_activity_budget FOR SELECT USING ((assistance_activity_id IN ( SELECT assistance_activity.assistance_activity_id
   FROM public.assistance_activity)));

CREATE POLICY assistance_activity_budget_write ON public.assistance_activity_budget USING (((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text])));

ALTER TABLE public.assistance_activity_code ENABLE ROW LEVEL SECURITY;

CREATE POLICY assistance_activity_code_read ON public.assistance_activity_code FOR SELECT USING ((assistance_activity_id IN ( SELECT assistance_activity.assistance_activity_id
   FROM public.assistance_activity)));

CREATE POLICY assistance_activity_code_write ON public.assistance_activity_code USING (((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text]))) WITH CHECK ((((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text])) AND true));

ALTER TABLE public.assistance_activity_concept ENABLE ROW LEVEL SECURITY;

CREATE POLICY assistance_activity_concept_read ON public.assistance_activity_concept FOR SELECT USING ((assistance_activity_id IN ( SELECT assistance_activity.assistance_activity_id
   FROM public.assistance_activity)));

CREATE POLICY assistance_activity_concept_write ON public.assistance_activity_concept USING (((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text])));

ALTER TABLE public.assistance_activity_party ENABLE ROW LEVEL SECURITY;

CREATE POLICY assistance_activity_party_read ON public.assistance_activity_party FOR SELECT USING ((assistance_activity_id IN ( SELECT assistance_activity.assistance_activity_id
   FROM public.assistance_activity)));

CREATE POLICY assistance_activity_party_write ON public.assistance_activity_party USING (((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text])));

CREATE POLICY assistance_activity_read ON public.assistance_activity FOR SELECT USING (public.visible_assistance_activity(assistance_activity.*, public.current_viewer()));

ALTER TABLE public.assistance_activity_recipient ENABLE ROW LEVEL SECURITY;

CREATE POLICY assistance_activity_recipient_read ON public.assistance_activity_recipient FOR SELECT USING ((assistance_activity_id IN ( SELECT assistance_activity.assistance_activity_id
   FROM public.assistance_activity)));

CREATE POLICY assistance_activity_recipient_write ON public.assistance_activity_recipient USING (((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text]))) WITH CHECK ((((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text])) AND true));

ALTER TABLE public.assistance_activity_staging ENABLE ROW LEVEL SECURITY;

CREATE POLICY assistance_activity_staging_keep ON public.assistance_activity_staging USING (public.visible_assistance_activity_staging(assistance_activity_staging.*, public.current_viewer()));

COMMENT ON POLICY assistance_activity_staging_keep ON public.assistance_activity_staging IS 'Who may read a row may write it: those who keep the register.';

CREATE POLICY assistance_activity_write ON public.assistance_activity USING (((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text]))) WITH CHECK ((((public.current_viewer()).role = ANY (ARRAY['ADMIN'::text, 'SECRETARIAT'::text])) AND true));

ALTER TABLE public.audit_entry ENABLE ROW LEVEL SECURITY;

CREATE POLICY audit_entry_read ON public.audit_entry FOR SELECT USING (public.visible_audit_entry(audit_entry.*, public.current_viewer()));

CREATE POLICY audit_entry_write ON public.audit_entry FOR INSERT WITH CHECK (((role = (public.current_viewer()).role) AND (NOT (by_state_key IS DISTINCT FROM NULLIF((public.current_viewer()).state_key, ''::text))) AND (NOT (by_organization_key IS DISTINCT FROM NULLIF((public.current_viewer()).organization_key, ''::text)))));

ALTER TABLE public.audit_head ENABLE ROW LEVEL SECURITY;

CREATE POLICY audit_head_read ON public.audit_head FOR SELECT USING (false);

CREATE POLICY audit_head_write ON public.audit_head USING (false) WITH CHECK ((false AND true));

ALTER TABLE public.cell_statement ENABLE ROW LEVEL SECURITY;

CREATE POLICY cell_statement_read ON public.cell_statement FOR SELECT USING (public.visible_cell_statement(cell_statement.*, public.current_viewer()));

CREATE POLICY cell_statement_write ON public.cell_statement USING ((public.is_editor_of(state_key, organization_key, public.current_viewer()) AND public.visible_cell_statement(cell_statement.*, public.current_viewer()))) WITH CHECK ((public.is_editor_of(state_key, organization_key, public.current_viewer()) AND public.visible_cell_statement(cell_statement.*, public.current_viewer()) AND true));

ALTER TABLE public.concept ENABLE ROW LEVEL SECURITY;

CREATE POLICY concept_read ON public.concept FOR SELECT USING (true);

CREATE POLICY concept_write ON public.concept USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.evaluation ENABLE ROW LEVEL SECURITY;

CREATE POLICY evaluation_read ON public.evaluation FOR SELECT USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)));

CREATE POLICY evaluation_write ON public.evaluation USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer())))) WITH CHECK ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer()))));

ALTER TABLE public.external_code ENABLE ROW LEVEL SECURITY;

CREATE POLICY external_code_read ON public.external_code FOR SELECT USING (true);

CREATE POLICY external_code_write ON public.external_code USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.finding ENABLE ROW LEVEL SECURITY;

CREATE POLICY finding_read ON public.finding FOR SELECT USING ((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment)));

CREATE POLICY finding_write ON public.finding USING ((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment
  WHERE public.is_editor_of(assessment.state_key, assessment.organization_key, public.current_viewer())))) WITH CHECK (((assessment_id IN ( SELECT assessment.assessment_id
   FROM public.assessment
  WHERE public.is_editor_of(assessment.state_key, assessment.organization_key, public.current_viewer()))) AND true));

ALTER TABLE public.flow ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.flow_place ENABLE ROW LEVEL SECURITY;

CREATE POLICY flow_place_read ON public.flow_place FOR SELECT USING (true);

CREATE POLICY flow_place_write ON public.flow_place USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

CREATE POLICY flow_read ON public.flow FOR SELECT USING (true);

CREATE POLICY flow_write ON public.flow USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.indicator_detail ENABLE ROW LEVEL SECURITY;

CREATE POLICY indicator_detail_read ON public.indicator_detail FOR SELECT USING ((strategy_node_id IN ( SELECT strategy_node.strategy_node_id
   FROM public.strategy_node)));

CREATE POLICY indicator_detail_write ON public.indicator_detail USING ((strategy_node_id IN ( SELECT n.strategy_node_id
   FROM (public.strategy_node n
     JOIN public.strategy s USING (strategy_id))
  WHERE public.is_editor_of(s.state_key, s.organization_key, public.current_viewer())))) WITH CHECK ((strategy_node_id IN ( SELECT n.strategy_node_id
   FROM (public.strategy_node n
     JOIN public.strategy s USING (strategy_id))
  WHERE public.is_editor_of(s.state_key, s.organization_key, public.current_viewer()))));

ALTER TABLE public.indicator_value ENABLE ROW LEVEL SECURITY;

CREATE POLICY indicator_value_read ON public.indicator_value FOR SELECT USING ((strategy_node_id IN ( SELECT strategy_node.strategy_node_id
   FROM public.strategy_node)));

CREATE POLICY indicator_value_write ON public.indicator_value USING ((strategy_node_id IN ( SELECT n.strategy_node_id
   FROM (public.strategy_node n
     JOIN public.strategy s USING (strategy_id))
  WHERE public.is_editor_of(s.state_key, s.organization_key, public.current_viewer())))) WITH CHECK ((strategy_node_id IN ( SELECT n.strategy_node_id
   FROM (public.strategy_node n
     JOIN public.strategy s USING (strategy_id))
  WHERE public.is_editor_of(s.state_key, s.organization_key, public.current_viewer()))));

ALTER TABLE public.instrument ENABLE ROW LEVEL SECURITY;

CREATE POLICY instrument_read ON public.instrument FOR SELECT USING (true);

CREATE POLICY instrument_write ON public.instrument USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.link_clearance ENABLE ROW LEVEL SECURITY;

CREATE POLICY link_clearance_read ON public.link_clearance FOR SELECT USING ((link_id IN ( SELECT link.link_id
   FROM public.link)));

CREATE POLICY link_clearance_write ON public.link_clearance USING ((link_id IN ( SELECT link.link_id
   FROM public.link
  WHERE public.is_approver_of(
        CASE link_clearance.side
            WHEN 'STATE'::text THEN link.state_key
            ELSE NULL::text
        END,
        CASE link_clearance.side
            WHEN 'OWNER'::text THEN link.organization_key
            ELSE NULL::text
        END, public.current_viewer())))) WITH CHECK (((link_id IN ( SELECT link.link_id
   FROM public.link
  WHERE public.is_approver_of(
        CASE link_clearance.side
            WHEN 'STATE'::text THEN link.state_key
            ELSE NULL::text
        END,
        CASE link_clearance.side
            WHEN 'OWNER'::text THEN link.organization_key
            ELSE NULL::text
        END, public.current_viewer()))) AND true));

CREATE POLICY link_read ON public.link FOR SELECT USING ((public.visible_link(link.*, public.current_viewer()) AND (national_strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)) AND (objective_id IN ( SELECT strategy_node.strategy_node_id
   FROM public.strategy_node))));

CREATE POLICY link_write ON public.link USING ((public.is_editor_of(state_key, organization_key, public.current_viewer()) AND (national_strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)) AND (objective_id IN ( SELECT strategy_node.strategy_node_id
   FROM public.strategy_node)))) WITH CHECK ((public.is_editor_of(state_key, organization_key, public.current_viewer()) AND (national_strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)) AND (objective_id IN ( SELECT strategy_node.strategy_node_id
   FROM public.strategy_node)) AND true));

ALTER TABLE public.measure_report ENABLE ROW LEVEL SECURITY;

CREATE POLICY measure_report_read ON public.measure_report FOR SELECT USING ((strategy_node_id IN ( SELECT strategy_node.strategy_node_id
   FROM public.strategy_node)));

CREATE POLICY measure_report_write ON public.measure_report USING ((strategy_node_id IN ( SELECT n.strategy_node_id
   FROM (public.strategy_node n
     JOIN public.strategy s USING (strategy_id))
  WHERE public.is_editor_of(s.state_key, s.organization_key, public.current_viewer())))) WITH CHECK ((strategy_node_id IN ( SELECT n.strategy_node_id
   FROM (public.strategy_node n
     JOIN public.strategy s USING (strategy_id))
  WHERE public.is_editor_of(s.state_key, s.organization_key, public.current_viewer()))));

ALTER TABLE public.membership ENABLE ROW LEVEL SECURITY;

CREATE POLICY membership_read ON public.membership FOR SELECT USING (true);

CREATE POLICY membership_write ON public.membership USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.need ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.need_match ENABLE ROW LEVEL SECURITY;

CREATE POLICY need_match_read ON public.need_match FOR SELECT USING (public.visible_need_match(need_match.*, public.current_viewer()));

CREATE POLICY need_match_write ON public.need_match USING ((need_id IN ( SELECT need.need_id
   FROM public.need
  WHERE (((public.current_viewer()).role = 'SECRETARIAT'::text) OR public.is_approver_of(need.state_key, NULL::text, public.current_viewer()))))) WITH CHECK ((need_id IN ( SELECT need.need_id
   FROM public.need
  WHERE (((public.current_viewer()).role = 'SECRETARIAT'::text) OR public.is_approver_of(need.state_key, NULL::text, public.current_viewer())))));

CREATE POLICY need_read ON public.need FOR SELECT USING (public.visible_need(need.*, public.current_viewer()));

ALTER TABLE public.need_stage ENABLE ROW LEVEL SECURITY;

CREATE POLICY need_stage_read ON public.need_stage FOR SELECT USING ((need_id IN ( SELECT need.need_id
   FROM public.need)));

CREATE POLICY need_stage_write ON public.need_stage USING ((need_id IN ( SELECT need.need_id
   FROM public.need
  WHERE public.is_keeper_of(need.*, public.current_viewer())))) WITH CHECK ((need_id IN ( SELECT need.need_id
   FROM public.need
  WHERE public.is_keeper_of(need.*, public.current_viewer()))));

CREATE POLICY need_write ON public.need USING (public.is_keeper_of(need.*, public.current_viewer())) WITH CHECK (public.is_keeper_of(need.*, public.current_viewer()));

ALTER TABLE public.organization ENABLE ROW LEVEL SECURITY;

CREATE POLICY organization_read ON public.organization FOR SELECT USING (true);

CREATE POLICY organization_write ON public.organization USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.provision_threat ENABLE ROW LEVEL SECURITY;

CREATE POLICY provision_threat_read ON public.provision_threat FOR SELECT USING (true);

CREATE POLICY provision_threat_write ON public.provision_threat USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.recommendation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.recommendation_need ENABLE ROW LEVEL SECURITY;

CREATE POLICY recommendation_need_read ON public.recommendation_need FOR SELECT USING ((need_id IN ( SELECT need.need_id
   FROM public.need)));

CREATE POLICY recommendation_need_write ON public.recommendation_need USING ((((public.current_viewer()).role = 'SECRETARIAT'::text) AND (need_id IN ( SELECT need.need_id
   FROM public.need)))) WITH CHECK ((((public.current_viewer()).role = 'SECRETARIAT'::text) AND (need_id IN ( SELECT need.need_id
   FROM public.need))));

ALTER TABLE public.recommendation_outcome ENABLE ROW LEVEL SECURITY;

CREATE POLICY recommendation_outcome_read ON public.recommendation_outcome FOR SELECT USING (true);

CREATE POLICY recommendation_outcome_write ON public.recommendation_outcome USING (((public.current_viewer()).role = 'SECRETARIAT'::text)) WITH CHECK (((public.current_viewer()).role = 'SECRETARIAT'::text));

CREATE POLICY recommendation_read ON public.recommendation FOR SELECT USING (true);

CREATE POLICY recommendation_write ON public.recommendation USING (((public.current_viewer()).role = 'SECRETARIAT'::text)) WITH CHECK (((public.current_viewer()).role = 'SECRETARIAT'::text));

ALTER TABLE public.record_statement ENABLE ROW LEVEL SECURITY;

CREATE POLICY record_statement_read ON public.record_statement FOR SELECT USING (public.visible_record_statement(record_statement.*, public.current_viewer()));

CREATE POLICY record_statement_write ON public.record_statement USING (public.is_editor_of(state_key, NULL::text, public.current_viewer())) WITH CHECK (public.is_editor_of(state_key, NULL::text, public.current_viewer()));

ALTER TABLE public.region ENABLE ROW LEVEL SECURITY;

CREATE POLICY region_read ON public.region FOR SELECT USING (true);

ALTER TABLE public.region_state ENABLE ROW LEVEL SECURITY;

CREATE POLICY region_state_read ON public.region_state FOR SELECT USING (true);

CREATE POLICY region_state_write ON public.region_state USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

CREATE POLICY region_write ON public.region USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.seed_state ENABLE ROW LEVEL SECURITY;

CREATE POLICY seed_state_read ON public.seed_state FOR SELECT USING (true);

CREATE POLICY seed_state_write ON public.seed_state USING (false) WITH CHECK ((false AND true));

ALTER TABLE public.seeded ENABLE ROW LEVEL SECURITY;

CREATE POLICY seeded_read ON public.seeded FOR SELECT USING (false);

CREATE POLICY seeded_write ON public.seeded USING (false) WITH CHECK ((false AND true));

ALTER TABLE public.state ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.state_agreement ENABLE ROW LEVEL SECURITY;

CREATE POLICY state_agreement_read ON public.state_agreement FOR SELECT USING (public.visible_state_agreement(state_agreement.*, public.current_viewer()));

CREATE POLICY state_agreement_write ON public.state_agreement USING (public.is_editor_of(state_key, NULL::text, public.current_viewer())) WITH CHECK ((public.is_editor_of(state_key, NULL::text, public.current_viewer()) AND true));

CREATE POLICY state_made_up ON public.state FOR INSERT WITH CHECK (((state_key ~ '^X[A-J][A-Z]$'::text) AND public.is_editor_of(state_key, NULL::text, public.current_viewer())));

COMMENT ON POLICY state_made_up ON public.state IS 'A made-up state is recorded when its own editor first names it.';

CREATE POLICY state_read ON public.state FOR SELECT USING (true);

CREATE POLICY state_write ON public.state USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.strategy ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategy_effect ENABLE ROW LEVEL SECURITY;

CREATE POLICY strategy_effect_read ON public.strategy_effect FOR SELECT USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)));

CREATE POLICY strategy_effect_write ON public.strategy_effect USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer())))) WITH CHECK ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer()))));

ALTER TABLE public.strategy_node ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategy_node_concept ENABLE ROW LEVEL SECURITY;

CREATE POLICY strategy_node_concept_read ON public.strategy_node_concept FOR SELECT USING ((strategy_node_id IN ( SELECT strategy_node.strategy_node_id
   FROM public.strategy_node)));

CREATE POLICY strategy_node_concept_write ON public.strategy_node_concept USING ((strategy_node_id IN ( SELECT n.strategy_node_id
   FROM (public.strategy_node n
     JOIN public.strategy s USING (strategy_id))
  WHERE public.is_editor_of(s.state_key, s.organization_key, public.current_viewer())))) WITH CHECK (((strategy_node_id IN ( SELECT n.strategy_node_id
   FROM (public.strategy_node n
     JOIN public.strategy s USING (strategy_id))
  WHERE public.is_editor_of(s.state_key, s.organization_key, public.current_viewer()))) AND true));

CREATE POLICY strategy_node_read ON public.strategy_node FOR SELECT USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)));

CREATE POLICY strategy_node_write ON public.strategy_node USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer())))) WITH CHECK (((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer()))) AND true));

CREATE POLICY strategy_read ON public.strategy FOR SELECT USING (public.visible_strategy(strategy.*, public.current_viewer()));

ALTER TABLE public.strategy_relation ENABLE ROW LEVEL SECURITY;

CREATE POLICY strategy_relation_read ON public.strategy_relation FOR SELECT USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)));

CREATE POLICY strategy_relation_write ON public.strategy_relation USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer())))) WITH CHECK (((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer()))) AND true));

ALTER TABLE public.strategy_successor ENABLE ROW LEVEL SECURITY;

CREATE POLICY strategy_successor_read ON public.strategy_successor FOR SELECT USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)));

CREATE POLICY strategy_successor_write ON public.strategy_successor USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer())))) WITH CHECK (((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer()))) AND true));

ALTER TABLE public.strategy_theme ENABLE ROW LEVEL SECURITY;

CREATE POLICY strategy_theme_read ON public.strategy_theme FOR SELECT USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy)));

CREATE POLICY strategy_theme_write ON public.strategy_theme USING ((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer())))) WITH CHECK (((strategy_id IN ( SELECT strategy.strategy_id
   FROM public.strategy
  WHERE public.is_editor_of(strategy.state_key, strategy.organization_key, public.current_viewer()))) AND true));

CREATE POLICY strategy_write ON public.strategy USING (public.is_editor_of(state_key, organization_key, public.current_viewer())) WITH CHECK ((public.is_editor_of(state_key, organization_key, public.current_viewer()) AND (submitted_by IS NOT NULL)));

ALTER TABLE public.territory ENABLE ROW LEVEL SECURITY;

CREATE POLICY territory_read ON public.territory FOR SELECT USING (true);

CREATE POLICY territory_write ON public.territory USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.treaty_status ENABLE ROW LEVEL SECURITY;

CREATE POLICY treaty_status_read ON public.treaty_status FOR SELECT USING (true);

CREATE POLICY treaty_status_write ON public.treaty_status USING (((public.current_viewer()).role = 'ADMIN'::text)) WITH CHECK ((((public.current_viewer()).role = 'ADMIN'::text) AND true));

ALTER TABLE public.working_group_session ENABLE ROW LEVEL SECURITY;

CREATE POLICY working_group_session_read ON public.working_group_session FOR SELECT USING (true);

CREATE POLICY working_group_session_write ON public.working_group_session USING (((public.current_viewer()).role = 'SECRETARIAT'::text)) WITH CHECK (((public.current_viewer()).role = 'SECRETARIAT'::text));
